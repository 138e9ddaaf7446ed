import type { Text } from '../../../base/texts.ts';
import type { SecondFactor } from '../../../access/grant.ts';
import type { PasswordFault } from '../../../access/password-judge.ts';

export const accountTexts = {
  title: { ar: 'الحساب والأمان', fr: 'Compte et sécurité', en: 'Account and security' },
  demonstration: {
    ar: 'حساب العرض التجريبي مشترك بين الزوار: لا يُغيَّر فيه الاسم ولا كلمة المرور ولا الإثبات الثاني.',
    fr: 'Ce compte de démonstration est partagé : ni le nom, ni le mot de passe, ni les facteurs ne peuvent y être changés.',
    en: 'This demonstration account is shared by visitors: its name, password and factors cannot be changed.',
  },
  profile: { ar: 'الاسم واللغة', fr: 'Nom et langue', en: 'Name and language' },
  nameArabic: { ar: 'الاسم بالعربية', fr: 'Nom en arabe', en: 'Name in Arabic' },
  nameLatin: { ar: 'الاسم بالأحرف اللاتينية', fr: 'Nom en caractères latins', en: 'Name in Latin letters' },
  nameHint: {
    ar: 'كما يظهر لزملائك وفي سجل ما أُنجز.',
    fr: 'Tel que vos collègues et l’historique le montrent.',
    en: 'As colleagues and the history of records show it.',
  },
  nameMissing: { ar: 'أدخل الاسم', fr: 'Saisissez le nom', en: 'Enter the name' },
  nameLatinMissing: {
    ar: 'أدخل الاسم بالأحرف اللاتينية',
    fr: 'Saisissez le nom en caractères latins',
    en: 'Enter the name in Latin letters',
  },
  nameTooLong: {
    ar: 'أدخل اسمًا لا يتجاوز 100 حرف',
    fr: 'Saisissez un nom de 100 caractères au plus',
    en: 'Enter a name of at most 100 characters',
  },
  email: { ar: 'البريد الإلكتروني', fr: 'Adresse e-mail', en: 'E-mail address' },
  language: {
    ar: 'لغة الصفحات والرسائل',
    fr: 'Langue des pages et des messages',
    en: 'Language of pages and messages',
  },
  save: { ar: 'حفظ', fr: 'Enregistrer', en: 'Save' },
  change: { ar: 'تغيير', fr: 'Modifier', en: 'Change' },
  roles: { ar: 'أدواري', fr: 'Mes rôles', en: 'My roles' },

  password: { ar: 'كلمة المرور', fr: 'Mot de passe', en: 'Password' },
  changePassword: { ar: 'تغيير كلمة المرور', fr: 'Changer de mot de passe', en: 'Change the password' },
  present: { ar: 'كلمة المرور الحالية', fr: 'Mot de passe actuel', en: 'Present password' },
  next: { ar: 'كلمة المرور الجديدة', fr: 'Nouveau mot de passe', en: 'New password' },
  passwordHint: {
    ar: '12 حرفًا على الأقل. عدة كلمات لا رابط بينها خير من كلمة واحدة معقّدة؛ المسافات والأحرف العربية مقبولة.',
    fr: 'Au moins 12 caractères. Quelques mots sans lien valent mieux qu’un seul mot compliqué ; espaces et lettres arabes sont admis.',
    en: 'At least 12 characters. A few unrelated words are better than one that is complicated; spaces and Arabic letters are welcome.',
  },
  passwordWrong: {
    ar: 'ليست هذه كلمة المرور الحالية. أدخلها من جديد.',
    fr: 'Ce n’est pas le mot de passe actuel. Saisissez-le à nouveau.',
    en: 'This is not the present password. Enter it again.',
  },
  passwordMissing: { ar: 'أدخل كلمة المرور', fr: 'Saisissez le mot de passe', en: 'Enter the password' },
  passwordEndsOthers: {
    ar: 'تنتهي بتغييرها كل جلساتك المفتوحة على أجهزة أخرى.',
    fr: 'Vos sessions ouvertes sur d’autres appareils seront fermées.',
    en: 'Your sessions that are open on other devices will end.',
  },

  factors: { ar: 'الإثبات الثاني عند الدخول', fr: 'Second facteur à la connexion', en: 'Second factor when signing in' },
  factorsLead: {
    ar: 'من سرق كلمة مرورك لا يدخل من دون ما بيدك: رمز من هاتفك أو مفتاح مرور.',
    fr: 'Un mot de passe volé ne suffit plus : il faut aussi ce que vous avez en main, un code de votre téléphone ou une clé d’accès.',
    en: 'A stolen password is then not enough: it also takes what you hold, a code from your phone or a passkey.',
  },
  app: { ar: 'تطبيق المصادقة', fr: 'Application d’authentification', en: 'Authenticator app' },
  appSince: { ar: 'معدّ منذ {since}', fr: 'Configurée depuis le {since}', en: 'Set up since {since}' },
  none: { ar: 'غير معدّ', fr: 'Non configurée', en: 'Not set up' },
  setUpApp: { ar: 'إعداد تطبيق المصادقة', fr: 'Configurer l’application', en: 'Set up an authenticator app' },
  removeApp: { ar: 'إزالة تطبيق المصادقة', fr: 'Retirer l’application', en: 'Remove the authenticator app' },
  codes: { ar: 'رموز الاسترداد', fr: 'Codes de secours', en: 'Recovery codes' },
  codesLeft: {
    ar: '{left, plural, zero {لم يبقَ أي رمز} one {بقي رمز واحد} two {بقي رمزان} few {بقيت # رموز} many {بقي # رمزًا} other {بقي # رمز}}',
    fr: '{left, plural, =0 {Plus aucun code} one {# code restant} other {# codes restants}}',
    en: '{left, plural, =0 {None left} one {# code left} other {# codes left}}',
  },
  makeCodes: { ar: 'إصدار رموز جديدة', fr: 'Créer de nouveaux codes', en: 'Make new codes' },
  makeCodesDetail: {
    ar: 'تُبطل الرموز الجديدة ما قبلها.',
    fr: 'Les nouveaux codes annulent les précédents.',
    en: 'New codes make those before them void.',
  },
  passkeys: { ar: 'مفاتيح المرور', fr: 'Clés d’accès', en: 'Passkeys' },
  noPasskeys: { ar: 'لا مفاتيح مرور', fr: 'Aucune clé d’accès', en: 'No passkeys' },
  passkeyLead: {
    ar: 'بالبصمة أو الوجه أو رمز الجهاز، تدخل من دون كلمة مرور. يلزم متصفح حديث.',
    fr: 'Empreinte, visage ou code de l’appareil : vous entrez sans mot de passe. Il faut un navigateur récent.',
    en: 'Finger, face or the code of the device: you enter without a password. It takes a recent browser.',
  },
  passkeyName: { ar: 'اسم لهذا المفتاح', fr: 'Nom de cette clé', en: 'A name for this passkey' },
  passkeyNameHint: {
    ar: 'مثل: هاتفي، حاسوب المكتب',
    fr: 'Par exemple : mon téléphone, poste du bureau',
    en: 'Such as: my phone, office computer',
  },
  addPasskey: { ar: 'إضافة مفتاح مرور', fr: 'Ajouter une clé d’accès', en: 'Add a passkey' },
  passkeyFailed: {
    ar: 'لم يُضف المفتاح. حاول مرة أخرى، أو استعمل جهازًا آخر.',
    fr: 'La clé n’a pas été ajoutée. Réessayez ou prenez un autre appareil.',
    en: 'The passkey was not added. Try again, or use another device.',
  },
  passkeyNeeds: {
    ar: 'يلزم لإضافة مفتاح مرور متصفح حديث تعمل فيه لغة JavaScript، واتصال آمن. وبإمكانك إعداد تطبيق المصادقة بدلًا منه.',
    fr: 'Ajouter une clé d’accès demande un navigateur récent avec JavaScript et une connexion sûre. Une application d’authentification fait aussi l’affaire.',
    en: 'Adding a passkey takes a recent browser with JavaScript and a secure connection. An authenticator app serves as well.',
  },
  added: { ar: 'أضيف في {at}', fr: 'Ajoutée le {at}', en: 'Added {at}' },
  lastUsed: { ar: 'آخر استعمال', fr: 'Dernier usage', en: 'Last used' },
  never: { ar: 'لم يُستعمل بعد', fr: 'Jamais', en: 'Never' },
  remove: { ar: 'إزالة', fr: 'Retirer', en: 'Remove' },
  lastFactor: {
    ar: 'يتطلّب دورك إثباتًا ثانيًا: أضف بديلًا قبل إزالة هذا.',
    fr: 'Votre rôle exige un second facteur : ajoutez-en un autre avant de retirer celui-ci.',
    en: 'Your role needs a second factor: add another before you remove this one.',
  },

  scanTitle: {
    ar: 'إعداد تطبيق المصادقة',
    fr: 'Configurer l’application d’authentification',
    en: 'Set up an authenticator app',
  },
  scan: {
    ar: 'افتح تطبيق مصادقة على هاتفك (أي تطبيق يعرف الرموز الزمنية)، وصوّر به هذا الرمز.',
    fr: 'Ouvrez sur votre téléphone une application d’authentification (n’importe laquelle) et photographiez ce code.',
    en: 'Open an authenticator app on your phone (any will do) and scan this code with it.',
  },
  scanPicture: {
    ar: 'رمز لتطبيق المصادقة',
    fr: 'Code pour l’application d’authentification',
    en: 'Code for the authenticator app',
  },
  typeKey: { ar: 'أو أدخل هذا المفتاح كتابةً', fr: 'Ou tapez cette clé', en: 'Or type this key' },
  codeOfApp: { ar: 'الرمز الذي يظهر في التطبيق', fr: 'Code affiché par l’application', en: 'Code that the app shows' },
  codeHint: {
    ar: 'ستة أرقام تتغيّر كل نصف دقيقة',
    fr: 'Six chiffres qui changent toutes les 30 secondes',
    en: 'Six digits that change every half minute',
  },
  codeWrong: {
    ar: 'الرمز غير صحيح أو انتهى وقته. أدخل الرمز الظاهر الآن، وتحقّق من ساعة هاتفك.',
    fr: 'Le code est faux ou périmé. Saisissez celui qui s’affiche maintenant et vérifiez l’heure du téléphone.',
    en: 'The code is wrong or out of date. Enter the one shown now, and check the clock of your phone.',
  },
  confirm: { ar: 'تأكيد', fr: 'Confirmer', en: 'Confirm' },
  needed: {
    ar: 'يتطلّب دورك إثباتًا ثانيًا عند الدخول. أعدّه الآن مرة واحدة لتتابع.',
    fr: 'Votre rôle exige un second facteur à la connexion. Configurez-le maintenant, une fois pour toutes.',
    en: 'Your role needs a second factor when signing in. Set it up now, once, to go on.',
  },

  codesTitle: { ar: 'رموز الاسترداد', fr: 'Vos codes de secours', en: 'Your recovery codes' },
  codesLead: {
    ar: 'دوّنها أو اطبعها واحفظها في مكان آمن: إن ضاع هاتفك تدخل بواحد منها. يُستعمل كل رمز مرة واحدة، ولن تظهر هذه الرموز مرة أخرى.',
    fr: 'Notez-les ou imprimez-les et gardez-les en lieu sûr : si vous perdez le téléphone, l’un d’eux vous fera entrer. Chacun sert une fois ; ils ne seront plus affichés.',
    en: 'Write them down or print them, and keep them safe: if you lose your phone, one of them lets you in. Each works once; they will not be shown again.',
  },
  print: { ar: 'طباعة', fr: 'Imprimer', en: 'Print' },
  goOn: { ar: 'حفظتها، متابعة', fr: 'Je les ai gardés, continuer', en: 'I have kept them, go on' },

  sessions: { ar: 'الجلسات المفتوحة', fr: 'Sessions ouvertes', en: 'Open sessions' },
  device: { ar: 'الجهاز', fr: 'Appareil', en: 'Device' },
  unknownDevice: { ar: 'جهاز غير معروف', fr: 'Appareil inconnu', en: 'Unknown device' },
  where: { ar: 'من أين', fr: 'D’où', en: 'From where' },
  sameNetwork: { ar: 'شبكتك الآن', fr: 'votre réseau actuel', en: 'your network now' },
  signedInWith: { ar: 'دخل بواسطة', fr: 'Connexion par', en: 'Signed in with' },
  lastSeen: { ar: 'آخر نشاط', fr: 'Dernière activité', en: 'Last seen' },
  thisSession: { ar: 'هذه الجلسة', fr: 'Cette session', en: 'This session' },
  endSession: { ar: 'إنهاء', fr: 'Fermer', en: 'End' },
  endSessionOf: { ar: 'جلسة {device}', fr: 'la session {device}', en: 'the session {device}' },
  endOthers: { ar: 'إنهاء كل الجلسات الأخرى', fr: 'Fermer toutes les autres sessions', en: 'End all other sessions' },

  history: { ar: 'ما حدث في الحساب', fr: 'Historique du compte', en: 'What happened to the account' },
  historyAll: { ar: 'السجل كله', fr: 'Tout l’historique', en: 'The whole history' },
  what: { ar: 'ماذا', fr: 'Quoi', en: 'What' },
  when: { ar: 'متى', fr: 'Quand', en: 'When' },
  older: { ar: 'الأقدم', fr: 'Plus anciens', en: 'Older' },
  byAdministrator: { ar: 'من مسؤول الحسابات', fr: 'par l’administration', en: 'by an administrator' },
  notYou: {
    ar: 'رأيت ما لم تفعله؟ غيّر كلمة مرورك وأنهِ الجلسات الأخرى وأبلغ المسؤول عن الحسابات.',
    fr: 'Quelque chose n’est pas de vous ? Changez de mot de passe, fermez les autres sessions et prévenez l’administration des comptes.',
    en: 'Something was not you? Change the password, end the other sessions, and tell whoever administers accounts.',
  },

  confirmTitle: { ar: 'تأكيد هويتك', fr: 'Confirmez votre identité', en: 'Confirm that it is you' },
  confirmLead: {
    ar: 'ما تريد القيام به حسّاس. أكّد هويتك أولًا؛ يكفي ذلك لعشر دقائق.',
    fr: 'Ce que vous allez faire est sensible. Confirmez d’abord votre identité ; cela vaut pour dix minutes.',
    en: 'What you are about to do is sensitive. First confirm that it is you; this holds for ten minutes.',
  },
  confirmWrong: {
    ar: 'كلمة المرور أو الرمز غير صحيح. أدخلهما من جديد.',
    fr: 'Le mot de passe ou le code est incorrect. Saisissez-les à nouveau.',
    en: 'The password or the code is wrong. Enter both again.',
  },
} as const satisfies Record<string, Text>;

