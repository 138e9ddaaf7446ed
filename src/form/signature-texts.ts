import type { Text } from '../base/texts.ts';

/** What a signature that cannot be taken says. */
export const signatureTexts = {
  'not-a-signature': {
    ar: 'اكتب اسمك كاملًا في «{label}»',
    fr: 'Écrivez votre nom complet pour « {label} »',
    en: 'Type your full name for “{label}”',
  },
} as const satisfies Record<string, Text>;
