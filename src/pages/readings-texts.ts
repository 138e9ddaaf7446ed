import type { KeptReason, ReadingPurpose } from '../access/readings.ts';
import type { Text } from '../base/texts.ts';

/** What is said of readings: to the person whose data they are, and to who oversees. */
export const purposeTexts: Readonly<Record<ReadingPurpose, Text>> = {
  handling: { ar: 'معالجة الطلب', fr: 'traitement de la demande', en: 'handling the request' },
  task: {
    ar: 'إبداء رأي طُلب من هذه الجهة',
    fr: 'avis demandé à cette institution',
    en: 'an opinion that was asked of this institution',
  },
  'handed-over': {
    ar: 'متابعة طلب أحالته هذه الجهة',
    fr: 'suivi d’une demande que cette institution a transmise',
    en: 'following a request that this institution handed over',
  },
  oversight: { ar: 'رقابة على عمل الإدارة', fr: 'contrôle de l’administration', en: 'oversight of the administration' },
  'break-glass': {
    ar: 'اطلاع استثنائي في حالة طارئة',
    fr: 'consultation exceptionnelle, en urgence',
    en: 'exceptional access in an emergency',
  },
  agreement: {
    ar: 'تبادل بيانات بموجب اتفاق',
    fr: 'échange de données en vertu d’un accord',
    en: 'exchange of data under an agreement',
  },
};

export const wayTexts: Readonly<Record<string, Text>> = {
  page: { ar: 'فتح الطلب', fr: 'Demande consultée', en: 'Opened the request' },
  api: { ar: 'قراءة عبر نظام معلوماتي', fr: 'Lecture par un système informatique', en: 'Read by a computer system' },
  file: { ar: 'تنزيل ملف مرفق', fr: 'Fichier joint téléchargé', en: 'Downloaded a file' },
  document: { ar: 'فتح وثيقة صادرة', fr: 'Document délivré consulté', en: 'Opened an issued document' },
  export: { ar: 'تصدير ضمن قائمة', fr: 'Exportée dans une liste', en: 'Exported in a list' },
  print: { ar: 'طباعة الطلب', fr: 'Demande imprimée', en: 'Printed the request' },
  opening: { ar: 'كشف أجوبة حسّاسة', fr: 'Réponses sensibles ouvertes', en: 'Opened sensitive answers' },
};

export const reasonTexts: Readonly<Record<KeptReason, Text>> = {
  agreement: {
    ar: 'لما ينص عليه اتفاق بين الجهتين',
    fr: 'Pour ce que prévoit un accord entre les institutions',
    en: 'For what an agreement between the institutions names',
  },
  decision: { ar: 'لاتخاذ قرار في الطلب', fr: 'Pour décider de la demande', en: 'To decide on the request' },
  check: {
    ar: 'للتحقق من صحة المعلومات',
    fr: 'Pour vérifier ce qui est déclaré',
    en: 'To check what was declared',
  },
  answer: {
    ar: 'للرد على صاحب الطلب أو مساعدته',
    fr: 'Pour répondre au demandeur ou l’aider',
    en: 'To answer or help the applicant',
  },
  oversight: {
    ar: 'للتدقيق في طريقة المعالجة',
    fr: 'Pour contrôler le traitement',
    en: 'To review how it was handled',
  },
};

export const readingsTexts = {
  title: { ar: 'من اطّلع على بياناتك', fr: 'Qui a consulté vos données', en: 'Who looked at your data' },
  staffTitle: { ar: 'من اطّلع على هذا الطلب', fr: 'Qui a consulté cette demande', en: 'Who looked at this record' },
  intro: {
    ar: 'كل اطلاع لموظف على هذا الطلب يُسجَّل ويظهر هنا خلال ثوانٍ.',
    fr: 'Chaque consultation par un agent est enregistrée et paraît ici en quelques secondes.',
    en: 'Each time a civil servant looks at this request it is recorded, and stands here within seconds.',
  },
  none: {
    ar: 'لم يطّلع أي موظف على هذا الطلب بعد.',
    fr: 'Aucun agent n’a encore consulté cette demande.',
    en: 'No civil servant has looked at this request yet.',
  },
  who: { ar: '{institution}، {role}', fr: '{institution}, {role}', en: '{institution}, {role}' },
  times: {
    ar: '{count, plural, one {مرة واحدة} two {مرتين} few {# مرات} many {# مرة} other {# مرة}}',
    fr: '{count, plural, one {une fois} other {# fois}}',
    en: '{count, plural, one {once} other {# times}}',
  },
  today: { ar: 'اليوم', fr: 'aujourd’hui', en: 'today' },
  lastAt: { ar: '(آخرها الساعة {time})', fr: '(la dernière à {time})', en: '(the last at {time})' },
  at: { ar: 'الساعة {time}', fr: 'à {time}', en: 'at {time}' },
  opened: {
    ar: 'ما كُشف: {questions}. السبب: {reason}.',
    fr: 'Ouvert : {questions}. Motif : {reason}.',
    en: 'What was opened: {questions}. Reason: {reason}.',
  },
  earlier: { ar: 'عرض ما قبل ذلك', fr: 'Voir les consultations précédentes', en: 'Show earlier ones' },
  closedTitle: { ar: 'أجوبة حسّاسة مغلقة', fr: 'Réponses sensibles fermées', en: 'Sensitive answers are closed' },
  closed: {
    ar: 'لا تظهر هذه الأجوبة إلا عند الحاجة: {questions}. اختر سبب كشفها. يُسجَّل الكشف ويراه صاحب الطلب.',
    fr: 'Ces réponses ne s’affichent qu’au besoin : {questions}. Indiquez pourquoi vous les ouvrez. C’est enregistré, et le demandeur le voit.',
    en: 'These answers are shown only when they are needed: {questions}. Say what you open them for. It is recorded, and the applicant sees it.',
  },
  reason: { ar: 'سبب الكشف', fr: 'Motif', en: 'What for' },
  show: { ar: 'كشف الأجوبة', fr: 'Afficher les réponses', en: 'Show the answers' },
  chooseReason: {
    ar: 'اختر سبب كشف الأجوبة.',
    fr: 'Choisissez pourquoi vous ouvrez ces réponses.',
    en: 'Choose what you open these answers for.',
  },
  hidden: { ar: 'مغلق', fr: 'Fermé', en: 'Closed' },
  openUntil: {
    ar: 'الأجوبة الحسّاسة مكشوفة لك حتى الساعة {time}، والكشف مسجَّل: {reason}.',
    fr: 'Les réponses sensibles vous sont ouvertes jusqu’à {time} ; c’est enregistré : {reason}.',
    en: 'The sensitive answers are open to you until {time}; this is recorded: {reason}.',
  },
  firstTitle: {
    ar: 'افتح الأجوبة الحسّاسة أولًا',
    fr: 'Ouvrez d’abord les réponses sensibles',
    en: 'Open the sensitive answers first',
  },
  first: {
    ar: 'هذا الإجراء يعدّل أجوبة حسّاسة مغلقة الآن: من يعدّلها يجب أن يراها.',
    fr: 'Cette action modifie des réponses sensibles qui sont fermées : il faut les voir pour les modifier.',
    en: 'This changes sensitive answers that are closed now: who changes them has to see them.',
  },
} as const satisfies Record<string, Text>;
