import type { Text } from '../../base/texts.ts';

export const signInTexts = {
  title: { ar: 'تسجيل الدخول', fr: 'Connexion', en: 'Sign in' },
  lead: {
    ar: 'هذا المدخل للعاملين في الإدارات والمؤسسات.',
    fr: 'Cet accès est réservé aux agents des administrations et des institutions.',
    en: 'This entrance is for people who work in public institutions.',
  },
  followInstead: {
    ar: 'قدّمت طلبًا؟ تابعه برقمه ورمزه السري، من دون حساب.',
    fr: 'Vous avez déposé une demande ? Suivez-la avec sa référence et son code secret, sans compte.',
    en: 'Have you made a request? Follow it with its reference and secret, without an account.',
  },
  email: { ar: 'البريد الإلكتروني', fr: 'Adresse e-mail', en: 'E-mail address' },
  password: { ar: 'كلمة المرور', fr: 'Mot de passe', en: 'Password' },
  submit: { ar: 'الدخول', fr: 'Se connecter', en: 'Sign in' },
  emailMissing: { ar: 'أدخل بريدك الإلكتروني', fr: 'Saisissez votre adresse e-mail', en: 'Enter your e-mail address' },
  passwordMissing: { ar: 'أدخل كلمة المرور', fr: 'Saisissez votre mot de passe', en: 'Enter your password' },
  refused: {
    ar: 'البريد الإلكتروني أو كلمة المرور غير صحيحة. تحقّق منهما وحاول مرة أخرى.',
    fr: 'L’adresse e-mail ou le mot de passe est incorrect. Vérifiez-les et réessayez.',
    en: 'The e-mail address or the password is wrong. Check both and try again.',
  },
  limited: {
    ar: 'محاولات كثيرة لم تنجح. انتظر {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم حاول مرة أخرى.',
    fr: 'Trop d’essais infructueux. Attendez {minutes, plural, one {# minute} other {# minutes}} puis réessayez.',
    en: 'Too many attempts failed. Wait {minutes, plural, one {# minute} other {# minutes}}, then try again.',
  },
  busy: {
    ar: 'عدد كبير من الأشخاص يسجّلون الدخول الآن. حاول مرة أخرى بعد لحظات.',
    fr: 'Beaucoup de personnes se connectent en ce moment. Réessayez dans quelques instants.',
    en: 'Many people are signing in right now. Try again in a few moments.',
  },
  forgot: { ar: 'نسيت كلمة المرور؟', fr: 'Mot de passe oublié ?', en: 'Forgotten your password?' },
  withProvider: { ar: 'الدخول عبر {label}', fr: 'Se connecter avec {label}', en: 'Sign in with {label}' },
  withPasskey: { ar: 'الدخول بمفتاح مرور', fr: 'Se connecter avec une clé d’accès', en: 'Sign in with a passkey' },
  passkeyRefused: {
    ar: 'لم يُقبل مفتاح المرور. حاول مرة أخرى، أو ادخل بكلمة المرور.',
    fr: 'La clé d’accès n’a pas été acceptée. Réessayez ou utilisez le mot de passe.',
    en: 'The passkey was not accepted. Try again, or use the password.',
  },
  providerRefused: {
    ar: 'لم يكتمل الدخول عبر {label}. حاول من جديد، أو ادخل بكلمة المرور.',
    fr: 'La connexion avec {label} n’a pas abouti. Réessayez ou utilisez le mot de passe.',
    en: 'Signing in with {label} was not completed. Try again, or use the password.',
  },
  providerUnavailable: {
    ar: 'تعذّر الوصول إلى {label} الآن. حاول بعد قليل، أو ادخل بكلمة المرور.',
    fr: '{label} ne répond pas pour le moment. Réessayez plus tard ou utilisez le mot de passe.',
    en: '{label} cannot be reached right now. Try again later, or use the password.',
  },
  providerUnknown: {
    ar: 'لا حساب لك في هذا البرنامج. اطلب دعوة من المسؤول عن الحسابات في مؤسستك.',
    fr: 'Vous n’avez pas de compte ici. Demandez une invitation à l’administration des comptes de votre institution.',
    en: 'You have no account here. Ask whoever administers accounts at your institution for an invitation.',
  },

  codeTitle: { ar: 'خطوة ثانية', fr: 'Deuxième étape', en: 'Second step' },
  codeLead: {
    ar: 'كلمة المرور صحيحة. أثبت الآن هويتك بما بيدك.',
    fr: 'Le mot de passe est juste. Montrez maintenant ce que vous avez en main.',
    en: 'The password is right. Now show what you hold.',
  },
  code: { ar: 'الرمز', fr: 'Code', en: 'Code' },
  codeHint: {
    ar: 'ستة أرقام من تطبيق المصادقة، أو أحد رموز الاسترداد',
    fr: 'Six chiffres de l’application d’authentification, ou un code de secours',
    en: 'Six digits from the authenticator app, or one of your recovery codes',
  },
  codeMissing: { ar: 'أدخل الرمز', fr: 'Saisissez le code', en: 'Enter the code' },
  codeWrong: {
    ar: 'الرمز غير صحيح، أو سبق استعماله، أو انتهى وقته. أدخل الرمز الظاهر الآن.',
    fr: 'Le code est faux, déjà utilisé ou périmé. Saisissez celui qui s’affiche maintenant.',
    en: 'The code is wrong, used already, or out of date. Enter the one shown now.',
  },
  codeExpired: {
    ar: 'مضى وقت طويل على الخطوة الأولى. ابدأ من جديد.',
    fr: 'La première étape est trop ancienne. Recommencez.',
    en: 'The first step was too long ago. Start again.',
  },
  demoCode: {
    ar: 'في العرض التجريبي، الرمز الآن هو {code}.',
    fr: 'Pour la démonstration, le code est maintenant {code}.',
    en: 'In the demonstration the code is now {code}.',
  },
  startAgain: { ar: 'الدخول بحساب آخر', fr: 'Se connecter autrement', en: 'Sign in differently' },

  forgotTitle: { ar: 'كلمة مرور منسية', fr: 'Mot de passe oublié', en: 'Forgotten password' },
  forgotLead: {
    ar: 'أدخل بريدك الإلكتروني في العمل، فنرسل إليه رابطًا لتعيين كلمة مرور جديدة.',
    fr: 'Saisissez votre adresse professionnelle : nous y enverrons un lien pour choisir un nouveau mot de passe.',
    en: 'Enter your work e-mail address: we send a link there to choose a new password.',
  },
  forgotSend: { ar: 'إرسال الرابط', fr: 'Envoyer le lien', en: 'Send the link' },
  forgotSent: {
    ar: 'إن كان لهذا البريد حساب، فسيصله رابط خلال دقائق. الرابط صالح نصف ساعة.',
    fr: 'Si un compte existe à cette adresse, un lien y arrivera dans quelques minutes. Il vaut une demi-heure.',
    en: 'If there is an account with this address, a link arrives within minutes. It is good for half an hour.',
  },
  forgotSentDetail: {
    ar: 'لم يصل شيء؟ تحقّق من البريد غير المرغوب فيه، أو راجع المسؤول عن الحسابات في مؤسستك.',
    fr: 'Rien n’arrive ? Regardez dans les indésirables ou voyez l’administration des comptes de votre institution.',
    en: 'Nothing arrived? Look among unwanted mail, or ask whoever administers accounts at your institution.',
  },
  resetTitle: { ar: 'كلمة مرور جديدة', fr: 'Nouveau mot de passe', en: 'A new password' },
  resetFor: { ar: 'للحساب {email}', fr: 'Pour le compte {email}', en: 'For the account {email}' },
  resetSubmit: { ar: 'تعيين كلمة المرور', fr: 'Choisir ce mot de passe', en: 'Set the password' },
  resetDone: {
    ar: 'عُيّنت كلمة المرور الجديدة، وانتهت كل الجلسات المفتوحة. سجّل الدخول بها.',
    fr: 'Le nouveau mot de passe est enregistré et toutes les sessions sont fermées. Connectez-vous.',
    en: 'The new password is set, and all open sessions have ended. Sign in with it.',
  },
  linkExpired: { ar: 'الرابط لم يعد صالحًا', fr: 'Ce lien ne vaut plus', en: 'This link is no longer good' },
  resetExpired: {
    ar: 'استُعمل هذا الرابط أو انتهى وقته. اطلب رابطًا جديدًا.',
    fr: 'Il a déjà servi ou il est trop ancien. Demandez-en un autre.',
    en: 'It was used already, or is too old. Ask for another.',
  },
  resetAgain: { ar: 'طلب رابط جديد', fr: 'Demander un nouveau lien', en: 'Ask for a new link' },

  joinTitle: { ar: 'فتح حسابك', fr: 'Ouvrez votre compte', en: 'Open your account' },
  joinLead: {
    ar: 'دُعيت للعمل في {portal} بالبريد {email}.',
    fr: 'Vous êtes invité à travailler sur la plateforme « {portal} » avec l’adresse {email}.',
    en: 'You are invited to work at {portal} with the address {email}.',
  },
  joinSubmit: { ar: 'فتح الحساب', fr: 'Ouvrir le compte', en: 'Open the account' },
  joinExpired: {
    ar: 'استُعملت هذه الدعوة أو سُحبت أو انتهى وقتها. اطلب دعوة جديدة ممن دعاك، أو سجّل الدخول إن فتحت حسابك.',
    fr: 'Cette invitation a servi, a été retirée ou est trop ancienne. Demandez-en une autre, ou connectez-vous si votre compte est ouvert.',
    en: 'This invitation was used, withdrawn, or is too old. Ask for another, or sign in if you have opened your account.',
  },

  signedOut: { ar: 'تم تسجيل خروجك.', fr: 'Vous êtes déconnecté.', en: 'You are signed out.' },
  demoTitle: { ar: 'حسابات العرض التجريبي', fr: 'Comptes de démonstration', en: 'Demonstration accounts' },
  demoOthers: { ar: 'المنصّة', fr: 'La plateforme', en: 'The platform' },
  enter: { ar: 'الدخول', fr: 'Entrer', en: 'Enter' },
  asPerson: { ar: 'بحساب {name}', fr: 'comme {name}', en: 'as {name}' },
} as const satisfies Record<string, Text>;
