import type { Text } from '../../base/texts.ts';

export const successionTexts = {
  title: {
    ar: 'حلّت جهة محلّ أخرى',
    fr: 'Une institution a pris la suite d’une autre',
    en: 'One institution has taken the place of another',
  },
  record: {
    ar: 'لم تعد «{from}» قائمة، فانتقل الطلب إلى: {to}.',
    fr: '« {from} » n’existe plus : la demande est passée à : {to}.',
    en: '{from} no longer exists: the request has gone to {to}.',
  },
  recordForYou: {
    ar: 'لم تعد «{from}» قائمة، فانتقل طلبك كما هو إلى: {to}. ليس عليك أن تفعل شيئًا.',
    fr: '« {from} » n’existe plus : votre demande est passée telle quelle à : {to}. Vous n’avez rien à faire.',
    en: '{from} no longer exists: your request has gone as it is to {to}. You need not do anything.',
  },
  task: {
    ar: 'صارت «{task}» مطلوبة من: {to}.',
    fr: '« {task} » est désormais demandé à : {to}.',
    en: '“{task}” is now asked of {to}.',
  },
  released: {
    ar: 'لم يعد أحد مكلَّفًا بالطلب، لأنّ من كُلِّف به لا يعمل هناك.',
    fr: 'Plus personne n’en est chargé : qui l’était n’y a pas de poste.',
    en: 'Nobody is in charge of it any more: who was has no post there.',
  },
} as const satisfies Record<string, Text>;