/** What was changed, told once after it was. */
export const doneTexts = {
  profile: { ar: 'حُفظ الاسم واللغة.', fr: 'Nom et langue enregistrés.', en: 'Name and language are saved.' },
  password: {
    ar: 'تغيّرت كلمة المرور، وانتهت الجلسات الأخرى.',
    fr: 'Le mot de passe est changé ; les autres sessions sont fermées.',
    en: 'The password is changed; other sessions have ended.',
  },
  app: { ar: 'أُعدّ تطبيق المصادقة.', fr: 'L’application est configurée.', en: 'The authenticator app is set up.' },
  'app-removed': {
    ar: 'أُزيل تطبيق المصادقة.',
    fr: 'L’application est retirée.',
    en: 'The authenticator app is removed.',
  },
  passkey: { ar: 'أُضيف مفتاح المرور.', fr: 'La clé d’accès est ajoutée.', en: 'The passkey is added.' },
  'passkey-removed': { ar: 'أُزيل مفتاح المرور.', fr: 'La clé d’accès est retirée.', en: 'The passkey is removed.' },
  session: { ar: 'انتهت الجلسة.', fr: 'La session est fermée.', en: 'The session has ended.' },
  sessions: {
    ar: 'انتهت الجلسات الأخرى.',
    fr: 'Les autres sessions sont fermées.',
    en: 'The other sessions have ended.',
  },
} as const satisfies Record<string, Text>;

