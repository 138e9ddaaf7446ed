import type { Text } from '../../base/texts.ts';

export const tasksTexts = {
  outcome: { ar: 'النتيجة', fr: 'Résultat', en: 'Outcome' },
} as const satisfies Record<string, Text>;
