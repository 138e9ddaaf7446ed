import type { Text } from '../../base/texts.ts';

/** What is said of deadlines in the history of a record and beside it. */
export const deadlinesTexts = {
  // To civil servants.
  due: { ar: 'المهلة حتى {by} ({length}).', fr: 'Échéance : {by} ({length}).', en: 'Due by {by} ({length}).' },
  paused: {
    ar: 'توقفت المهلة، والمتبقي منها: {time}.',
    fr: 'Délai suspendu ; il en reste {time}.',
    en: 'Time limit paused with {time} left.',
  },
  resumed: {
    ar: 'استؤنفت المهلة حتى {by}.',
    fr: 'Le délai reprend ; échéance : {by}.',
    en: 'Time limit resumed; due by {by}.',
  },
  extended: {
    ar: 'مُدِّدت المهلة {length}، فأصبحت حتى {by}.',
    fr: 'Délai prolongé de {length} ; nouvelle échéance : {by}.',
    en: 'Time limit extended by {length}; now due by {by}.',
  },
  extendedPaused: {
    ar: 'مُدِّدت المهلة {length}. وهي متوقفة، والمتبقي منها: {time}.',
    fr: 'Délai prolongé de {length}. Il est suspendu ; il en reste {time}.',
    en: 'Time limit extended by {length}. It is paused with {time} left.',
  },
  near: { ar: 'تذكير بقرب انقضاء المهلة', fr: 'Rappel : l’échéance approche', en: 'Reminder: time is running out' },
  nearDetail: { ar: 'المهلة حتى {by}.', fr: 'Échéance : {by}.', en: 'Due by {by}.' },
  recounted: {
    ar: 'أُعيد احتساب المهلة بعد تعديل أيام العمل',
    fr: 'Délai recalculé : les jours ouvrés ont changé',
    en: 'Time limit counted again: working days have changed',
  },
  recountedForYou: {
    ar: 'تغيّر موعد الجواب بعد تعديل أيام العمل',
    fr: 'La date de réponse a changé : les jours ouvrés ont été modifiés',
    en: 'The date of the answer changed, as working days did',
  },
  movedAbove: {
    ar: 'انتقل الطلب من {from} إلى الجهة الأعلى منها: {institution}.',
    fr: 'La demande est passée de « {from} » à l’institution dont celle-ci dépend : « {institution} ».',
    en: 'The record went from {from} to the institution above it: {institution}.',
  },
  startedNext: {
    ar: 'بدأت مهلة جديدة حتى {by} ({length}).',
    fr: 'Un nouveau délai court ; échéance : {by} ({length}).',
    en: 'A new time limit runs; due by {by} ({length}).',
  },
  willPause: { ar: 'تتوقف المهلة.', fr: 'Le délai est suspendu.', en: 'The time limit is paused.' },
  willExtend: {
    ar: 'تُمدَّد المهلة {length}، فتصبح حتى {by}.',
    fr: 'Le délai est prolongé de {length} ; nouvelle échéance : {by}.',
    en: 'The time limit is extended by {length}; it will be due by {by}.',
  },
  willExtendPaused: {
    ar: 'تُمدَّد المهلة {length}.',
    fr: 'Le délai est prolongé de {length}.',
    en: 'The time limit is extended by {length}.',
  },
  willExtendLast: {
    ar: 'لا يمكن تمديدها بعد ذلك.',
    fr: 'Il ne pourra plus être prolongé ensuite.',
    en: 'It cannot be extended again after that.',
  },
  // To the applicant.
  answerBy: { ar: 'الجواب قبل {by}.', fr: 'Réponse avant le {by}.', en: 'Answer by {by}.' },
  pausedForYou: {
    ar: 'توقفت المهلة إلى أن تجيب.',
    fr: 'Le délai est suspendu jusqu’à votre réponse.',
    en: 'The time limit is paused until you answer.',
  },
  extendedForYou: {
    ar: 'مُدِّدت مهلة الجواب {length}: يصلك الجواب قبل {by}.',
    fr: 'Le délai de réponse est prolongé de {length} : vous aurez une réponse avant le {by}.',
    en: 'The time for the answer was extended by {length}: you will have an answer by {by}.',
  },
  extendedPausedForYou: {
    ar: 'مُدِّدت مهلة الجواب {length}. وهي متوقفة إلى أن تجيب.',
    fr: 'Le délai de réponse est prolongé de {length}. Il est suspendu jusqu’à votre réponse.',
    en: 'The time for the answer was extended by {length}. It is paused until you answer.',
  },
  nearForYou: {
    ar: 'ذُكِّرت الإدارة بطلبك',
    fr: 'L’administration a reçu un rappel',
    en: 'The office was reminded',
  },
  movedAboveForYou: {
    ar: 'انتقل طلبك إلى الجهة الأعلى: {institution}.',
    fr: 'Votre demande est passée à l’institution supérieure : « {institution} ».',
    en: 'Your request went to the institution above: {institution}.',
  },
} as const satisfies Record<string, Text>;
