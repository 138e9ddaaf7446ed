import type { Text } from '../../base/texts.ts';

/** Words of the pages that gather a person's requests by phone. */
export const requestsTexts = {
  title: { ar: 'طلباتي', fr: 'Mes demandes', en: 'My requests' },
  signIn: {
    ar: 'عرض طلباتي برقم الهاتف',
    fr: 'Voir mes demandes avec mon téléphone',
    en: 'See my requests with my phone',
  },
  lead: {
    ar: 'اكتب رقم هاتفك فنرسل إليه رمزًا من ستة أرقام. بعده ترى كل الطلبات التي قُدّمت بهذا الرقم، من دون حفظ أرقامها المرجعية.',
    fr: 'Indiquez votre numéro : nous y envoyons un code à six chiffres. Vous verrez ensuite toutes les demandes faites avec ce numéro, sans en garder les références.',
    en: 'Give your number: we send it a six-digit code. You then see all requests made with this number, without keeping their references.',
  },
  notNeeded: {
    ar: 'ليس ذلك شرطًا: كل طلب يُفتح أيضًا برقمه المرجعي ورمزه السري. ولا تستعمله إلا برقم لا يقرأ رسائله سواك.',
    fr: 'Ce n’est jamais nécessaire : chaque demande s’ouvre aussi avec sa référence et son code secret. Ne l’utilisez qu’avec un numéro dont vous êtes seul à lire les messages.',
    en: 'You never need to: each request also opens with its reference and secret code. Use it only with a number whose messages nobody else reads.',
  },
  byReference: {
    ar: 'متابعة طلب برقمه المرجعي',
    fr: 'Suivre une demande avec sa référence',
    en: 'Follow a request by its reference',
  },
  phone: { ar: 'رقم هاتفك الخلوي', fr: 'Votre numéro de mobile', en: 'Your mobile number' },
  phoneHint: { ar: 'مثال: 03 123 456', fr: 'Exemple : 03 123 456', en: 'For example: 03 123 456' },
  phoneWrong: {
    ar: 'اكتب رقم هاتف صحيحًا، مثل 03 123 456',
    fr: 'Saisissez un numéro de téléphone valable, comme 03 123 456',
    en: 'Enter a valid phone number, such as 03 123 456',
  },
  send: { ar: 'إرسال الرمز', fr: 'Envoyer le code', en: 'Send the code' },
  codeTitle: { ar: 'أدخل الرمز', fr: 'Saisissez le code', en: 'Enter the code' },
  codeLead: {
    ar: 'أرسلنا رسالة قصيرة إلى الرقم الذي كتبته. الرمز صالح لعشر دقائق.',
    fr: 'Un SMS est parti vers le numéro indiqué. Le code est valable dix minutes.',
    en: 'A text message is on its way to the number you gave. The code is good for ten minutes.',
  },
  code: { ar: 'الرمز', fr: 'Code', en: 'Code' },
  codeHint: { ar: 'ستة أرقام', fr: 'Six chiffres', en: 'Six digits' },
  codeWrong: {
    ar: 'ليس هذا هو الرمز. تحقّق من آخر رسالة وصلتك.',
    fr: 'Ce n’est pas le bon code. Vérifiez le dernier SMS reçu.',
    en: 'That is not the code. Check the latest message you received.',
  },
  codeGone: {
    ar: 'لم يعد هذا الرمز صالحًا. اطلب رمزًا جديدًا.',
    fr: 'Ce code n’est plus valable. Demandez-en un autre.',
    en: 'This code no longer works. Ask for a new one.',
  },
  ownPhone: {
    ar: 'هذا جهازي وحدي: أبقِني داخلًا ثلاثين يومًا',
    fr: 'Cet appareil n’est qu’à moi : rester connecté trente jours',
    en: 'This device is mine alone: keep me signed in for thirty days',
  },
  otherNumber: { ar: 'رقم آخر، أو رمز جديد', fr: 'Autre numéro, ou nouveau code', en: 'Another number, or a new code' },
  open: { ar: 'عرض طلباتي', fr: 'Voir mes demandes', en: 'See my requests' },
  tooMany: {
    ar: 'محاولات كثيرة. انتظر {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم أعد المحاولة، أو افتح طلبك برقمه المرجعي ورمزه السري.',
    fr: 'Trop de tentatives. Patientez {minutes, plural, one {# minute} other {# minutes}} puis réessayez, ou ouvrez votre demande avec sa référence et son code secret.',
    en: 'Too many attempts. Wait {minutes, plural, one {# minute} other {# minutes}}, then try again, or open your request with its reference and secret code.',
  },
  whose: {
    ar: 'الطلبات المقدَّمة بالرقم {phone}',
    fr: 'Demandes faites avec le {phone}',
    en: 'Requests made with {phone}',
  },
  submitted: { ar: 'قُدّم في {date}', fr: 'Déposée le {date}', en: 'Made on {date}' },
  emptyTitle: { ar: 'لا طلبات بعد', fr: 'Aucune demande pour l’instant', en: 'No requests yet' },
  empty: {
    ar: 'يظهر هنا كل طلب تقدّمه بهذا الرقم. طلب أقدم أو برقم آخر؟ افتحه مرة برقمه المرجعي ورمزه السري فيُضاف إلى هذه القائمة.',
    fr: 'Chaque demande faite avec ce numéro apparaîtra ici. Une demande plus ancienne, ou faite avec un autre numéro ? Ouvrez-la une fois avec sa référence et son code secret : elle s’ajoutera à cette liste.',
    en: 'Each request you make with this number appears here. An older one, or one made with another number? Open it once with its reference and secret code, and it joins this list.',
  },
  more: {
    ar: 'طلب ناقص؟ افتحه مرة برقمه المرجعي ورمزه السري فيُضاف إلى هذه القائمة.',
    fr: 'Il en manque une ? Ouvrez-la une fois avec sa référence et son code secret : elle s’ajoutera à cette liste.',
    en: 'One is missing? Open it once with its reference and secret code, and it joins this list.',
  },
  services: { ar: 'الخدمات', fr: 'Les services', en: 'Services' },
  leave: { ar: 'خروج', fr: 'Se déconnecter', en: 'Sign out' },
  leaveEverywhere: { ar: 'خروج من كل الأجهزة', fr: 'Se déconnecter partout', en: 'Sign out everywhere' },
  left: {
    ar: 'خرجتَ. طلباتك كما هي.',
    fr: 'Vous êtes déconnecté. Vos demandes restent.',
    en: 'You are signed out. Your requests stay.',
  },
  forget: { ar: 'حذف هذه القائمة', fr: 'Supprimer cette liste', en: 'Delete this list' },
  forgetLead: {
    ar: 'نحذف رقم هاتفك من هذه القائمة ونُخرجك من كل الأجهزة. طلباتك تبقى لدى الإدارات وتُفتح بأرقامها المرجعية ورموزها السرية؛ وتستطيع البدء من جديد متى شئت.',
    fr: 'Votre numéro est retiré de cette liste et vous êtes déconnecté partout. Vos demandes restent auprès des administrations et s’ouvrent avec leur référence et leur code secret ; vous pourrez recommencer quand vous voudrez.',
    en: 'Your number is removed from this list and you are signed out everywhere. Your requests stay with the offices and open with their references and secret codes; you can begin again at any time.',
  },
  forgotten: { ar: 'حُذفت القائمة.', fr: 'La liste est supprimée.', en: 'The list is deleted.' },
} as const satisfies Record<string, Text>;
