import type { Text } from '../../base/texts.ts';

/** Words around codes that are scanned or read from a picture. */
export const codePageTexts = {
  scan: {
    ar: 'امسح الرمز بالكاميرا',
    fr: 'Scanner le code avec l’appareil photo',
    en: 'Scan the code with the camera',
  },
  fromPicture: {
    ar: 'أو اقرأ الرمز من صورة',
    fr: 'Ou lire le code sur une photo',
    en: 'Or read the code from a picture',
  },
  picture: {
    ar: 'صورة يظهر فيها الرمز كاملًا',
    fr: 'Photo où le code est entier',
    en: 'Picture with the whole code in it',
  },
  pictureHint: {
    ar: 'JPEG أو PNG، حتى {max} ميغابايت. لا يُحتفظ بالصورة.',
    fr: 'JPEG ou PNG, {max} Mo au plus. La photo n’est pas gardée.',
    en: 'JPEG or PNG, up to {max} MB. The picture is not kept.',
  },
  send: { ar: 'اقرأ الصورة', fr: 'Lire la photo', en: 'Read the picture' },
  reading: { ar: 'جارٍ قراءة الرمز…', fr: 'Lecture en cours…', en: 'Reading the code…' },
  read: { ar: 'تمت قراءة الرمز', fr: 'Le code a été lu', en: 'The code was read' },
  none: {
    ar: 'لم يظهر رمز واضح في الصورة: اقترب منه وأعد المحاولة، أو اكتبه بنفسك',
    fr: 'Aucun code ne se lit sur la photo : approchez-vous et recommencez, ou saisissez-le',
    en: 'No code can be read in the picture: go closer and try again, or type it',
  },
  'not-a-picture': {
    ar: 'هذا الملف ليس صورة JPEG أو PNG: اختر صورة من هذين النوعين، أو اكتب الرمز',
    fr: 'Ce fichier n’est pas une photo JPEG ou PNG : choisissez-en une, ou saisissez le code',
    en: 'This file is not a JPEG or PNG picture: choose one that is, or type the code',
  },
  'too-large': {
    ar: 'الصورة أكبر من اللازم: قصّها حول الرمز، أو اكتبه بنفسك',
    fr: 'La photo est trop grande : recadrez-la autour du code, ou saisissez-le',
    en: 'The picture is too large: crop it around the code, or type it',
  },
  damaged: {
    ar: 'تعذّر فتح الصورة: التقط صورة جديدة، أو اكتب الرمز',
    fr: 'La photo ne s’ouvre pas : prenez-en une autre, ou saisissez le code',
    en: 'The picture cannot be opened: take another one, or type the code',
  },
  denied: {
    ar: 'لم يُسمح لهذه الصفحة باستعمال الكاميرا. اسمح بها من إعدادات المتصفح لهذا الموقع، أو اختر صورة، أو اكتب الرمز.',
    fr: 'Cette page n’a pas le droit d’utiliser l’appareil photo. Autorisez-le dans les réglages du navigateur pour ce site, choisissez une photo ou saisissez le code.',
    en: 'This page may not use the camera. Allow it in the browser’s settings for this site, choose a picture, or type the code.',
  },
  missing: {
    ar: 'لم نجد كاميرا في هذا الجهاز. اختر صورة أو اكتب الرمز.',
    fr: 'Aucun appareil photo n’a été trouvé. Choisissez une photo ou saisissez le code.',
    en: 'No camera was found on this device. Choose a picture or type the code.',
  },
  busy: {
    ar: 'تعذّر تشغيل الكاميرا، وربما يستعملها تطبيق آخر. أغلقه ثم حاول مجددًا، أو اختر صورة.',
    fr: 'L’appareil photo ne démarre pas ; une autre application l’utilise peut-être. Fermez-la et réessayez, ou choisissez une photo.',
    en: 'The camera does not start; perhaps another application is using it. Close that one and try again, or choose a picture.',
  },
  insecure: {
    ar: 'لا يسمح المتصفح بالكاميرا إلا على عنوان آمن (https). اختر صورة أو اكتب الرمز.',
    fr: 'Le navigateur n’autorise l’appareil photo qu’à une adresse sécurisée (https). Choisissez une photo ou saisissez le code.',
    en: 'Browsers allow the camera only at a secure address (https). Choose a picture or type the code.',
  },
} as const satisfies Record<string, Text>;
