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
  signedOut: { ar: 'تم تسجيل خروجك.', fr: 'Vous êtes déconnecté.', en: 'You are signed out.' },
  demoTitle: { ar: 'حسابات العرض التجريبي', fr: 'Comptes de démonstration', en: 'Demonstration accounts' },
  demoOthers: { ar: 'المنصّة', fr: 'La plateforme', en: 'The platform' },
  enter: { ar: 'الدخول', fr: 'Entrer', en: 'Enter' },
  asPerson: { ar: 'بحساب {name}', fr: 'comme {name}', en: 'as {name}' },
} as const satisfies Record<string, Text>;
