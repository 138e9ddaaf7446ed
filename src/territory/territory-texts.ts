import type { Text } from '../base/texts.ts';

export const territoryTexts = {
  noSuchLevel: {
    ar: 'المستوى غير معروف: اختر أحد المستويات country أو governorate أو district أو municipality أو village.',
    fr: 'Ce niveau n’existe pas : indiquez country, governorate, district, municipality ou village.',
    en: 'There is no such level: give country, governorate, district, municipality or village.',
  },
  noSuchParent: {
    ar: 'لا يوجد مكان بهذا الرمز: استعمل رمزًا ورد في نتائج هذه الواجهة.',
    fr: 'Aucun lieu ne porte ce code : utilisez un code donné par cette interface.',
    en: 'No place has this code: use a code that this interface returned.',
  },
  noSuchPoint: {
    ar: 'اكتب lon وlat معًا بالدرجات العشرية، مثل lon=35.5018 وlat=33.8938',
    fr: 'Donnez lon et lat ensemble, en degrés décimaux, par exemple lon=35.5018 et lat=33.8938',
    en: 'Give lon and lat together in decimal degrees, like lon=35.5018 and lat=33.8938',
  },
  noSuchPage: {
    ar: 'رقم الصفحة غير صالح: استعمل قيمة next من الجواب السابق.',
    fr: 'Ce numéro de page n’est pas valable : reprenez la valeur « next » de la réponse précédente.',
    en: 'This is not a page: use the value of "next" from the answer before.',
  },
} as const satisfies Record<string, Text>;
