import type { Text } from '../../base/texts.ts';

export const similarTexts = {
  title: { ar: 'طلبات مشابهة', fr: 'Dossiers semblables', en: 'Similar records' },
  number: { ar: 'الرقم نفسه', fr: 'même numéro', en: 'same number' },
  name: { ar: 'الاسم نفسه', fr: 'même nom', en: 'same name' },
  answers: { ar: 'الأجوبة نفسها', fr: 'mêmes réponses', en: 'same answers' },
} as const satisfies Record<string, Text>;
