import type { Text } from '../../../base/texts.ts';

export const treeTexts = {
  title: { ar: 'الهيكل التنظيمي', fr: 'Organigramme', en: 'Organigram' },
  of: { ar: 'الهيكل التنظيمي: {institution}', fr: 'Organigramme : {institution}', en: 'Organigram: {institution}' },
  institutions: { ar: 'الجهات', fr: 'Institutions', en: 'Institutions' },
  vacant: { ar: 'شاغرة', fr: 'Vacant', en: 'Vacant' },
  vacancies: {
    ar: '{count, plural, =0 {لا شواغر} one {منها شاغر واحد} two {منها شاغران} few {منها # شواغر} many {منها # شاغرًا} other {منها # شاغر}}',
    fr: '{count, plural, =0 {aucune vacance} one {dont # vacance} other {dont # vacances}}',
    en: '{count, plural, =0 {none vacant} one {# vacant} other {# vacant}}',
  },
  asList: { ar: 'في لائحة', fr: 'En liste', en: 'As a list' },
  print: { ar: 'طباعة', fr: 'Imprimer', en: 'Print' },
  partly: {
    ar: 'يظهر هنا أول {count} قيد فقط.',
    fr: 'Seules les {count} premières inscriptions sont montrées.',
    en: 'Only the first {count} entries are shown.',
  },
  empty: { ar: 'لا قيود بعد', fr: 'Aucune inscription pour l’instant', en: 'No entries yet' },
  emptyDetail: {
    ar: 'يُرسم الهيكل من القيود السارية التي يمكنك الاطلاع عليها.',
    fr: 'L’organigramme est tiré des inscriptions en vigueur que vous pouvez lire.',
    en: 'It is drawn from the entries in force that you may see.',
  },
} as const satisfies Record<string, Text>;
