import type { Text } from '../../base/texts.ts';

/** Words of the pages on which a request is filled in, checked and sent. */
export const formPageTexts = {
  offline: {
    ar: 'لا اتصال بالإنترنت. بقي ما كتبته في هذه الصفحة: أعد المحاولة عند عودة الاتصال.',
    fr: 'Pas de connexion. Ce que vous avez écrit reste sur cette page : réessayez quand la connexion revient.',
    en: 'No connection. What you wrote stays on this page: try again when the connection is back.',
  },
  online: {
    ar: 'عاد الاتصال: يمكنك المتابعة.',
    fr: 'La connexion est revenue : vous pouvez continuer.',
    en: 'The connection is back: you can go on.',
  },
  keptTyped: {
    ar: 'انقطع الاتصال قبل أن يصل ما كتبته، وها هو من جديد: تابع لإرساله. أما الملفات فاخترها من جديد.',
    fr: 'La connexion s’est coupée avant l’arrivée de ce que vous aviez écrit ; le voici : continuez pour l’envoyer. Choisissez de nouveau les fichiers.',
    en: 'The connection broke before what you wrote arrived; here it is again: go on to send it. Choose files again.',
  },
  continue: { ar: 'متابعة', fr: 'Continuer', en: 'Continue' },
  check: { ar: 'المراجعة والإرسال', fr: 'Vérification et envoi', en: 'Check and send' },
  whoSees: { ar: 'من يطّلع على معلوماتك؟', fr: 'Qui voit vos informations ?', en: 'Who sees your information?' },
  checkTitle: {
    ar: 'راجع إجاباتك قبل الإرسال',
    fr: 'Vérifiez vos réponses avant l’envoi',
    en: 'Check your answers before sending',
  },
  whatHappens: {
    ar: 'ماذا يحدث بعد الإرسال؟',
    fr: 'Que se passe-t-il ensuite ?',
    en: 'What happens after you send it?',
  },
  receipt: {
    ar: 'تظهر لك فورًا صفحة فيها رقم مرجعي ورمز سري. بهما تتابع طلبك من أي هاتف ومن دون حساب.',
    fr: 'Une page affiche aussitôt une référence et un code secret. Ils permettent de suivre la demande depuis n’importe quel téléphone, sans compte.',
    en: 'A page shows you at once a reference and a secret code. With them you follow the request from any phone, without an account.',
  },
  declaration: {
    ar: 'بإرسال هذا الطلب أصرّح بأن المعلومات الواردة فيه صحيحة.',
    fr: 'En envoyant cette demande, je déclare que les informations qu’elle contient sont exactes.',
    en: 'By sending this request I declare that the information in it is true.',
  },
  toCheck: { ar: 'مراجعة الإجابات والإرسال', fr: 'Vérifier et envoyer', en: 'Check your answers and send' },
  sectionDone: { ar: 'مكتمل', fr: 'Terminé', en: 'Done' },
  sectionBegun: { ar: 'قيد الإكمال', fr: 'Commencé', en: 'In progress' },
  sectionToDo: { ar: 'للإكمال', fr: 'À remplir', en: 'To do' },
  sectionLater: { ar: 'لا يمكن البدء به بعد', fr: 'Pas encore disponible', en: 'Cannot start yet' },
  sectionLaterHint: {
    ar: 'أكمل الأجزاء التي قبله أولًا',
    fr: 'Terminez d’abord les parties précédentes',
    en: 'Finish the parts before it first',
  },
  later: {
    ar: 'حفظ الإجابات ومتابعتها لاحقًا',
    fr: 'Enregistrer et continuer plus tard',
    en: 'Save and continue later',
  },
  laterTitle: {
    ar: 'تابع لاحقًا من أي جهاز',
    fr: 'Continuez plus tard, sur n’importe quel appareil',
    en: 'Continue later on any device',
  },
  laterHow: {
    ar: 'إجاباتك محفوظة. افتح هذا الرابط، أو صوّر الرمز بجهاز آخر، لتكمل من حيث توقفت.',
    fr: 'Vos réponses sont enregistrées. Ouvrez ce lien, ou photographiez le code avec un autre appareil, pour reprendre où vous en étiez.',
    en: 'Your answers are saved. Open this link, or scan the code with another device, to go on where you stopped.',
  },
  laterUntil: {
    ar: 'يبقى الرابط صالحًا {days, plural, one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} بعد آخر تعديل.',
    fr: 'Le lien reste valable {days, plural, one {# jour} other {# jours}} après la dernière modification.',
    en: 'The link works for {days, plural, one {# day} other {# days}} after the last change.',
  },
  laterSecret: {
    ar: 'من يحمل هذا الرابط يستطيع قراءة إجاباتك وتعديلها: لا ترسله إلا إلى من تثق به.',
    fr: 'Quiconque détient ce lien peut lire et modifier vos réponses : ne le donnez qu’à une personne de confiance.',
    en: 'Whoever has this link can read and change your answers: give it only to somebody you trust.',
  },
  laterLink: { ar: 'الرابط', fr: 'Le lien', en: 'The link' },
  laterNothing: {
    ar: 'لم تبدأ بعد بملء هذه الاستمارة على هذا الجهاز.',
    fr: 'Vous n’avez encore rien rempli sur cet appareil.',
    en: 'You have not filled in anything on this device yet.',
  },
  resumeAsk: {
    ar: 'يُكمل هذا الرابط استمارة بدأ ملؤها على جهاز آخر. من أعطاك إيّاه يقرأ ما تكتبه فيها.',
    fr: 'Ce lien reprend un formulaire commencé sur un autre appareil. Qui vous l’a donné peut lire ce que vous y écrirez.',
    en: 'This link goes on with a form that was begun on another device. Whoever gave it to you can read what you write in it.',
  },
  resumeOwn: {
    ar: 'أكمل إذا كان الرابط رابطك أو رابط شخص تثق به. وإلا فابدأ استمارة خاصة بك.',
    fr: 'Continuez si ce lien est le vôtre ou celui d’une personne de confiance. Sinon, commencez votre propre formulaire.',
    en: 'Go on if the link is yours, or from somebody you trust. Otherwise begin a form of your own.',
  },
  resumeBegin: { ar: 'بدء استمارة خاصة بي', fr: 'Commencer mon formulaire', en: 'Begin my own form' },
  resumeGone: {
    ar: 'لم تعد هذه الإجابات محفوظة: إمّا أُرسلت وإمّا انتهت مدة حفظها.',
    fr: 'Ces réponses ne sont plus enregistrées : elles ont été envoyées, ou leur délai de conservation est passé.',
    en: 'These answers are no longer kept: they were sent, or the time for keeping them has passed.',
  },
  startAgain: { ar: 'البدء من جديد', fr: 'Recommencer', en: 'Start again' },
  goOn: { ar: 'متابعة ملء الاستمارة', fr: 'Continuer à remplir', en: 'Go on filling in' },
  send: { ar: 'إرسال الطلب', fr: 'Envoyer la demande', en: 'Send the request' },
  discard: { ar: 'حذف إجاباتي', fr: 'Effacer mes réponses', en: 'Delete my answers' },
  discardHint: {
    ar: 'إجاباتك محفوظة على هذا الهاتف أربعة عشر يومًا. إذا لم يكن هاتفك فاحذفها بعد الانتهاء.',
    fr: 'Vos réponses restent accessibles depuis ce téléphone pendant quatorze jours. Si ce n’est pas le vôtre, effacez-les en partant.',
    en: 'Your answers can be opened from this phone for fourteen days. If it is not yours, delete them when you leave.',
  },
} as const satisfies Record<string, Text>;
