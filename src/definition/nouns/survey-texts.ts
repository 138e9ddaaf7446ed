import type { Text } from '../../base/texts.ts';

/** Words of what an inspector says of each answer. */
export const surveyTexts = {
  agrees: {
    ar: 'مطابق لما صرّحت به الإدارة',
    fr: 'Conforme à la déclaration',
    en: 'As the institution says',
  },
  seen: {
    ar: 'مطابق، وقد اطّلعتُ على المستند',
    fr: 'Conforme, pièce vue',
    en: 'As the institution says; evidence seen',
  },
  other: {
    ar: 'غير مطابق: تبيّن خلاف ذلك',
    fr: 'Non conforme : constat différent',
    en: 'Found otherwise',
  },
  found: { ar: 'ما تبيّن عند التحقّق', fr: 'Ce qui a été constaté', en: 'What was found' },
  remark: { ar: 'ملاحظة المفتّش', fr: 'Remarque de l’inspecteur', en: 'Remark of the inspector' },
  evidence: { ar: 'المستند الذي جرى الاطّلاع عليه', fr: 'Pièce vue', en: 'Evidence that was seen' },
} satisfies Readonly<Record<string, Text>>;
