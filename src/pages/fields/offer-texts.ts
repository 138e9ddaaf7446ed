import type { OfferWords } from './offers.ts';

/** Words for searching among places. */
export const placeWords: OfferWords = {
  hint: {
    ar: 'اكتب الأحرف الأولى من الاسم، ثم اختره من القائمة',
    fr: 'Tapez les premières lettres du nom, puis choisissez-le dans la liste',
    en: 'Type the first letters of the name, then choose it from the list',
  },
  found: { ar: 'الأماكن التي وُجدت', fr: 'Lieux trouvés', en: 'Places found' },
  nothing: {
    ar: 'لم نجد مكانًا بهذا الاسم. تحقّق من الإملاء أو اكتب أحرفًا أقل.',
    fr: 'Aucun lieu ne porte ce nom. Vérifiez l’orthographe ou tapez moins de lettres.',
    en: 'There is no place of this name. Check the spelling or type fewer letters.',
  },
  more: {
    ar: 'هناك أماكن أخرى: اكتب أحرفًا أكثر لتجد المكان المقصود.',
    fr: 'Il y a d’autres lieux : tapez plus de lettres pour trouver le vôtre.',
    en: 'There are more places: type more letters to find yours.',
  },
  missing: {
    ar: 'اكتب اسم المكان في «{label}» ثم اختره من القائمة',
    fr: 'Tapez le nom du lieu dans « {label} », puis choisissez-le dans la liste',
    en: 'Type the name of the place in “{label}”, then choose it from the list',
  },
  unknown: {
    ar: 'لم نجد المكان المكتوب في «{label}»: تحقّق من الإملاء أو اكتب أحرفًا أقل',
    fr: 'Le lieu indiqué dans « {label} » est introuvable : vérifiez l’orthographe ou tapez moins de lettres',
    en: 'The place typed in “{label}” was not found: check the spelling or type fewer letters',
  },
  ambiguous: {
    ar: 'اختر المكان الصحيح من القائمة في «{label}»',
    fr: 'Choisissez le bon lieu dans la liste de « {label} »',
    en: 'Choose the right place from the list in “{label}”',
  },
};

/** Words for searching in a list or among institutions. */
export const optionWords: OfferWords = {
  hint: placeWords.hint,
  found: { ar: 'النتائج', fr: 'Résultats', en: 'Results' },
  nothing: {
    ar: 'لم نجد شيئًا بهذا الاسم. تحقّق من الإملاء أو اكتب أحرفًا أقل.',
    fr: 'Rien ne porte ce nom. Vérifiez l’orthographe ou tapez moins de lettres.',
    en: 'There is nothing of this name. Check the spelling or type fewer letters.',
  },
  more: {
    ar: 'هناك نتائج أخرى: اكتب أحرفًا أكثر.',
    fr: 'Il y a d’autres résultats : tapez plus de lettres.',
    en: 'There are more results: type more letters.',
  },
  missing: {
    ar: 'اكتب الاسم في «{label}» ثم اختره من القائمة',
    fr: 'Tapez le nom dans « {label} », puis choisissez-le dans la liste',
    en: 'Type the name in “{label}”, then choose it from the list',
  },
  unknown: {
    ar: 'لم نجد ما كُتب في «{label}»: تحقّق من الإملاء أو اكتب أحرفًا أقل',
    fr: 'Ce que vous avez indiqué dans « {label} » est introuvable : vérifiez l’orthographe ou tapez moins de lettres',
    en: 'What was typed in “{label}” was not found: check the spelling or type fewer letters',
  },
  ambiguous: {
    ar: 'اختر الجواب الصحيح من القائمة في «{label}»',
    fr: 'Choisissez la bonne réponse dans la liste de « {label} »',
    en: 'Choose the right answer from the list in “{label}”',
  },
};

/** Words for searching among records. */
export const recordWords: OfferWords = {
  ...optionWords,
  hint: {
    ar: 'اكتب الرقم المرجعي أو جزءًا مما يُعرف به الملف، ثم اختره من القائمة',
    fr: 'Tapez la référence, ou une partie de ce qui désigne le dossier, puis choisissez-le dans la liste',
    en: 'Type the reference, or a part of what the record is known by, then choose it from the list',
  },
  nothing: {
    ar: 'لم نجد ملفًا بهذا الرقم أو الاسم. تحقّق من الرقم أو اكتب أحرفًا أقل.',
    fr: 'Aucun dossier ne porte cette référence ou ce nom. Vérifiez-la ou tapez moins de lettres.',
    en: 'There is no record of this reference or name. Check it or type fewer letters.',
  },
  missing: {
    ar: 'اكتب الرقم المرجعي في «{label}» ثم اختر الملف من القائمة',
    fr: 'Tapez la référence dans « {label} », puis choisissez le dossier dans la liste',
    en: 'Type the reference in “{label}”, then choose the record from the list',
  },
  unknown: {
    ar: 'لم نجد الملف المذكور في «{label}»: تحقّق من الرقم المرجعي',
    fr: 'Le dossier indiqué dans « {label} » est introuvable : vérifiez la référence',
    en: 'The record named in “{label}” was not found: check the reference',
  },
};
