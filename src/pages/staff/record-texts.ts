import type { Text } from '../../base/texts.ts';

/** What the page of a record says to civil servants. */
export const recordTexts = {
  now: { ar: 'المطلوب الآن', fr: 'Ce qu’il faut maintenant', en: 'What it needs now' },
  needsStaff: { ar: 'قرار من: {roles}.', fr: 'Une décision de : {roles}.', en: 'A decision by: {roles}.' },
  canDo: { ar: 'ما يمكن فعله', fr: 'Ce que l’on peut faire', en: 'What can be done' },
  inRegister: {
    ar: 'هذا القيد سارٍ، ولا شيء مطلوب الآن.',
    fr: 'Cette inscription est en vigueur ; rien n’est attendu.',
    en: 'This entry is in force; nothing is needed now.',
  },
  proposalsWait: {
    ar: '{count, plural, one {اقتراح تعديل واحد بانتظار القرار.} two {اقتراحا تعديل بانتظار القرار.} few {# اقتراحات تعديل بانتظار القرار.} many {# اقتراح تعديل بانتظار القرار.} other {# اقتراح تعديل بانتظار القرار.}}',
    fr: '{count, plural, one {Une modification proposée attend une décision.} other {# modifications proposées attendent une décision.}}',
    en: '{count, plural, one {One proposed change waits for a decision.} other {# proposed changes wait for a decision.}}',
  },
  needsApplicant: { ar: 'جواب من صاحب الطلب.', fr: 'Une réponse du demandeur.', en: 'An answer from the applicant.' },
  needsNothing: {
    ar: 'لا شيء. انتهت معالجة هذا الطلب.',
    fr: 'Rien. Cette demande est traitée.',
    en: 'Nothing. This record is dealt with.',
  },
  pausedWith: {
    ar: 'المهلة متوقفة، والمتبقي منها: {time}.',
    fr: 'Le délai est suspendu ; il en reste {time}.',
    en: 'The time limit is paused with {time} left.',
  },
  escalatedTo: {
    ar: 'انقضت المهلة من دون قرار، فأُحيل الطلب إلى: {roles}.',
    fr: 'Le délai est passé sans décision : la demande a été transmise à : {roles}.',
    en: 'Time ran out without a decision: it was escalated to: {roles}.',
  },
  applicantSaid: {
    ar: 'آخر ما كتبه صاحب الطلب',
    fr: 'Dernier message du demandeur',
    en: 'What the applicant wrote last',
  },
  refused: { ar: 'إجراءات لغيرك', fr: 'Actions réservées à d’autres', en: 'For others to do' },
  notNow: { ar: 'إجراءات لا يمكن القيام بها الآن', fr: 'Impossible pour le moment', en: 'Not possible at the moment' },
  doneBy: { ar: 'من يستطيع ذلك: {who}.', fr: 'Qui le peut : {who}.', en: 'Who can: {who}.' },
  anotherWith: { ar: '{roles} آخر', fr: 'un autre {roles}', en: 'another {roles}' },
  roleAt: { ar: '{roles}، {institution}', fr: '{roles}, {institution}', en: '{roles}, {institution}' },
  applicantMay: {
    ar: 'يستطيع صاحب الطلب: {actions}.',
    fr: 'Le demandeur peut : {actions}.',
    en: 'The applicant can: {actions}.',
  },
  otherStates: {
    ar: 'إجراءات تصبح ممكنة في حالات أخرى',
    fr: 'Actions possibles dans d’autres états',
    en: 'Actions that other states allow',
  },
  whenState: {
    ar: 'عندما تكون الحالة: {states}',
    fr: 'Quand l’état est : {states}',
    en: 'When the state is: {states}',
  },
  next: { ar: 'الطلب التالي', fr: 'Demande suivante', en: 'Next record' },
  backToList: { ar: 'العودة إلى القائمة', fr: 'Revenir à la liste', en: 'Back to the list' },
  answers: { ar: 'ما ورد في الطلب', fr: 'Contenu de la demande', en: 'What the request says' },
  notShown: {
    ar: 'أجوبة لا يطّلع عليها دورك: {questions}.',
    fr: 'Réponses que votre rôle ne consulte pas : {questions}.',
    en: 'Answered, and not for your role to read: {questions}.',
  },
  history: { ar: 'المجريات', fr: 'Historique', en: 'What happened' },
  about: { ar: 'عن الطلب', fr: 'À propos de la demande', en: 'About the record' },
  service: { ar: 'الخدمة', fr: 'Service', en: 'Service' },
  basket: { ar: 'لدى', fr: 'Chez', en: 'With' },
  submitted: { ar: 'قُدّم', fr: 'Déposée', en: 'Submitted' },
  updated: { ar: 'آخر تغيير', fr: 'Dernier changement', en: 'Last change' },
  channel: { ar: 'ورد عبر', fr: 'Reçue par', en: 'Came in by' },
  language: { ar: 'لغة صاحب الطلب', fr: 'Langue du demandeur', en: 'Applicant’s language' },
  documents: { ar: 'الوثائق', fr: 'Documents', en: 'Documents' },
  noDocuments: { ar: 'لم تصدر أي وثيقة.', fr: 'Aucun document délivré.', en: 'No document issued.' },
  pdf: { ar: 'فتح نسخة PDF', fr: 'Ouvrir le PDF', en: 'Open the PDF' },
  checkedTimes: {
    ar: '{count, plural, =0 {لم يُتحقَّق منها بعد} one {جرى التحقق منها مرة واحدة} two {جرى التحقق منها مرتين} few {جرى التحقق منها # مرات} many {جرى التحقق منها # مرة} other {جرى التحقق منها # مرة}}',
    fr: '{count, plural, =0 {Jamais vérifié} one {Vérifié une fois} other {Vérifié # fois}}',
    en: '{count, plural, =0 {Never checked} one {Checked once} other {Checked # times}}',
  },
  fromTo: { ar: 'من {from} إلى {until}', fr: 'Du {from} au {until}', en: 'From {from} to {until}' },
  messages: { ar: 'الرسائل إلى صاحب الطلب', fr: 'Messages au demandeur', en: 'Messages to the applicant' },
  noMessages: { ar: 'لم تُرسل أي رسالة.', fr: 'Aucun message envoyé.', en: 'No message sent.' },
  messageOn: { ar: 'عند: {state}', fr: 'À l’état : {state}', en: 'On: {state}' },

  received: { ar: 'ورود الطلب', fr: 'Demande reçue', en: 'Request received' },
  entered: { ar: 'تسجيل البيانات', fr: 'Saisie', en: 'Entered' },
  deadlinePassed: { ar: 'انقضاء المهلة', fr: 'Échéance dépassée', en: 'Time ran out' },
  cameBy: { ar: 'ورد عبر: {channel}.', fr: 'Reçue par : {channel}.', en: 'Came in by: {channel}.' },
  dueBy: { ar: 'المهلة حتى {by}.', fr: 'Échéance : {by}.', en: 'Due by {by}.' },
  pausedLeft: {
    ar: 'توقفت المهلة، والمتبقي منها: {time}.',
    fr: 'Délai suspendu ; il en reste {time}.',
    en: 'Time limit paused with {time} left.',
  },
  resumed: {
    ar: 'استؤنفت المهلة حتى {by}.',
    fr: 'Le délai reprend ; échéance : {by}.',
    en: 'Time limit resumed; due by {by}.',
  },
  issued: { ar: 'صدرت الوثيقة: {document}.', fr: 'Document délivré : {document}.', en: 'Document issued: {document}.' },
  revoked: { ar: 'أُلغيت الوثيقة.', fr: 'Document révoqué.', en: 'Document revoked.' },
  routed: { ar: 'أُحيل إلى: {institution}.', fr: 'Transmise à : {institution}.', en: 'Routed to: {institution}.' },
  answerOf: { ar: '«{question}»: {answer}', fr: '« {question} » : {answer}', en: '“{question}”: {answer}' },
  done: { ar: 'تمّ: {action}.', fr: 'C’est fait : {action}.', en: 'Done: {action}.' },
  stateNow: { ar: 'الحالة الآن: {state}.', fr: 'État : {state}.', en: 'State now: {state}.' },
  nextShown: { ar: 'هذا هو الطلب التالي.', fr: 'Voici la demande suivante.', en: 'This is the next record.' },
  listDone: {
    ar: 'لا طلبات أخرى تنتظرك في هذه القائمة.',
    fr: 'Plus rien ne vous attend dans cette liste.',
    en: 'Nothing else in this list waits for you.',
  },
} as const satisfies Record<string, Text>;

