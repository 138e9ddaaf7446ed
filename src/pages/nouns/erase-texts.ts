import type { Text } from '../../base/texts.ts';

/** What is said of data that were erased. */
export const erasePageTexts = {
  step: {
    ar: 'مُحيت البيانات الشخصية',
    fr: 'Les données personnelles ont été effacées',
    en: 'The personal data were erased',
  },
  erased: {
    ar: 'مُحيت البيانات الشخصية لهذا الطلب في {date}.',
    fr: 'Les données personnelles de cette demande ont été effacées le {date}.',
    en: 'The personal data of this request were erased on {date}.',
  },
  stays: {
    ar: 'لم تعد الأجوبة والملفات والرسائل موجودة ولا يمكن استرجاعها. ما بقي هنا هو سجل الإجراءات.',
    fr: 'Réponses, fichiers et messages n’existent plus et ne peuvent être retrouvés. Il reste ici la trace des étapes.',
    en: 'Answers, files and messages no longer exist and cannot be brought back. What stays here is the trail of what was done.',
  },
  'kept-long-enough': {
    ar: 'القاعدة: تُحفظ البيانات {months, plural, one {شهرًا واحدًا} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}} بعد انتهاء المعاملة.',
    fr: 'Règle : les données sont gardées {months, plural, one {un mois} other {# mois}} après la fin de la procédure.',
    en: 'The rule: data are kept for {months, plural, one {one month} other {# months}} after the procedure has ended.',
  },
  decided: {
    ar: 'القاعدة: قرار بالمحو قبل انتهاء المدة. السبب: {reason}.',
    fr: 'Règle : effacement décidé avant terme. Motif : {reason}.',
    en: 'The rule: erasure decided before the time was over. Reason: {reason}.',
  },
  outcome: {
    ar: 'تُمحى نهائيًا كل البيانات الشخصية لهذا الطلب: الأجوبة والملفات والرسائل ونصوص الوثائق.',
    fr: 'Toutes les données personnelles de cette demande sont effacées pour toujours : réponses, fichiers, messages, textes des documents.',
    en: 'All personal data of this record are erased for good: answers, files, messages, texts of documents.',
  },
} as const satisfies Record<string, Text>;
