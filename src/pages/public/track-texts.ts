import type { Text } from '../../base/texts.ts';

/** Words of the page that opens a request by its two numbers. */
export const trackTexts = {
  title: { ar: 'متابعة طلب', fr: 'Suivre une demande', en: 'Follow a request' },
  lead: {
    ar: 'تجد الرقمين على الإيصال وفي الرسالة القصيرة التي وصلتك. لا حاجة إلى حساب.',
    fr: 'Les deux numéros figurent sur le récépissé et dans le SMS que vous avez reçu. Aucun compte n’est nécessaire.',
    en: 'Both numbers stand on your receipt and in the text message you received. You do not need an account.',
  },
  reference: { ar: 'الرقم المرجعي', fr: 'Référence', en: 'Reference' },
  referenceHint: { ar: 'مثال: {example}', fr: 'Exemple : {example}', en: 'For example: {example}' },
  secret: { ar: 'الرمز السري', fr: 'Code secret', en: 'Secret code' },
  secretHint: { ar: 'اثنا عشر رقمًا', fr: 'Douze chiffres', en: 'Twelve digits' },
  open: { ar: 'فتح الطلب', fr: 'Ouvrir la demande', en: 'Open the request' },
  referenceMissing: { ar: 'أدخل الرقم المرجعي', fr: 'Saisissez la référence', en: 'Enter the reference' },
  secretMissing: { ar: 'أدخل الرمز السري', fr: 'Saisissez le code secret', en: 'Enter the secret code' },
  wrong: {
    ar: 'لا يوجد طلب بهذا الرقم المرجعي وهذا الرمز السري. تحقّق منهما كما وردا في الإيصال أو الرسالة.',
    fr: 'Aucune demande ne correspond à cette référence et à ce code secret. Vérifiez-les sur le récépissé ou dans le message.',
    en: 'No request has this reference and this secret code. Check both as they stand on the receipt or in the message.',
  },
  tooMany: {
    ar: 'محاولات كثيرة لم تنجح. انتظر {minutes, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}} ثم أعد المحاولة.',
    fr: 'Trop d’essais infructueux. Patientez {minutes, plural, one {# minute} other {# minutes}} puis réessayez.',
    en: 'Too many attempts have failed. Wait {minutes, plural, one {# minute} other {# minutes}}, then try again.',
  },
  opened: {
    ar: 'طلبات فُتحت على هذا الهاتف',
    fr: 'Demandes ouvertes sur ce téléphone',
    en: 'Requests opened on this phone',
  },
  forgotten: {
    ar: 'لم يعد هذا الهاتف يفتح الطلب. احتفظ بالرقم المرجعي والرمز السري لتفتحه من جديد.',
    fr: 'Ce téléphone n’ouvre plus la demande. Gardez la référence et le code secret pour l’ouvrir à nouveau.',
    en: 'This phone no longer opens the request. Keep the reference and the secret code to open it again.',
  },
  done: { ar: 'تمّ وسُجّل: {action}', fr: 'C’est enregistré : {action}', en: 'Done and recorded: {action}' },
  // Before an action is done.
  confirm: { ar: 'تأكيد: {action}', fr: 'Confirmer : {action}', en: 'Confirm: {action}' },
  theyWrote: { ar: 'ما كتبته الإدارة', fr: 'Ce que l’administration a écrit', en: 'What the office wrote' },
  endsIt: {
    ar: 'ينتهي طلبك ولا يمكن الرجوع عن ذلك. يمكنك تقديم طلب جديد في أي وقت.',
    fr: 'Votre demande prend fin, sans retour possible. Vous pourrez en faire une nouvelle à tout moment.',
    en: 'Your request ends, and this cannot be undone. You can make a new one at any time.',
  },
  goesOn: {
    ar: 'يعود طلبك إلى الإدارة لتتابع النظر فيه.',
    fr: 'Votre demande retourne à l’administration, qui reprend son examen.',
    en: 'Your request goes back to the office, which goes on examining it.',
  },
} as const satisfies Record<string, Text>;
