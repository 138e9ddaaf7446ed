import type { Text } from '../base/texts.ts';
import type { DeliveryFailureCode } from '../outside/delivery-failure.ts';

/** What the `last_error` of a message means, and what can be done. */
export const deliveryErrorTexts: Readonly<Record<DeliveryFailureCode | 'not-rendered' | 'internal', Text>> = {
  unreachable: {
    ar: 'تعذّر الاتصال ببوابة الإرسال.',
    fr: 'La passerelle d’envoi est injoignable.',
    en: 'The gateway cannot be reached.',
  },
  'timed-out': {
    ar: 'لم تجب بوابة الإرسال في الوقت المحدد.',
    fr: 'La passerelle d’envoi n’a pas répondu à temps.',
    en: 'The gateway did not answer in time.',
  },
  'connection-lost': {
    ar: 'انقطع الاتصال ببوابة الإرسال.',
    fr: 'La connexion à la passerelle d’envoi a été coupée.',
    en: 'The connection to the gateway was lost.',
  },
  busy: {
    ar: 'طلبت بوابة الإرسال المحاولة لاحقًا.',
    fr: 'La passerelle d’envoi demande de réessayer plus tard.',
    en: 'The gateway asks to try again later.',
  },
  'gateway-error': {
    ar: 'حدث خطأ في بوابة الإرسال.',
    fr: 'La passerelle d’envoi a signalé une erreur chez elle.',
    en: 'The gateway reported a fault of its own.',
  },
  misconfigured: {
    ar: 'رفضت بوابة الإرسال إعداداتنا: يجب أن يتحقق مدير النظام من العنوان ورمز الدخول.',
    fr: 'La passerelle d’envoi refuse nos réglages : l’administrateur doit vérifier l’adresse et le mot de passe.',
    en: 'The gateway refuses our settings: an administrator has to check its address and password.',
  },
  refused: {
    ar: 'رفضت بوابة الإرسال هذه الرسالة، وغالبًا ما يكون الرقم أو العنوان غير صحيح.',
    fr: 'La passerelle d’envoi refuse ce message ; le plus souvent, le numéro ou l’adresse est faux.',
    en: 'The gateway refuses this message; most often the number or address is wrong.',
  },
  'not-rendered': {
    ar: 'تعذّر إعداد نص الرسالة. أبلغ مدير النظام.',
    fr: 'Le texte du message n’a pas pu être préparé. Prévenez l’administrateur.',
    en: 'The words of the message could not be made. Tell the administrator.',
  },
  internal: {
    ar: 'حدث خطأ من جهتنا. أبلغ مدير النظام.',
    fr: 'Une erreur s’est produite chez nous. Prévenez l’administrateur.',
    en: 'Something went wrong on our side. Tell the administrator.',
  },
};

/** Takes `last_error` apart: the words for its code, and the gateway's status when there was one. */
export const readDeliveryError = (lastError: string): { readonly text: Text; readonly status: string | undefined } => {
  const [code = '', status] = lastError.split(' ');
  const text = (deliveryErrorTexts as Readonly<Record<string, Text | undefined>>)[code] ?? deliveryErrorTexts.internal;
  return { text, status };
};
