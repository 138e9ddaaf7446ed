import type { Text } from '../base/texts.ts';

/** What a code that was read or typed says when it cannot be taken. */
export const codeTexts = {
  'not-a-code': {
    ar: 'أدخل في «{label}» الرمز كما هو مطبوع، بلا أسطر جديدة وبما لا يتجاوز {max} حرف',
    fr: 'Donnez pour « {label} » le code tel qu’il est imprimé, sur une ligne et en {max} caractères au plus',
    en: 'Enter the code for “{label}” as it is printed, on one line and with {max} characters at most',
  },
} as const satisfies Record<string, Text>;
