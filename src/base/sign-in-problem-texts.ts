import type { ProblemText } from './problem-texts.ts';

/** Problems of who is not signed in, or not far enough. */
export const signInProblemTexts = {
  'sign-in-required': {
    title: { ar: 'يجب تسجيل الدخول', fr: 'Connexion nécessaire', en: 'You need to sign in' },
    detail: {
      ar: 'سجّل الدخول بحسابك ثم أعد المحاولة.',
      fr: 'Connectez-vous avec votre compte puis réessayez.',
      en: 'Sign in with your account, then try again.',
    },
  },
  'second-factor-required': {
    title: {
      ar: 'يلزم إثبات ثانٍ للهوية',
      fr: 'Second facteur nécessaire',
      en: 'A second factor is needed',
    },
    detail: {
      ar: 'أضف إلى الطلب رمز تطبيق المصادقة في الحقل code. إن لم يكن لديك تطبيق بعد، فسجّل الدخول من صفحة العاملين لإعداده.',
      fr: 'Ajoutez à la demande le code de votre application d’authentification dans le champ code. Si vous n’en avez pas encore, connectez-vous sur la page du personnel pour la configurer.',
      en: 'Add the code of your authenticator app to the request, in the field code. If you have no app yet, sign in on the staff pages to set it up.',
    },
  },
  'fresh-sign-in-required': {
    title: {
      ar: 'يلزم تأكيد هويتك من جديد',
      fr: 'Confirmez à nouveau votre identité',
      en: 'Confirm again that it is you',
    },
    detail: {
      ar: 'هذا الإجراء حسّاس، ومضى وقت على دخولك. سجّل الدخول من جديد ثم أعد المحاولة.',
      fr: 'Cet acte est sensible et votre connexion date déjà. Connectez-vous à nouveau puis réessayez.',
      en: 'This act is sensitive and you signed in some time ago. Sign in again, then retry.',
    },
  },
  'wrong-sign-in': {
    title: {
      ar: 'البريد الإلكتروني أو كلمة المرور غير صحيحة',
      fr: 'Adresse ou mot de passe incorrect',
      en: 'Wrong e-mail address or password',
    },
    detail: {
      ar: 'تحقّق منهما ثم أعد المحاولة.',
      fr: 'Vérifiez-les puis réessayez.',
      en: 'Check both, then try again.',
    },
  },
  'outside-administration': {
    title: {
      ar: 'لهذا الشخص صلاحيات خارج ما تديره',
      fr: 'Cette personne a aussi des droits ailleurs',
      en: 'This person has rights beyond what you administer',
    },
    detail: {
      ar: 'حساب كهذا لا يغلقه ولا يفتحه ولا يزيل إثباته الثاني إلا من يدير كل صلاحياته. يمكنك إنهاء الصلاحيات التي تديرها أنت.',
      fr: 'Seul l’administrateur de tous ses droits ferme ou rouvre ce compte, ou en retire le second facteur. Vous pouvez retirer les droits que vous administrez.',
      en: 'Only who administers all of them closes such an account, opens it again or takes its second factor away. You can end the rights that you administer.',
    },
  },
  'last-administrator': {
    title: {
      ar: 'لا تبقى جهة بلا مدير',
      fr: 'Une institution ne reste pas sans administrateur',
      en: 'An institution is not left without an administrator',
    },
    detail: {
      ar: 'هذا آخر مدير دائم للمنصّة أو لجهة لا تتبع أي جهة أخرى. امنح الدور شخصًا آخر أوّلًا.',
      fr: 'C’est le dernier administrateur permanent de la plateforme, ou d’une institution qui ne relève d’aucune autre. Donnez d’abord ce rôle à quelqu’un d’autre.',
      en: 'This is the last lasting administrator of the platform, or of an institution that answers to no other. Give the role to somebody else first.',
    },
  },
} satisfies Record<string, ProblemText>;
