import type { DecisionRefusal } from '../../../access/account-decisions.ts';
import type { Text } from '../../../base/texts.ts';

/** Words of closing accounts, opening them again, and taking lost second factors away. */
export const decisionTexts = {
  account: { ar: 'الحساب', fr: 'Compte', en: 'The account' },
  closedAccounts: { ar: 'الحسابات المغلقة', fr: 'Comptes fermés', en: 'Closed accounts' },
  closedLead: {
    ar: 'من أُغلق حسابه ممن كان يعمل في جهاتك. لا يستطيع أحد الدخول بحساب مغلق، وتبقى أعماله في السجلّات.',
    fr: 'Les personnes de vos institutions dont le compte est fermé. Personne ne s’y connecte ; ce qui fut fait reste dans les historiques.',
    en: 'People of your institutions whose account is closed. Nobody signs in with it; what was done stays in the histories.',
  },
  nobodyHere: { ar: 'لا أحد هنا', fr: 'Personne ici', en: 'Nobody here' },
  noRights: { ar: 'لا صلاحيات', fr: 'Aucun droit', en: 'No rights' },
  close: { ar: 'إغلاق الحساب', fr: 'Fermer le compte', en: 'Close the account' },
  closeOf: { ar: 'إغلاق حساب {name}', fr: 'Fermer le compte : {name}', en: 'Close the account of {name}' },
  closeLead: {
    ar: 'تنتهي جلساته فورًا ولا يدخل أحد بهذا الحساب بعد ذلك. تتوقف صلاحياته وتنتهي وكالاته وتُسحب دعواته. وما قام به يبقى في السجلّات، ويمكن فتح الحساب من جديد.',
    fr: 'Ses sessions prennent fin aussitôt et plus personne ne se connecte. Ses droits sont suspendus, ses suppléances finissent, ses invitations sont retirées. Ce qui fut fait reste, et le compte peut être rouvert.',
    en: 'Its sessions end at once and nobody signs in with it any more. Its rights rest, its deputies end, its invitations are withdrawn. What was done stays, and the account can be opened again.',
  },
  work: { ar: 'العمل المفتوح لديه', fr: 'Travail en cours', en: 'Open work' },
  noWork: {
    ar: 'لا طلب مفتوحًا في عهدته.',
    fr: 'Aucune demande ne lui est confiée.',
    en: 'No open record is in this person’s hands.',
  },
  workOf: {
    ar: '{n, plural, zero {لا طلبات} one {طلب واحد} two {طلبان} few {# طلبات} many {# طلبًا} other {# طلب}} · {service} · {institution}',
    fr: '{n, plural, one {# demande} other {# demandes}} · {service} · {institution}',
    en: '{n, plural, one {# record} other {# records}} · {service} · {institution}',
  },
  whatOfWork: { ar: 'لمن يذهب هذا العمل؟', fr: 'À qui va ce travail ?', en: 'Who gets this work?' },
  workHint: {
    ar: 'كل طلب يُسجَّل فيه انتقاله. وما لا يحقّ لمن تختاره يبقى في صندوق الجهة بلا مكلَّف.',
    fr: 'L’historique de chaque demande le dit. Ce que la personne choisie n’a pas le droit de traiter attend dans la corbeille.',
    en: 'The history of each record says so. What the chosen person may not work on waits in its basket.',
  },
  toBasket: {
    ar: 'لا أحد: يبقى في صندوق الجهة ليأخذه أيّ زميل',
    fr: 'Personne : il attend dans la corbeille de l’institution',
    en: 'Nobody: it waits in the basket of the institution',
  },
  reason: { ar: 'السبب', fr: 'Motif', en: 'Reason' },
  reasonHint: {
    ar: 'يُحفظ باسمك ولا يُحذف، ويُرسل إلى صاحب الحساب في رسالة.',
    fr: 'Conservé avec votre nom, et envoyé à la personne par courriel.',
    en: 'Kept for good with your name, and sent to the person by e-mail.',
  },
  reasonMissing: {
    ar: 'اكتب السبب، في 500 حرف على الأكثر',
    fr: 'Écrivez le motif, en 500 caractères au plus',
    en: 'Write the reason, in 500 characters at most',
  },
  confirm: { ar: 'تأكيد', fr: 'Confirmation', en: 'Confirmation' },
  back: { ar: 'رجوع من دون تغيير', fr: 'Revenir sans rien changer', en: 'Go back, change nothing' },
  sure: { ar: 'نعم، أغلق هذا الحساب', fr: 'Oui, fermer ce compte', en: 'Yes, close this account' },
  sureFactors: {
    ar: 'تأكّدتُ من هوية هذا الشخص بنفسي',
    fr: 'J’ai vérifié moi-même l’identité de cette personne',
    en: 'I have made sure myself who this person is',
  },
  sureMissing: { ar: 'أكّد ذلك أوّلًا', fr: 'Confirmez-le d’abord', en: 'Confirm this first' },
  closed: {
    ar: 'أُغلق الحساب وانتهت جلساته. ينتقل عمله المفتوح خلال لحظات.',
    fr: 'Le compte est fermé, ses sessions sont terminées. Son travail en cours est transmis sous peu.',
    en: 'The account is closed and its sessions have ended. Its open work is handed on within moments.',
  },
  closedSince: { ar: 'هذا الحساب مغلق', fr: 'Ce compte est fermé', en: 'This account is closed' },
  closedBy: {
    ar: 'أغلقه {name} في {at}. السبب: {reason}',
    fr: 'Fermé par {name}, {at}. Motif : {reason}',
    en: 'Closed by {name}, {at}. Reason: {reason}',
  },
  reopen: { ar: 'فتح الحساب من جديد', fr: 'Rouvrir le compte', en: 'Open the account again' },
  reopenOf: { ar: 'فتح حساب {name} من جديد', fr: 'Rouvrir le compte : {name}', en: 'Open the account of {name} again' },
  reopenLead: {
    ar: 'تعود إليه الصلاحيات المذكورة هنا ويدخل بكلمة مروره وإثباته الثاني كما كانا. وما انتقل من عمله لا يعود إليه.',
    fr: 'Les droits ci-dessous valent à nouveau ; mot de passe et second facteur sont inchangés. Le travail transmis ne revient pas.',
    en: 'The rights below hold again; password and second factor are as they were. Work that was handed on does not come back.',
  },
  reopened: { ar: 'فُتح الحساب من جديد.', fr: 'Le compte est rouvert.', en: 'The account is open again.' },
  factors: { ar: 'إزالة الإثبات الثاني', fr: 'Retirer le second facteur', en: 'Take the second factor away' },
  factorsOf: {
    ar: 'إزالة الإثبات الثاني من حساب {name}',
    fr: 'Retirer le second facteur : {name}',
    en: 'Take away the second factor of {name}',
  },
  factorsLead: {
    ar: 'لمن فقد هاتفه ورموزه وأثبت لك هويته. يُزال تطبيق المصادقة ومفاتيح المرور ورموز الاسترداد، وتنتهي الجلسات. وتبقى كلمة المرور، ويُطلب إثبات ثانٍ جديد عند الدخول حيث يلزم لدوره.',
    fr: 'Pour qui a perdu téléphone et codes, et vous a prouvé son identité. Application, clés d’accès et codes de secours sont retirés, les sessions finissent. Le mot de passe reste ; un nouveau second facteur est demandé à la connexion là où un rôle l’exige.',
    en: 'For who has lost phone and codes, and has proved to you who it is. Authenticator app, passkeys and recovery codes are taken away, and sessions end. The password stays; a new second factor is asked at the next sign-in where a role needs one.',
  },
  factorsWarning: {
    ar: 'لا تكفي مكالمة ولا رسالة: من يطلب ذلك قد يكون من سرق كلمة المرور.',
    fr: 'Un appel ou un message ne suffit pas : qui le demande a peut-être volé le mot de passe.',
    en: 'A call or a message is not enough: who asks may have stolen the password.',
  },
  noFactors: {
    ar: 'لا إثبات ثانيًا لهذا الحساب.',
    fr: 'Ce compte n’a pas de second facteur.',
    en: 'This account has no second factor.',
  },
  factorsTaken: {
    ar: 'أُزيل الإثبات الثاني وانتهت الجلسات.',
    fr: 'Le second facteur est retiré et les sessions sont terminées.',
    en: 'The second factor is gone, and the sessions have ended.',
  },
  decisions: { ar: 'ما تقرّر بشأن الحساب', fr: 'Décisions sur le compte', en: 'Decided about the account' },
} as const satisfies Record<string, Text>;

export const refusalTexts: Readonly<Record<DecisionRefusal, Text>> = {
  'own-account': {
    ar: 'هذا حسابك: لا يغلق أحد حسابه بنفسه. اطلب ذلك من مدير آخر.',
    fr: 'C’est votre compte : personne ne ferme le sien. Demandez à un autre administrateur.',
    en: 'This is your own account: nobody closes that. Ask another administrator.',
  },
  'outside-administration': {
    ar: 'لهذا الشخص صلاحيات في جهات لا تديرها، فلا يقرّر بشأن حسابه إلا من يديرها كلها.',
    fr: 'Cette personne a aussi des droits là où vous n’administrez pas : seul qui les administre tous décide de son compte.',
    en: 'This person also has rights where you do not administer: only who administers all of them decides about the account.',
  },
  demonstration: {
    ar: 'هذا حساب للعرض يستعمله كل زائر: يبقى إثباته الثاني كما هو.',
    fr: 'Compte de démonstration, partagé par tous : son second facteur reste.',
    en: 'This is an account of the demonstration, which visitors share: its second factor stays.',
  },
};
