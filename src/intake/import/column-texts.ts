import type { Text } from '../../base/texts.ts';

/** What parts of an answer are called in the heading of a column. */
export const columnTexts = {
  ar: { ar: 'بالعربية', fr: 'en arabe', en: 'in Arabic' },
  latin: { ar: 'بالحرف اللاتيني', fr: 'en lettres latines', en: 'in Latin letters' },
  lines: { ar: 'العنوان', fr: 'adresse', en: 'address' },
  place: { ar: 'المكان', fr: 'lieu', en: 'place' },
  postcode: { ar: 'الرمز البريدي', fr: 'code postal', en: 'postcode' },
  lat: { ar: 'خط العرض', fr: 'latitude', en: 'latitude' },
  lon: { ar: 'خط الطول', fr: 'longitude', en: 'longitude' },
} as const satisfies Readonly<Record<string, Text>>;

/** What is wrong with a cell before its answer is looked at. */
export const cellTexts = {
  'formula-failed': {
    ar: 'في «{label}» صيغة لا نتيجة لها ({cell}): اكتب القيمة نفسها',
    fr: '« {label} » contient une formule sans résultat ({cell}) : écrivez la valeur elle-même',
    en: '“{label}” holds a formula without a result ({cell}): write the value itself',
  },
  'several-places': {
    ar: 'في «{label}» اسم لأكثر من مكان: اكتب الرمز أو أضف القضاء بعد فاصلة. المقصود قد يكون {candidates}',
    fr: 'Plusieurs lieux portent le nom donné pour « {label} » : écrivez le code, ou ajoutez le district après une virgule. Il peut s’agir de {candidates}',
    en: 'Several places bear the name given for “{label}”: write the code, or add the district after a comma. It may be {candidates}',
  },
  'several-institutions': {
    ar: 'في «{label}» اسم لأكثر من جهة: اكتب رمزها. المقصود قد يكون {candidates}',
    fr: 'Plusieurs institutions portent le nom donné pour « {label} » : écrivez le code. Il peut s’agir de {candidates}',
    en: 'Several institutions bear the name given for “{label}”: write the code. It may be {candidates}',
  },
  'several-records': {
    ar: 'في «{label}» اسم لأكثر من سجل: اكتب رقم السجل المقصود، وقد يكون {candidates}',
    fr: 'Plusieurs dossiers portent le nom donné pour « {label} » : écrivez la référence. Il peut s’agir de {candidates}',
    en: 'Several records bear the name given for “{label}”: write the reference. It may be {candidates}',
  },
  'digits-lost': {
    ar: 'اختصر برنامج الجداول الرقم في «{label}» ({cell}) فضاعت أرقام منه: اكتبه من جديد كنص',
    fr: 'Le tableur a abrégé le nombre de « {label} » ({cell}) et des chiffres sont perdus : écrivez-le de nouveau, comme texte',
    en: 'The spreadsheet shortened the number in “{label}” ({cell}) and digits are lost: write it again, as text',
  },
} as const satisfies Readonly<Record<string, Text>>;
