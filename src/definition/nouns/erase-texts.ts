import type { Text } from '../../base/texts.ts';

/** Why a person's data are erased before their time; the reason stays in the trail when they are gone. */
export const erasureReasons = {
  requested: { ar: 'طلب صاحب البيانات محوها', fr: 'La personne l’a demandé', en: 'The person asked for it' },
  'consent-withdrawn': {
    ar: 'سحب صاحب البيانات موافقته',
    fr: 'La personne a retiré son consentement',
    en: 'The person withdrew consent',
  },
  unlawful: {
    ar: 'لم يكن جمعها مسموحًا قانونًا',
    fr: 'Elles n’auraient pas dû être recueillies',
    en: 'They should not have been collected',
  },
  ordered: {
    ar: 'صدر قرار قضائي أو عن هيئة الرقابة',
    fr: 'Un juge ou l’autorité de contrôle l’a ordonné',
    en: 'A court or the supervisory authority ordered it',
  },
} as const satisfies Record<string, Text>;
export type ErasureReason = keyof typeof erasureReasons;

export const eraseTexts = {
  reason: { ar: 'سبب المحو', fr: 'Motif de l’effacement', en: 'Why they are erased' },
  hint: {
    ar: 'تُمحى نهائيًا كل المعلومات التي تخصّ الشخص: الأجوبة والملفات والرسائل. يبقى سجل الإجراءات من دونها.',
    fr: 'Tout ce qui concerne la personne est effacé pour toujours : réponses, fichiers, messages. Reste la trace des étapes.',
    en: 'All that concerns the person is erased for good: answers, files, messages. The trail of what was done stays.',
  },
} as const satisfies Record<string, Text>;
