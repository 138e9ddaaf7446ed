import type { Text } from '../../base/texts.ts';

/** Words that questions of one type share, whatever the service. */
export const fieldTexts = {
  example: { ar: 'مثال: {example}', fr: 'Exemple : {example}', en: 'For example: {example}' },
  dayExample: {
    ar: 'مثال: {day} {month} {year}',
    fr: 'Exemple : {day} {month} {year}',
    en: 'For example: {day} {month} {year}',
  },
  timeExample: { ar: 'مثال: 14:30', fr: 'Exemple : 14:30', en: 'For example: 14:30' },
  yearIsEnough: {
    ar: 'إن كنت لا تعرف اليوم أو الشهر، فاكتفِ بالسنة',
    fr: 'Si vous ne connaissez ni le jour ni le mois, l’année suffit',
    en: 'If you do not know the day or the month, the year is enough',
  },
  monthIsEnough: {
    ar: 'إن كنت لا تعرف اليوم، فاكتفِ بالشهر والسنة',
    fr: 'Si vous ne connaissez pas le jour, le mois et l’année suffisent',
    en: 'If you do not know the day, the month and the year are enough',
  },
  inArabicLetters: { ar: 'بالأحرف العربية', fr: 'En lettres arabes', en: 'In Arabic letters' },
  inLatinLetters: { ar: 'بالأحرف اللاتينية', fr: 'En lettres latines', en: 'In Latin letters' },
  oneOfBoth: {
    ar: 'يكفي أحدهما، والأفضل ملء الاثنين',
    fr: 'L’une des deux suffit ; donnez les deux si possible',
    en: 'One of the two is enough; give both if you can',
  },
  streetAndBuilding: { ar: 'الشارع والمبنى', fr: 'Rue et immeuble', en: 'Street and building' },
  moreOfAddress: {
    ar: 'الطابق، أو ما يدلّ على المكان',
    fr: 'Étage, ou de quoi trouver l’endroit',
    en: 'Floor, or how to find the place',
  },
  townOrVillage: { ar: 'المدينة أو البلدة', fr: 'Ville ou village', en: 'Town or village' },
  postcode: { ar: 'الرمز البريدي', fr: 'Code postal', en: 'Postcode' },
  otherWording: {
    ar: '(نص سابق)',
    fr: '(texte antérieur)',
    en: '(an earlier text)',
  },
  notYetCalculated: {
    ar: 'يُحتسب بعد أن تتابع',
    fr: 'Sera calculé quand vous continuerez',
    en: 'Worked out when you continue',
  },
  dateExample: {
    ar: 'مثال: {day} {month} {year}، الساعة 14:30',
    fr: 'Exemple : {day} {month} {year} à 14:30',
    en: 'For example: {day} {month} {year} at 14:30',
  },
  searchSeveral: {
    ar: 'اكتب الأحرف الأولى من الاسم واضغط «بحث»، ثم ضع علامة على ما تختاره. يمكنك البحث أكثر من مرة.',
    fr: 'Tapez les premières lettres du nom, appuyez sur « Rechercher », puis cochez ce que vous choisissez. Vous pouvez chercher plusieurs fois.',
    en: 'Type the first letters of the name, press “Search”, then tick what you choose. You can search more than once.',
  },
  rankHint: {
    ar: 'أعطِ كل خيار رقمًا مختلفًا: 1 للأهم و{last} للأقل أهمية',
    fr: 'Donnez à chaque choix un numéro différent : 1 pour le plus important, {last} pour le moins important',
    en: 'Give each choice a different number: 1 for what matters most, {last} for what matters least',
  },
  inPlace: { ar: '{place}: {words}', fr: '{place} : {words}', en: '{place}: {words}' },
  labelled: { ar: '{label}:', fr: '{label} :', en: '{label}:' },
  moveUp: { ar: 'إلى أعلى', fr: 'Monter', en: 'Move up' },
  moveDown: { ar: 'إلى أسفل', fr: 'Descendre', en: 'Move down' },
  addRow: { ar: 'إضافة سطر', fr: 'Ajouter une ligne', en: 'Add a row' },
  removeRow: { ar: 'إزالة', fr: 'Retirer', en: 'Remove' },
  noMoreRows: {
    ar: '{max, plural, one {لا يُقبل هنا أكثر من سطر واحد} two {لا يُقبل هنا أكثر من سطرين} few {لا يُقبل هنا أكثر من # أسطر} many {لا يُقبل هنا أكثر من # سطرًا} other {لا يُقبل هنا أكثر من # سطر}}',
    fr: '{max, plural, one {# ligne} other {# lignes}} au plus',
    en: '{max, plural, one {# row} other {# rows}} at most',
  },
  moreRows: {
    ar: '{count, plural, one {سطر واحد آخر} two {سطران آخران} few {# أسطر أخرى} many {# سطرًا آخر} other {# سطر آخر}}',
    fr: '{count, plural, one {# autre ligne} other {# autres lignes}}',
    en: '{count, plural, one {# more row} other {# more rows}}',
  },
  restOfRows: {
    ar: 'تظهر هنا أول {shown} سطر من أصل {total}؛ والباقي محفوظ مع الطلب.',
    fr: 'Les {shown} premières lignes sur {total} figurent ici ; les autres sont conservées avec la demande.',
    en: 'The first {shown} of {total} rows are shown here; the others are kept with the record.',
  },
} as const satisfies Record<string, Text>;
