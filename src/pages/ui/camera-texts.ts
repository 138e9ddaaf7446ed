import type { Text } from '../../base/texts.ts';

/** Words beside a camera that looks for a code, wherever it stands. */
export const cameraTexts = {
  aim: { ar: 'ضع الرمز داخل الإطار', fr: 'Placez le code dans le cadre', en: 'Hold the code inside the frame' },
  view: { ar: 'صورة الكاميرا', fr: 'Image de l’appareil photo', en: 'What the camera sees' },
  torch: { ar: 'المصباح', fr: 'Lampe', en: 'Torch' },
  stop: { ar: 'إيقاف الكاميرا', fr: 'Arrêter', en: 'Stop the camera' },
} as const satisfies Record<string, Text>;
