import type { Text } from '../base/texts.ts';

/** What is wrong with a file of places, by row. */
export const placeImportTexts = {
  notText: {
    ar: 'الملف ليس بترميز UTF-8: احفظه من جديد بهذا الترميز',
    fr: 'Le fichier n’est pas en UTF-8 : enregistrez-le à nouveau ainsi',
    en: 'The file is not UTF-8: save it again as such',
  },
  notKnown: {
    ar: 'هذا الملف ليس CSV ولا GeoJSON: أرسل جدولًا سطره الأول أسماء الأعمدة، أو FeatureCollection',
    fr: 'Ce n’est ni un CSV ni un GeoJSON : envoyez un tableau dont la première ligne nomme les colonnes, ou une FeatureCollection',
    en: 'This is neither CSV nor GeoJSON: send a table whose first line names the columns, or a FeatureCollection',
  },
  noColumns: {
    ar: 'لا عمود للرمز: سمّه code أو ADM3_PCODE (للمستوى الثالث) وما شابه',
    fr: 'Aucune colonne de code : nommez-la code, ou ADM3_PCODE (pour le niveau 3), etc.',
    en: 'No column holds a code: call it code, or ADM3_PCODE (for level 3) and so on',
  },
  tooMany: {
    ar: 'في الملف أكثر من 50000 صف: قسّمه',
    fr: 'Plus de 50 000 lignes : divisez le fichier',
    en: 'More than 50,000 rows: divide the file',
  },
  wrongCode: {
    ar: 'الرمز «{code}» غير صالح: 64 حرفًا على الأكثر من A-Z a-z 0-9 . _ -',
    fr: 'Le code « {code} » n’est pas valable : au plus 64 de A-Z a-z 0-9 . _ -',
    en: 'The code “{code}” is not usable: at most 64 of A-Z a-z 0-9 . _ -',
  },
  codeTwice: {
    ar: 'الرمز «{code}» مكرّر في الملف',
    fr: 'Le code « {code} » figure deux fois',
    en: 'The code “{code}” is there twice',
  },
  wrongLevel: {
    ar: 'المستوى «{level}» غير معروف: country أو governorate أو district أو municipality أو village',
    fr: 'Le niveau « {level} » n’existe pas : country, governorate, district, municipality ou village',
    en: 'There is no level “{level}”: country, governorate, district, municipality or village',
  },
  noName: {
    ar: 'لا اسم بالعربية ولا بالإنكليزية لهذا المكان الجديد',
    fr: 'Ce nouveau lieu n’a de nom ni en arabe ni en anglais',
    en: 'This new place has a name neither in Arabic nor in English',
  },
  noParent: {
    ar: 'لا مكان برمز الأصل «{code}»: أضفه إلى الملف أو صحّح الرمز',
    fr: 'Aucun lieu n’a le code parent « {code} » : ajoutez-le au fichier ou corrigez',
    en: 'No place has the parent code “{code}”: add it to the file or correct it',
  },
  parentMissing: {
    ar: 'رمز المكان الأعلى ناقص',
    fr: 'Le code du lieu au-dessus manque',
    en: 'The code of the place above is missing',
  },
  wrongParent: {
    ar: 'لا يقع {level} في {above}: يجب أن يكون الأعلى أوسع',
    fr: 'Un {level} ne peut pas être dans un {above} : au-dessus doit être plus vaste',
    en: 'A {level} cannot lie in a {above}: what is above has to be wider',
  },
  outside: {
    ar: 'النقطة {point} خارج حدود البلد: قد يكون خط الطول والعرض معكوسين',
    fr: 'Le point {point} est hors du pays : longitude et latitude sont peut-être inversées',
    en: 'The point {point} lies outside the country: longitude and latitude may be swapped',
  },
  wrongPoint: {
    ar: 'الإحداثيات غير مفهومة: اكتب درجات عشرية مثل 35.3715',
    fr: 'Coordonnées illisibles : écrivez des degrés décimaux comme 35.3715',
    en: 'The coordinates are not understood: write decimal degrees such as 35.3715',
  },
  tooManyCorners: {
    ar: 'للحدود زوايا كثيرة: بسّطها إلى {max} على الأكثر',
    fr: 'Le contour a trop de sommets : simplifiez-le, {max} au plus',
    en: 'The boundary has too many corners: simplify it to {max} at most',
  },
  noSurface: {
    ar: 'حلقة من الحدود لا تحيط بشيء: احذفها',
    fr: 'Un anneau du contour n’enferme rien : retirez-le',
    en: 'A ring of the boundary encloses nothing: remove it',
  },
  wrongShape: {
    ar: 'الشكل غير صالح: Point أو Polygon أو MultiPolygon مقفل',
    fr: 'La géométrie n’est pas utilisable : Point, Polygon ou MultiPolygon fermé',
    en: 'The geometry is not usable: a Point, or a closed Polygon or MultiPolygon',
  },
} as const satisfies Record<string, Text>;
