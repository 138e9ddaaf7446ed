import type { Text } from '../../base/texts.ts';

export const transferTexts = {
  goesTo: {
    ar: 'تنتقل معالجة الطلب إلى: {institution}.',
    fr: 'La demande passe à : {institution}.',
    en: 'The record goes over to: {institution}.',
  },
  goesToDeclared: {
    ar: 'تنتقل معالجة كل طلب إلى الجهة التي تحددها الخدمة له.',
    fr: 'Chaque demande passe à l’institution que le service prévoit pour elle.',
    en: 'Each record goes over to the institution that the service names for it.',
  },
  goesToChosen: {
    ar: 'تنتقل معالجة الطلب إلى الجهة التي تختارها، ولا تعود لدى مؤسستك.',
    fr: 'La demande passe à l’institution que vous choisissez et quitte la vôtre.',
    en: 'The record goes over to the institution that you choose and leaves yours.',
  },
  dealsWith: {
    ar: 'تتولّى الجهة التي تختارها معالجته من الآن.',
    fr: 'L’institution que vous choisissez s’en charge désormais.',
    en: 'The institution that you choose deals with it from now on.',
  },
  deadlineAnew: {
    ar: 'تبدأ المهلة من جديد لدى الجهة المُحال إليها.',
    fr: 'Le délai y recommence.',
    en: 'Its time limit starts anew there.',
  },
  deadlineGoesOn: {
    ar: 'تستمر المهلة كما هي.',
    fr: 'Le délai continue de courir.',
    en: 'Its time limit goes on as it is.',
  },
  handedOver: {
    ar: 'أُحيل من: {from}، إلى: {to}.',
    fr: 'Transmise par : {from}, à : {to}.',
    en: 'Handed over from: {from}, to: {to}.',
  },
  nowWith: {
    ar: 'طلبك الآن لدى: {institution}',
    fr: 'Votre demande est maintenant chez : {institution}',
    en: 'Your request is now with: {institution}',
  },
  handedOverToYou: {
    ar: 'أحاله إليها: {from}.',
    fr: 'Elle lui a été transmise par : {from}.',
    en: 'It was handed over by: {from}.',
  },
  sentOn: { ar: 'أُحيل إلى: {to}.', fr: 'Transmise à : {to}.', en: 'Handed over to: {to}.' },
  leftTitle: {
    ar: 'هذا الطلب الآن لدى: {institution}',
    fr: 'Cette demande est maintenant chez : {institution}',
    en: 'This record is now with: {institution}',
  },
  left: {
    ar: 'تراه كما كان عند إحالته، ولا ترى ما جرى بعد ذلك.',
    fr: 'Vous la voyez telle qu’elle était à sa transmission, sans ce qui s’est passé depuis.',
    en: 'You see it as it was when it was handed over, and nothing of what happened since.',
  },
} as const satisfies Record<string, Text>;
