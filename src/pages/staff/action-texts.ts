import type { Text } from '../../base/texts.ts';

export const actionTexts = {
  then: { ar: 'ما الذي سيحصل', fr: 'Ce qui va se passer', en: 'What will happen' },
  stateAfter: { ar: 'تصبح الحالة:', fr: 'L’état devient :', en: 'The state becomes:' },
  stateSame: { ar: 'تبقى الحالة:', fr: 'L’état reste :', en: 'The state remains:' },
  issues: {
    ar: 'تصدر وثيقة موقَّعة: {document}.',
    fr: 'Un document signé est délivré : {document}.',
    en: 'A signed document is issued: {document}.',
  },
  revokes: {
    ar: 'تُلغى الوثيقة نهائيًا: {document}. يظهر ذلك لكل من يتحقق منها.',
    fr: 'Le document est révoqué définitivement : {document}. Quiconque le vérifie le verra.',
    en: 'The document is revoked for good: {document}. Everybody who checks it will see so.',
  },
  pauses: {
    ar: 'تتوقف المهلة إلى أن يجيب صاحب الطلب.',
    fr: 'Le délai est suspendu jusqu’à la réponse du demandeur.',
    en: 'The time limit is paused until the applicant answers.',
  },
  message: {
    ar: 'تُرسل رسالة إلى صاحب الطلب على',
    fr: 'Un message part au demandeur, au',
    en: 'A message goes to the applicant at',
  },
  noMessage: {
    ar: 'لا تُرسل رسالة إلى صاحب الطلب.',
    fr: 'Aucun message n’est envoyé au demandeur.',
    en: 'No message is sent to the applicant.',
  },
  recorded: {
    ar: 'يُسجَّل الإجراء باسمك ودورك.',
    fr: 'L’acte est enregistré à votre nom et sous votre rôle.',
    en: 'It is recorded under your name and role.',
  },
  confirm: { ar: 'تأكيد {action}', fr: 'Confirmer : {action}', en: 'Confirm: {action}' },
  confirmNext: {
    ar: 'تأكيد {action}، ثم الطلب التالي',
    fr: 'Confirmer : {action}, puis la suivante',
    en: 'Confirm: {action}, then the next record',
  },
  cancel: {
    ar: 'العودة إلى الطلب من دون قرار',
    fr: 'Revenir à la demande sans décider',
    en: 'Back to the record without deciding',
  },
  request: { ar: 'الطلب', fr: 'La demande', en: 'The request' },
  changedTitle: {
    ar: 'تغيّر الطلب في هذه الأثناء',
    fr: 'La demande a changé entre-temps',
    en: 'The record has changed meanwhile',
  },
  changedStill: {
    ar: 'لم يُنفَّذ شيء بعد. اطّلع على ما جرى، ثم أكّد إن كنت ما زلت تريد ذلك. ما كتبتَه محفوظ أدناه.',
    fr: 'Rien n’a encore été fait. Voyez ce qui s’est passé, puis confirmez si vous le voulez toujours. Ce que vous avez écrit est conservé ci-dessous.',
    en: 'Nothing was done yet. See what happened, then confirm if you still want to. What you wrote is kept below.',
  },
  changedNoLonger: {
    ar: 'لم يُنفَّذ شيء، ولم يعد هذا الإجراء ممكنًا في الحالة الحالية.',
    fr: 'Rien n’a été fait, et cette action n’est plus possible dans l’état actuel.',
    en: 'Nothing was done, and the present state no longer allows this.',
  },
  onlyWhen: {
    ar: 'الحالة الحالية لا تسمح بذلك. يصبح ممكنًا عندما تكون الحالة: {states}.',
    fr: 'L’état actuel ne le permet pas. C’est possible quand l’état est : {states}.',
    en: 'The present state does not allow this. It can be done when the state is: {states}.',
  },
  refusedTitle: {
    ar: 'لا يمكنك القيام بهذا الإجراء',
    fr: 'Vous ne pouvez pas faire cette action',
    en: 'You cannot do this',
  },
  happened: { ar: 'ما جرى', fr: 'Ce qui s’est passé', en: 'What happened' },
  youWrote: { ar: 'ما كتبتَه', fr: 'Ce que vous avez écrit', en: 'What you wrote' },
  youWroteHint: {
    ar: 'انسخه إن احتجت إليه: لم يُحفظ.',
    fr: 'Copiez-le au besoin : il n’est pas enregistré.',
    en: 'Copy it if you need it: it is not saved.',
  },
  toRecord: { ar: 'فتح الطلب', fr: 'Ouvrir la demande', en: 'Open the record' },
} as const satisfies Record<string, Text>;
