import type { Text } from '../../base/texts.ts';

/** What a receipt and a tracking page say of any record, to the person whose request it is. */
export const recordTexts = {
  // Where it stands, in one sentence.
  answerBy: {
    ar: 'يصلك الجواب قبل {by}.',
    fr: 'Vous aurez une réponse avant le {by}.',
    en: 'You will have an answer by {by}.',
  },
  examined: { ar: 'طلبك قيد الدراسة.', fr: 'Votre demande est à l’étude.', en: 'Your request is being examined.' },
  late: {
    ar: 'تأخّر الجواب عن موعده، فأُحيل طلبك إلى المسؤول.',
    fr: 'La réponse est en retard : votre demande a été transmise au responsable.',
    en: 'The answer is late: your request has gone to a supervisor.',
  },
  yourTurn: {
    ar: 'نحتاج إلى جوابك لنتابع. تتوقف المهلة إلى أن تجيب.',
    fr: 'Nous avons besoin de votre réponse pour continuer. Le délai est suspendu jusque-là.',
    en: 'We need your answer to go on. The time limit is paused until you give it.',
  },
  documentReady: {
    ar: 'وثيقتك أدناه. أبرزها عند الطلب، على شاشة الهاتف أو مطبوعة.',
    fr: 'Votre document est ci-dessous. Présentez-le sur l’écran du téléphone ou imprimé.',
    en: 'Your document is below. Show it on the phone’s screen or on paper.',
  },
  grantedOnly: {
    ar: 'لا يُطلب منك شيء آخر.',
    fr: 'Vous n’avez plus rien à faire.',
    en: 'There is nothing more for you to do.',
  },
  refusedWithWay: {
    ar: 'تجد السبب أدناه. إذا لم تكن موافقًا عليه فيمكنك أن تطلب إعادة النظر.',
    fr: 'Le motif figure ci-dessous. Si vous n’êtes pas d’accord, vous pouvez demander un nouvel examen.',
    en: 'The reason is given below. If you do not agree, you can ask for it to be examined again.',
  },
  refusedForGood: { ar: 'تجد السبب أدناه.', fr: 'Le motif figure ci-dessous.', en: 'The reason is given below.' },
  closed: {
    ar: 'انتهت معالجة هذا الطلب.',
    fr: 'Le traitement de cette demande est terminé.',
    en: 'Nothing more will happen with this request.',
  },

  // What has happened.
  history: { ar: 'ما جرى حتى الآن', fr: 'Ce qui s’est passé', en: 'What has happened' },
  received: { ar: 'استلمنا طلبك', fr: 'Demande reçue', en: 'Request received' },
  sentTo: { ar: 'أُحيل إلى: {institution}.', fr: 'Transmise à : {institution}.', en: 'Sent to: {institution}.' },
  dueBy: { ar: 'الجواب قبل {by}.', fr: 'Réponse avant le {by}.', en: 'Answer by {by}.' },
  paused: {
    ar: 'توقفت المهلة إلى أن تجيب.',
    fr: 'Le délai est suspendu jusqu’à votre réponse.',
    en: 'The time limit is paused until you answer.',
  },
  asked: { ar: 'سؤال إليك', fr: 'Une question pour vous', en: 'A question for you' },
  answered: { ar: 'أجبت عن السؤال', fr: 'Vous avez répondu à la question', en: 'You answered the question' },
  contested: {
    ar: 'طلبت إعادة النظر في القرار',
    fr: 'Vous avez demandé un nouvel examen',
    en: 'You asked for the decision to be examined again',
  },
  ended: { ar: 'أنهيت الطلب', fr: 'Vous avez mis fin à la demande', en: 'You ended the request' },
  overdue: { ar: 'تأخّر الجواب', fr: 'La réponse est en retard', en: 'The answer is late' },
  overdueDetail: {
    ar: 'انقضت المهلة من دون جواب، فأُحيل طلبك إلى المسؤول ليتابعه.',
    fr: 'Le délai est passé sans réponse. Votre demande a été transmise au responsable, qui la suit.',
    en: 'The time limit has passed without an answer. Your request has gone to a supervisor, who follows it up.',
  },
  issued: { ar: 'صدرت الوثيقة: {document}', fr: 'Document délivré : {document}', en: 'Document issued: {document}' },
  documentRevoked: {
    ar: 'أُلغيت الوثيقة ولم تعد صالحة.',
    fr: 'Le document est révoqué, il n’est plus valable.',
    en: 'The document was revoked and is no longer valid.',
  },
  you: { ar: 'أنت', fr: 'Vous', en: 'You' },
  byRule: { ar: 'آليًا، وفق القاعدة', fr: 'Automatiquement, selon la règle', en: 'Automatically, by rule' },
  office: { ar: 'الإدارة', fr: 'L’administration', en: 'The office' },

  // Documents.
  valid: { ar: 'صالح', fr: 'Valable', en: 'Valid' },
  notYetValid: { ar: 'لم يبدأ بعد', fr: 'Pas encore valable', en: 'Not valid yet' },
  expired: { ar: 'انتهت مدته', fr: 'Expiré', en: 'Expired' },
  from: { ar: 'صالح من', fr: 'Valable du', en: 'Valid from' },
  until: { ar: 'لغاية', fr: 'Jusqu’au', en: 'Until' },
  qrTitle: {
    ar: 'رمز الوثيقة: {document}',
    fr: 'Code du document : {document}',
    en: 'Code of the document: {document}',
  },
  qrCaption: {
    ar: 'يُقرأ بالهاتف ومن دون اتصال بالإنترنت',
    fr: 'Se lit avec un téléphone, même sans connexion',
    en: 'Read with a phone, even without a connection',
  },
  pdf: { ar: 'تنزيل نسخة PDF للطباعة', fr: 'Télécharger le PDF à imprimer', en: 'Download a PDF to print' },
  print: { ar: 'طباعة هذه الصفحة', fr: 'Imprimer cette page', en: 'Print this page' },
  why: { ar: 'لماذا صدر هذا القرار؟', fr: 'Pourquoi cette décision ?', en: 'Why this decision?' },

  // Keeping and returning.
  keep: { ar: 'احتفظ بهذين الرقمين', fr: 'À conserver', en: 'Keep these two numbers' },
  reference: { ar: 'الرقم المرجعي', fr: 'Référence', en: 'Reference' },
  secret: { ar: 'الرمز السري', fr: 'Code secret', en: 'Secret code' },
  secretHint: {
    ar: 'لا تعطه لأحد: من يعرفه مع الرقم المرجعي يفتح طلبك.',
    fr: 'Ne le donnez à personne : avec la référence, il ouvre votre demande.',
    en: 'Give it to nobody: with the reference it opens your request.',
  },
  sentBySms: {
    ar: 'نرسلهما أيضًا في رسالة قصيرة إلى {phone}.',
    fr: 'Nous vous les envoyons aussi par SMS au {phone}.',
    en: 'We also send them in a text message to {phone}.',
  },
  next: { ar: 'ماذا بعد؟', fr: 'Et maintenant ?', en: 'What happens next' },
  nextDecides: {
    ar: 'تدرس طلبك: {institution}.',
    fr: 'Votre demande est examinée par : {institution}.',
    en: 'Your request is examined by: {institution}.',
  },
  nextNews: {
    ar: 'نرسل إليك رسالة قصيرة عند كل جديد.',
    fr: 'Un SMS vous avertit de chaque étape.',
    en: 'A text message tells you of each step.',
  },
  nextFollow: {
    ar: 'تابع طلبك متى شئت بالرقم المرجعي والرمز السري.',
    fr: 'Suivez votre demande à tout moment avec la référence et le code secret.',
    en: 'Follow your request at any time with the reference and the secret code.',
  },
  nextShow: {
    ar: 'احفظ صورة عن الرمز أو اطبعه قبل خروجك، فقد لا تجد اتصالًا بالإنترنت.',
    fr: 'Gardez une image du code ou imprimez-le : vous n’aurez peut-être pas de connexion.',
    en: 'Keep a picture of the code or print it: there may be no connection where you need it.',
  },
  follow: { ar: 'متابعة الطلب', fr: 'Suivre la demande', en: 'Follow the request' },
  receipt: {
    ar: 'عرض الإيصال والرمز السري',
    fr: 'Voir le récépissé et le code secret',
    en: 'See the receipt and the secret code',
  },
  answers: { ar: 'ما ورد في طلبك', fr: 'Ce que vous avez indiqué', en: 'What your request says' },
  actions: { ar: 'ما يمكنك فعله', fr: 'Ce que vous pouvez faire', en: 'What you can do' },
  refresh: { ar: 'تحديث الصفحة', fr: 'Actualiser la page', en: 'Update this page' },
  forget: {
    ar: 'إخفاء هذا الطلب عن هذا الهاتف',
    fr: 'Oublier cette demande sur ce téléphone',
    en: 'Forget this request on this phone',
  },
  again: {
    ar: 'طلب جديد بالأجوبة نفسها',
    fr: 'Nouvelle demande avec les mêmes réponses',
    en: 'A new request with the same answers',
  },
  againHint: {
    ar: 'يبدأ بما كتبته هنا، مثل لائحة العاملين، ويمكنك تغيير كل شيء. أما البيانات الحساسة والملفات والتعهدات فتُطلب من جديد.',
    fr: 'Elle commence par ce que vous avez écrit ici, comme la liste des employés ; vous pouvez tout changer. Les données sensibles, les fichiers et les engagements sont demandés à nouveau.',
    en: 'It begins with what you wrote here, such as the list of employees; you can change everything. Sensitive answers, files and promises are asked for anew.',
  },
  forgetHint: {
    ar: 'إذا كان غيرك يستعمل هذا الهاتف. لا يُحذف الطلب، ويُفتح من جديد بالرقم المرجعي والرمز السري.',
    fr: 'Si d’autres se servent de ce téléphone. La demande n’est pas supprimée : la référence et le code secret l’ouvrent à nouveau.',
    en: 'If others use this phone. The request is not deleted: the reference and the secret open it again.',
  },
} as const satisfies Record<string, Text>;
