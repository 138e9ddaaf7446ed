import type { Text } from '../../base/texts.ts';

/** Words of the first page. */
export const homeTexts = {
  title: { ar: 'الصفحة الرئيسية', fr: 'Accueil', en: 'Home' },
  lead: {
    ar: 'قدّم طلبك من هاتفك، وتابعه خطوة بخطوة من دون حساب.',
    fr: 'Faites votre demande depuis votre téléphone et suivez-la pas à pas, sans compte.',
    en: 'Make your request from your phone and follow every step of it, without an account.',
  },
  services: { ar: 'الخدمات', fr: 'Services', en: 'Services' },
  track: { ar: 'متابعة طلب', fr: 'Suivre une demande', en: 'Follow a request' },
  verify: { ar: 'التحقق من وثيقة', fr: 'Vérifier un document', en: 'Check a document' },
  verifyDetail: {
    ar: 'هل عُرضت عليك وثيقة صادرة عن هذه البوابة؟ امسح رمزها لتعرف هل هي صحيحة وما زالت صالحة، حتى من دون اتصال بالإنترنت.',
    fr: 'On vous présente un document délivré ici ? Scannez son code pour savoir s’il est authentique et encore valable, même sans connexion.',
    en: 'Were you shown a document issued here? Scan its code to see whether it is genuine and still valid, even without a connection.',
  },
  howItWorks: { ar: 'كيف تعمل هذه البوابة؟', fr: 'Comment ça marche ?', en: 'How it works' },
  way: { ar: 'من الطلب إلى الجواب', fr: 'De la demande à la réponse', en: 'From the request to the answer' },
  more: { ar: 'المزيد عن عمل البوابة', fr: 'En savoir plus', en: 'More about how it works' },
} as const satisfies Record<string, Text>;

/** The way of a request, in the order in which its maker meets it. */
export const wayTexts: readonly { readonly title: Text; readonly detail: Text }[] = [
  {
    title: { ar: 'املأ الطلب', fr: 'Remplissez la demande', en: 'Fill in the request' },
    detail: {
      ar: 'أسئلة قليلة في كل صفحة. ما تكتبه محفوظ حتى لو انقطع الاتصال.',
      fr: 'Quelques questions par page. Ce que vous saisissez est gardé, même si la connexion est coupée.',
      en: 'A few questions on each page. What you type is kept even when the connection breaks.',
    },
  },
  {
    title: { ar: 'احتفظ بالرقمين', fr: 'Gardez les deux numéros', en: 'Keep the two numbers' },
    detail: {
      ar: 'الرقم المرجعي والرمز السري يفتحان طلبك من أي هاتف.',
      fr: 'La référence et le code secret ouvrent votre demande depuis n’importe quel téléphone.',
      en: 'The reference and the secret code open your request from any phone.',
    },
  },
  {
    title: { ar: 'استلم الجواب', fr: 'Recevez la réponse', en: 'Get the answer' },
    detail: {
      ar: 'يصلك الجواب ضمن مهلة معلنة ومع السبب. وإذا لم تكن موافقًا عليه أمكنك أن تطلب إعادة النظر حيث تتيح الخدمة ذلك.',
      fr: 'La réponse arrive dans un délai annoncé, avec son motif. Si vous n’êtes pas d’accord, vous pouvez la contester là où le service le prévoit.',
      en: 'The answer comes within a stated time and with its reason. If you do not agree, you can contest it where the service provides for that.',
    },
  },
];
