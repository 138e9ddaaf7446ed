import type { Text } from '../../base/texts.ts';

export const transferTexts = {
  institution: { ar: 'الجهة المُحال إليها', fr: 'Institution destinataire', en: 'Institution to hand over to' },
} as const satisfies Record<string, Text>;