export const passwordFaultTexts: Readonly<Record<PasswordFault, Text>> = {
  'too-short': {
    ar: 'اختر كلمة مرور من 12 حرفًا على الأقل',
    fr: 'Choisissez un mot de passe d’au moins 12 caractères',
    en: 'Choose a password of at least 12 characters',
  },
  'too-long': {
    ar: 'اختر كلمة مرور لا تتجاوز 200 حرف',
    fr: 'Choisissez un mot de passe de 200 caractères au plus',
    en: 'Choose a password of at most 200 characters',
  },
  breached: {
    ar: 'كلمة المرور هذه معروفة لدى من يسرق الحسابات. اختر أخرى، مثل عدة كلمات لا رابط بينها',
    fr: 'Ce mot de passe figure dans des listes volées. Choisissez-en un autre, par exemple quelques mots sans lien',
    en: 'This password is in lists of stolen ones. Choose another, such as a few unrelated words',
  },
  'about-you': {
    ar: 'لا تبنِ كلمة المرور على اسمك أو بريدك أو اسم هذه البوابة. اختر مثلًا عدة كلمات لا رابط بينها',
    fr: 'Ne composez pas le mot de passe de votre nom, de votre adresse ou du nom de ce portail. Choisissez par exemple quelques mots sans lien',
    en: 'Do not make the password of your name, your address or the name of this portal. Choose for example a few unrelated words',
  },
  guessable: {
    ar: 'كلمة المرور هذه سهلة التخمين. أضف كلمة أو كلمتين لا رابط بينهما',
    fr: 'Ce mot de passe se devine vite. Ajoutez un ou deux mots sans lien',
    en: 'This password is quickly guessed. Add an unrelated word or two',
  },
};

export const secondFactorTexts: Readonly<Record<SecondFactor | 'none', Text>> = {
  totp: { ar: 'كلمة المرور وتطبيق المصادقة', fr: 'Mot de passe et application', en: 'Password and authenticator app' },
  'recovery-code': {
    ar: 'كلمة المرور ورمز استرداد',
    fr: 'Mot de passe et code de secours',
    en: 'Password and recovery code',
  },
  passkey: { ar: 'مفتاح مرور', fr: 'Clé d’accès', en: 'Passkey' },
  provider: { ar: 'الدخول الموحّد', fr: 'Connexion unique', en: 'Single sign-on' },
  none: { ar: 'كلمة المرور وحدها', fr: 'Mot de passe seul', en: 'Password alone' },
};
