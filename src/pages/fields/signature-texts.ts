import type { Text } from '../../base/texts.ts';

export const signaturePageTexts = {
  hint: {
    ar: 'اكتب اسمك كاملًا: كتابته هنا تقوم مقام توقيعك',
    fr: 'Écrivez votre nom complet : l’écrire ici vaut signature',
    en: 'Type your full name: typing it here stands for your signature',
  },
  draw: {
    ar: 'ارسم توقيعك هنا إذا شئت',
    fr: 'Dessinez votre signature ici si vous le souhaitez',
    en: 'Draw your signature here if you wish',
  },
  clear: { ar: 'مسح الرسم', fr: 'Effacer le dessin', en: 'Clear the drawing' },
  drawn: { ar: 'التوقيع المرسوم', fr: 'Signature dessinée', en: 'Drawn signature' },
} as const satisfies Record<string, Text>;