/** The same of an entry of a register, which nobody asked for. */
const entryWords: Partial<Record<keyof typeof recordTexts, Text>> = {
  answers: { ar: 'ما ورد في القيد', fr: 'Ce que dit l’inscription', en: 'What the entry says' },
  about: { ar: 'عن القيد', fr: 'À propos de l’inscription', en: 'About the entry' },
  service: { ar: 'السجل', fr: 'Registre', en: 'Register' },
  submitted: { ar: 'سُجّل', fr: 'Inscrite', en: 'Entered' },
  next: { ar: 'القيد التالي', fr: 'Inscription suivante', en: 'Next entry' },
  needsNothing: {
    ar: 'لا شيء. لم يعد هذا القيد ساريًا.',
    fr: 'Rien. Cette inscription n’est plus en vigueur.',
    en: 'Nothing. This entry is no longer in force.',
  },
};
const ofEntries: Readonly<Record<keyof typeof recordTexts, Text>> = { ...recordTexts, ...entryWords };

/** The same of a survey, which an institution fills in. */
const surveyWords: Partial<Record<keyof typeof recordTexts, Text>> = {
  answers: { ar: 'معلومات أخرى', fr: 'Autres informations', en: 'Other information' },
  about: { ar: 'عن الاستمارة', fr: 'À propos du questionnaire', en: 'About the survey' },
  service: { ar: 'الخدمة', fr: 'Service', en: 'Service' },
  submitted: { ar: 'فُتحت', fr: 'Ouvert', en: 'Opened' },
  next: { ar: 'الاستمارة التالية', fr: 'Questionnaire suivant', en: 'Next survey' },
  needsNothing: {
    ar: 'لا شيء. انتهى العمل على هذه الاستمارة.',
    fr: 'Rien. Ce questionnaire est clos.',
    en: 'Nothing. This survey is over.',
  },
};
const ofSurveys: Readonly<Record<keyof typeof recordTexts, Text>> = { ...recordTexts, ...surveyWords };

/** The words for records of a service: a register has entries, and a survey is filled in; neither are requests. */
export const wordsFor = ({ kind }: { readonly kind: string }): Readonly<Record<keyof typeof recordTexts, Text>> =>
  kind === 'register' ? ofEntries : kind === 'survey' ? ofSurveys : recordTexts;

export const languageTexts: Readonly<Record<string, Text>> = {
  ar: { ar: 'العربية', fr: 'arabe', en: 'Arabic' },
  fr: { ar: 'الفرنسية', fr: 'français', en: 'French' },
  en: { ar: 'الإنكليزية', fr: 'anglais', en: 'English' },
};
