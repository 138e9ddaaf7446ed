import type { Text } from '../base/texts.ts';

/** Words that stand on pages of several kinds. */
export const pageTexts = {
  toHome: { ar: 'إلى الصفحة الرئيسية', fr: 'Aller à l’accueil', en: 'Go to the home page' },
  toWorklist: { ar: 'إلى قائمة العمل', fr: 'Aller à la liste de travail', en: 'Go to the worklist' },
} as const satisfies Record<string, Text>;
