import type { Text } from '../../base/texts.ts';

/** Words of the page that presents a service. */
export const servicePageTexts = {
  start: { ar: 'ابدأ الطلب', fr: 'Commencer la demande', en: 'Start now' },
  noAccount: { ar: 'لا حاجة إلى حساب.', fr: 'Aucun compte n’est nécessaire.', en: 'You do not need an account.' },
  howLong: { ar: 'متى يأتي الجواب', fr: 'Délai de réponse', en: 'When the answer comes' },
  fee: { ar: 'الرسم', fr: 'Coût', en: 'Fee' },
  owner: { ar: 'الجهة المسؤولة', fr: 'Qui répond', en: 'Who answers' },
  who: { ar: 'من يحق له تقديم الطلب؟', fr: 'Qui peut faire la demande ?', en: 'Who can ask?' },
  needs: { ar: 'ما الذي تحتاج إليه؟', fr: 'Ce qu’il vous faut', en: 'What you need' },
  whoSees: { ar: 'من يطّلع على معلوماتك؟', fr: 'Qui voit vos informations ?', en: 'Who sees your information?' },
  kept: { ar: 'حفظ المعلومات', fr: 'Conservation', en: 'Kept for' },
  keptFor: {
    ar: '{months} بعد انتهاء الطلب، ثم تُمحى',
    fr: '{months} après la fin de la demande, puis effacement',
    en: '{months} after the request ends, then erased',
  },
  notOffered: {
    ar: 'لا يُقدَّم طلب لهذه الخدمة عبر الإنترنت',
    fr: 'Aucune demande en ligne pour ce service',
    en: 'You do not apply for this online',
  },
  enteredBy: {
    ar: 'من يسجّل البيانات: {roles}.',
    fr: 'Qui fait les inscriptions : {roles}.',
    en: 'Who makes the entries: {roles}.',
  },
  unfinished: {
    ar: 'لديك طلب لم يُرسل بعد على هذا الهاتف',
    fr: 'Une demande inachevée est enregistrée sur ce téléphone',
    en: 'There is an unfinished request on this phone',
  },
  unfinishedDetail: {
    ar: 'يمكنك أن تكمله، أو أن تحذفه إذا لم يكن لك.',
    fr: 'Vous pouvez la reprendre ou, si elle n’est pas à vous, l’effacer.',
    en: 'You can go on with it or, if it is not yours, delete it.',
  },
  resume: { ar: 'إكمال الطلب', fr: 'Reprendre la demande', en: 'Go on with it' },
  discard: { ar: 'حذفه والبدء من جديد', fr: 'L’effacer et recommencer', en: 'Delete it and start again' },
} as const satisfies Record<string, Text>;
