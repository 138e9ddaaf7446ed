import type { Text } from '../../base/texts.ts';

/** Words of what an installation is called and looks like: in the console and in the first set-up. */
export const settingsTexts = {
  lead: {
    ar: 'ما يظهر في أعلى كل صفحة وعلى كل وثيقة.',
    fr: 'Ce qui figure en haut de chaque page et sur chaque document.',
    en: 'What stands at the top of every page and on every document.',
  },
  portal: { ar: 'اسم البوابة', fr: 'Nom du portail', en: 'Name of the portal' },
  portalAr: { ar: 'اسم البوابة بالعربية', fr: 'Nom du portail en arabe', en: 'Name of the portal in Arabic' },
  portalFr: { ar: 'اسم البوابة بالفرنسية', fr: 'Nom du portail en français', en: 'Name of the portal in French' },
  portalEn: { ar: 'اسم البوابة بالإنكليزية', fr: 'Nom du portail en anglais', en: 'Name of the portal in English' },
  ownerAr: { ar: 'الدولة أو الجهة بالعربية', fr: 'État ou organisme en arabe', en: 'State or body in Arabic' },
  ownerFr: { ar: 'الدولة أو الجهة بالفرنسية', fr: 'État ou organisme en français', en: 'State or body in French' },
  ownerEn: { ar: 'الدولة أو الجهة بالإنكليزية', fr: 'État ou organisme en anglais', en: 'State or body in English' },
  languages: { ar: 'اللغات المعروضة', fr: 'Langues proposées', en: 'Languages offered' },
  languagesMissing: {
    ar: 'اختر لغة واحدة على الأقل',
    fr: 'Choisissez au moins une langue',
    en: 'Choose at least one language',
  },
  first: { ar: 'اللغة الأولى', fr: 'Langue principale', en: 'Main language' },
  firstHint: {
    ar: 'تظهر لمن لا يطلب متصفّحه لغة من المعروضة',
    fr: 'Celle de qui n’en demande aucune de celles-ci',
    en: 'For those whose browser asks for none of these',
  },
  firstMissing: {
    ar: 'اختر لغة أولى من اللغات المعروضة',
    fr: 'Choisissez une langue principale parmi celles proposées',
    en: 'Choose a main language among those offered',
  },
  colour: { ar: 'اللون الرئيسي', fr: 'Couleur principale', en: 'Main colour' },
  colourHint: {
    ar: 'رمز من ستة أرقام بعد #، مثل ‎#0B5D4B. تُكتب عليه كلمات بيضاء، فيجب أن يكون داكنًا',
    fr: 'Un code à six chiffres après #, comme #0B5D4B. Des mots blancs y sont écrits : elle doit être foncée',
    en: 'A code of six digits after #, such as #0B5D4B. White words stand on it, so it has to be dark',
  },
  colourWrong: {
    ar: 'اكتب اللون بستة أرقام أو أحرف من A إلى F بعد #، مثل ‎#0B5D4B',
    fr: 'Écrivez la couleur par six chiffres ou lettres de A à F après #, comme #0B5D4B',
    en: 'Write the colour as six digits or letters A to F after #, such as #0B5D4B',
  },
  colourLight: {
    ar: 'هذا اللون فاتح: تباين الكلمات البيضاء عليه {ratio} والمطلوب 4.5 على الأقل. أقرب لون داكن منه: {colour}',
    fr: 'Cette couleur est trop claire : le contraste des mots blancs y est de {ratio}, il en faut 4,5. La plus proche qui convient : {colour}',
    en: 'This colour is too light: white words on it have a contrast of {ratio}, 4.5 is needed. The nearest that is dark enough: {colour}',
  },
  contrast: {
    ar: 'تباين الكلمات البيضاء عليه {ratio}، والمطلوب 4.5 على الأقل (WCAG AA)',
    fr: 'Contraste des mots blancs : {ratio} (au moins 4,5 pour WCAG AA)',
    en: 'Contrast of white words on it: {ratio} (at least 4.5 for WCAG AA)',
  },
  sample: { ar: 'هكذا تبدو الترويسة', fr: 'L’en-tête sera ainsi', en: 'The header looks like this' },
  logo: { ar: 'الشعار', fr: 'Logo', en: 'Logo' },
  logoHint: {
    ar: 'صورة PNG أو JPEG حتى 2 ميغابايت. يُعاد ترميزها وتُصغَّر. ملفات SVG غير مقبولة لأنها قد تحمل برامج',
    fr: 'Une image PNG ou JPEG, 2 Mo au plus ; elle est réencodée et réduite. Pas de SVG : il peut contenir des programmes',
    en: 'A PNG or JPEG picture of at most 2 MB; it is encoded anew and made smaller. No SVG: it may hold programs',
  },
  logoSvg: {
    ar: 'هذا ملف SVG وقد يحمل برامج: أرسل الشعار صورة PNG أو JPEG',
    fr: 'Ceci est un SVG, qui peut contenir des programmes : envoyez le logo en PNG ou en JPEG',
    en: 'This is an SVG, which may hold programs: send the logo as PNG or JPEG',
  },
  logoWrong: {
    ar: 'لا يُقرأ هذا الملف صورةً: أرسل صورة PNG أو JPEG',
    fr: 'Ce fichier ne se lit pas comme une image : envoyez un PNG ou un JPEG',
    en: 'This file cannot be read as a picture: send a PNG or JPEG',
  },
  logoLarge: {
    ar: 'الصورة كبيرة: أرسل ما لا يتجاوز 2 ميغابايت',
    fr: 'L’image est trop lourde : 2 Mo au plus',
    en: 'The picture is too large: at most 2 MB',
  },
  logoRemove: { ar: 'العودة إلى الشعار الأصلي', fr: 'Revenir au logo d’origine', en: 'Go back to the original logo' },
  operator: {
    ar: 'الجهة التي تدير المنصّة',
    fr: 'Institution qui gère l’installation',
    en: 'Institution that runs the installation',
  },
  operatorHint: {
    ar: 'مديرو المنصّة فيها (أو فوقها) يديرون كل شيء',
    fr: 'Ses administrateurs (ou ceux d’au-dessus) administrent tout',
    en: 'Its administrators (or those above it) administer everything',
  },
  operatorMissing: {
    ar: 'اختر جهة من القائمة',
    fr: 'Choisissez une institution de la liste',
    en: 'Choose an institution of the list',
  },
} as const satisfies Record<string, Text>;

export const languageNames = { ar: 'العربية', fr: 'Français', en: 'English' } as const;
