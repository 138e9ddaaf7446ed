import type { Text } from '../../base/texts.ts';

/** Words around codes that are read from a picture. */
export const codePageTexts = {
  scan: { ar: 'تصوير رمز QR', fr: 'Photographier le code QR', en: 'Take a picture of the QR code' },
  reading: { ar: 'جارٍ قراءة الرمز…', fr: 'Lecture en cours…', en: 'Reading the code…' },
  read: { ar: 'تمت قراءة الرمز', fr: 'Le code a été lu', en: 'The code was read' },
  none: {
    ar: 'لم يظهر رمز QR واضح في الصورة: اقترب منه وأعد المحاولة، أو اكتبه بنفسك',
    fr: 'Aucun code QR ne se lit sur la photo : approchez-vous et recommencez, ou saisissez-le',
    en: 'No QR code can be read in the picture: go closer and try again, or type it',
  },
} as const satisfies Record<string, Text>;
