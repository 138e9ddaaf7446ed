import type { Text } from '../../base/texts.ts';

/** Words of the pages on which a request is filled in, checked and sent. */
export const formPageTexts = {
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
  send: { ar: 'إرسال الطلب', fr: 'Envoyer la demande', en: 'Send the request' },
  discard: { ar: 'حذف إجاباتي', fr: 'Effacer mes réponses', en: 'Delete my answers' },
  discardHint: {
    ar: 'إجاباتك محفوظة على هذا الهاتف أربعة عشر يومًا. إذا لم يكن هاتفك فاحذفها بعد الانتهاء.',
    fr: 'Vos réponses restent accessibles depuis ce téléphone pendant quatorze jours. Si ce n’est pas le vôtre, effacez-les en partant.',
    en: 'Your answers can be opened from this phone for fourteen days. If it is not yours, delete them when you leave.',
  },
} as const satisfies Record<string, Text>;
