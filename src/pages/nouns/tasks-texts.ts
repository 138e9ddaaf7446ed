import type { Text } from '../../base/texts.ts';

export const tasksTexts = {
  title: { ar: 'مطلوب من جهات أخرى', fr: 'Demandé à d’autres institutions', en: 'Asked of other institutions' },
  open: { ar: 'بانتظار الجواب', fr: 'En attente', en: 'Open' },
  notAsked: { ar: 'لم يُطلب', fr: 'Non demandé', en: 'Not asked' },
  overdue: { ar: 'متأخّر', fr: 'En retard', en: 'Overdue' },
  withdrawn: { ar: 'لم يعد مطلوبًا', fr: 'Sans objet', en: 'No longer asked' },
  dueBy: { ar: 'المهلة حتى {by}', fr: 'Échéance : {by}', en: 'Due by {by}' },
  noDue: { ar: 'من دون مهلة', fr: 'Sans échéance', en: 'No due date' },
  answeredAt: { ar: 'أُجيب في {at}', fr: 'Réponse : {at}', en: 'Answered {at}' },
  askedOf: {
    ar: '«{task}»: مطلوب من {institution}.',
    fr: '« {task} » : demandé à {institution}.',
    en: '“{task}”: asked of {institution}.',
  },
  askedOfBy: {
    ar: '«{task}»: مطلوب من {institution} قبل {by}.',
    fr: '« {task} » : demandé à {institution}, échéance {by}.',
    en: '“{task}”: asked of {institution}, due by {by}.',
  },
  answered: { ar: 'الجواب: {outcome}.', fr: 'Réponse : {outcome}.', en: 'Answer: {outcome}.' },
  answeredOnly: { ar: 'وصل الجواب.', fr: 'La réponse est arrivée.', en: 'The answer has come in.' },
  noLonger: { ar: 'لم يعد مطلوبًا: {tasks}.', fr: 'N’est plus demandé : {tasks}.', en: 'No longer asked: {tasks}.' },
  willAsk: {
    ar: 'يُطلب من {institution}: {task}.',
    fr: 'Demande à {institution} : {task}.',
    en: 'Asks {institution}: {task}.',
  },
  willAskForEach: {
    ar: 'يُطلب لكل سجل من الجهة المعنية: {task}.',
    fr: 'Demande, pour chaque dossier, à l’institution concernée : {task}.',
    en: 'Asks, for each record, the institution concerned: {task}.',
  },
  willAnswer: {
    ar: 'جوابك نهائي، وبعده لا يعود الطلب في قائمة عملك.',
    fr: 'Votre réponse est définitive ; la demande quitte ensuite votre liste de travail.',
    en: 'Your answer is final; the record then leaves your worklist.',
  },
  yours: { ar: 'مطلوب منك', fr: 'Vous est demandé', en: 'Asked of you' },
  waitsFor: { ar: 'بانتظار', fr: 'En attente de', en: 'Waits for' },
  lateElsewhere: {
    ar: 'تأخّر جواب جهة أخرى',
    fr: 'Réponse d’une autre institution en retard',
    en: 'Answer from elsewhere is late',
  },
  dueAnew: { ar: '«{task}»: المهلة حتى {by}.', fr: '« {task} » : échéance {by}.', en: '“{task}”: due by {by}.' },
  near: {
    ar: 'تذكير: «{task}» مطلوب من {institution} قبل {by}',
    fr: 'Rappel : « {task} » est attendu de {institution} ; échéance {by}',
    en: 'Reminder: “{task}” is due from {institution} by {by}',
  },
  late: {
    ar: 'لم يصل جواب {institution} في المهلة: «{task}»',
    fr: '« {task} » : {institution} n’a pas répondu à temps',
    en: '“{task}”: {institution} did not answer in time',
  },
  lateCalls: { ar: 'أُبلغ: {roles}.', fr: 'Alertés : {roles}.', en: 'Called upon: {roles}.' },
  askedAbove: {
    ar: 'أصبح الجواب مطلوبًا من الجهة الأعلى منها: {institution}.',
    fr: 'La réponse est maintenant demandée à l’institution dont elle dépend : {institution}.',
    en: 'The institution above it is asked now: {institution}.',
  },
  askedAboveBy: {
    ar: 'أصبح الجواب مطلوبًا من الجهة الأعلى منها: {institution}، قبل {by}.',
    fr: 'La réponse est maintenant demandée à l’institution dont elle dépend : {institution} ; échéance {by}.',
    en: 'The institution above it is asked now: {institution}, by {by}.',
  },
} as const satisfies Record<string, Text>;
