import type { Text } from '../base/texts.ts';
import type { Channel } from '../reactions/delivery-queries.ts';
import type { MessageStatus } from '../reactions/outbox-queries.ts';

/** Words of the two pages that show messages: the demonstration's outbox and the staff page of what was not delivered. */
export const channelTexts: Readonly<Record<Channel, Text>> = {
  sms: { ar: 'رسالة نصية', fr: 'SMS', en: 'Text message' },
  email: { ar: 'بريد إلكتروني', fr: 'E-mail', en: 'E-mail' },
};

export const statusTexts: Readonly<Record<MessageStatus, Text>> = {
  waiting: { ar: 'بانتظار الإرسال', fr: 'En attente', en: 'Waiting' },
  sent: { ar: 'أُرسلت', fr: 'Envoyé', en: 'Sent' },
  failed: { ar: 'لم تُرسل', fr: 'Échec', en: 'Failed' },
};

export const outboxTexts = {
  title: {
    ar: 'الرسائل المرسلة إلى أصحاب الطلبات',
    fr: 'Messages envoyés aux demandeurs',
    en: 'Messages sent to applicants',
  },
  lead: {
    ar: 'في هذا العرض التجريبي لا تصل أي رسالة إلى هاتف أو بريد: تظهر هنا كما كانت ستصل، الأحدث أولًا.',
    fr: 'Dans cette démonstration, aucun message n’atteint un téléphone ni une boîte aux lettres : ils apparaissent ici tels qu’ils arriveraient, le plus récent d’abord.',
    en: 'In this demonstration no message reaches a telephone or a mailbox: they are shown here as they would arrive, newest first.',
  },
  to: { ar: '{channel} إلى', fr: '{channel} à', en: '{channel} to' },
  parts: {
    ar: '{parts, plural, one {جزء واحد} two {جزءان} few {# أجزاء} many {# جزءًا} other {# جزء}}',
    fr: '{parts, plural, one {# partie} other {# parties}}',
    en: '{parts, plural, one {# part} other {# parts}}',
  },
  noWords: {
    ar: 'تعذّر إعداد نص هذه الرسالة.',
    fr: 'Le texte de ce message n’a pas pu être préparé.',
    en: 'The words of this message could not be made.',
  },
  older: { ar: 'رسائل أقدم', fr: 'Messages plus anciens', en: 'Older messages' },
  newest: { ar: 'أحدث الرسائل', fr: 'Messages les plus récents', en: 'Newest messages' },
  emptyTitle: { ar: 'لا رسائل بعد', fr: 'Aucun message pour l’instant', en: 'No messages yet' },
  empty: {
    ar: 'قدّم طلبًا، فتظهر هنا الرسالة التي تصل إلى صاحبه.',
    fr: 'Déposez une demande : le message que reçoit le demandeur apparaîtra ici.',
    en: 'Make a request: the message that its applicant gets will appear here.',
  },
} as const satisfies Record<string, Text>;

/** What a message about an account was, where it did not arrive. */
export const accountMailTexts: Readonly<Record<string, Text>> = {
  'account/invitation': {
    ar: 'دعوة إلى فتح حساب',
    fr: 'Invitation à ouvrir un compte',
    en: 'Invitation to open an account',
  },
  'account/already-member': {
    ar: 'دعوة لمن لديه حساب',
    fr: 'Invitation de qui a déjà un compte',
    en: 'Invitation of who has an account',
  },
  'account/reset': { ar: 'كلمة مرور منسية', fr: 'Mot de passe oublié', en: 'Forgotten password' },
  'account/changed': { ar: 'تغيير في طريقة الدخول', fr: 'Changement de connexion', en: 'A change to signing in' },
  'account/news': { ar: 'الموجز اليومي', fr: 'Le résumé du jour', en: 'The daily digest' },
  'account/escalated': { ar: 'تنبيه إلى ما تأخّر', fr: 'Une alerte de retard', en: 'A notice of what is late' },
  'account/decided': { ar: 'قرار بشأن الحساب', fr: 'Décision sur le compte', en: 'A decision about the account' },
};

export const undeliveredTexts = {
  accounts: { ar: 'رسائل عن الحسابات', fr: 'Messages sur les comptes', en: 'Messages about accounts' },
  accountsLead: {
    ar: 'رسائل إلى العاملين في جهاتك أو إلى من دُعي إليها. لا يظهر هنا الرابط الذي فيها. وقد يكون العنوان خاطئًا: اسحب الدعوة عندئذٍ وأرسل غيرها.',
    fr: 'Messages aux personnes de vos institutions ou à qui y est invité. Leur lien ne se voit pas ici. Si l’adresse est fausse, retirez l’invitation et refaites-en une.',
    en: 'Messages to people of your institutions, or to who is invited there. Their link is not shown here. If the address is wrong, withdraw the invitation and make another.',
  },
  about: { ar: 'عمّ', fr: 'Objet', en: 'About' },
  otherMail: { ar: 'رسالة أخرى', fr: 'Autre message', en: 'Another message' },
  title: { ar: 'رسائل لم تصل', fr: 'Messages non remis', en: 'Messages not delivered' },
  lead: {
    ar: 'كل رسالة تُعاد محاولتها سبع مرات خلال يوم ونصف، ثم تبقى هنا إلى أن يعيد أحد إرسالها.',
    fr: 'Chaque message est tenté sept fois en un jour et demi, puis reste ici jusqu’à ce que quelqu’un le renvoie.',
    en: 'Each message is tried seven times in a day and a half, then stays here until somebody sends it again.',
  },
  filters: { ar: 'أي رسائل', fr: 'Quels messages', en: 'Which messages' },
  record: { ar: 'الطلب', fr: 'Demande', en: 'Request' },
  recipient: { ar: 'إلى', fr: 'À', en: 'To' },
  problem: { ar: 'ما حدث', fr: 'Ce qui s’est passé', en: 'What happened' },
  answer: { ar: 'جواب البوابة: {status}', fr: 'Réponse de la passerelle : {status}', en: 'Gateway’s answer: {status}' },
  attempts: {
    ar: '{attempts, plural, =0 {لم تجرِ أي محاولة بعد} one {محاولة واحدة} two {محاولتان} few {# محاولات} many {# محاولة} other {# محاولة}}',
    fr: '{attempts, plural, =0 {Aucun essai pour l’instant} one {# essai} other {# essais}}',
    en: '{attempts, plural, =0 {Not tried yet} one {# attempt} other {# attempts}}',
  },
  next: { ar: 'المحاولة التالية:', fr: 'Prochain essai :', en: 'Next attempt:' },
  written: { ar: 'كُتبت', fr: 'Écrit', en: 'Written' },
  action: { ar: 'إجراء', fr: 'Action', en: 'Action' },
  retry: { ar: 'إعادة الإرسال', fr: 'Renvoyer', en: 'Send again' },
  retryAll: {
    ar: 'إعادة إرسال كل ما فشل ({channel}: {count})',
    fr: 'Renvoyer tous les échecs ({channel} : {count})',
    en: 'Send all failed again ({channel}: {count})',
  },
  retried: {
    ar: '{count, plural, one {ستُعاد محاولة إرسال رسالة واحدة الآن.} two {ستُعاد محاولة إرسال رسالتين الآن.} few {ستُعاد محاولة إرسال # رسائل الآن.} many {ستُعاد محاولة إرسال # رسالة الآن.} other {ستُعاد محاولة إرسال # رسالة الآن.}}',
    fr: '{count, plural, one {# message est de nouveau tenté maintenant.} other {# messages sont de nouveau tentés maintenant.}}',
    en: '{count, plural, one {# message is being tried again now.} other {# messages are being tried again now.}}',
  },
  notRetried: {
    ar: 'لم يُعَد إرسال شيء: لم تعد هذه الرسالة بين الرسائل الفاشلة.',
    fr: 'Rien n’a été renvoyé : ce message n’est plus en échec.',
    en: 'Nothing was sent again: this message is no longer among the failed ones.',
  },
  older: { ar: 'رسائل أقدم', fr: 'Messages plus anciens', en: 'Older messages' },
  emptyFailedTitle: { ar: 'لا رسائل فاشلة', fr: 'Aucun échec', en: 'No failed messages' },
  emptyFailed: {
    ar: 'إذا رفضت بوابة الإرسال رسالة أو بقيت متوقفة، ظهرت الرسالة هنا مع السبب.',
    fr: 'Un message que la passerelle refuse, ou qu’elle ne prend pas pendant trop longtemps, apparaît ici avec la raison.',
    en: 'A message that the gateway refuses, or does not take for too long, appears here with the reason.',
  },
  emptyWaitingTitle: { ar: 'لا رسائل بانتظار الإرسال', fr: 'Aucun message en attente', en: 'No messages waiting' },
  emptyWaiting: {
    ar: 'تُرسل الرسائل عادةً خلال ثانية.',
    fr: 'Un message part d’ordinaire en une seconde.',
    en: 'Messages usually leave within a second.',
  },
} as const satisfies Record<string, Text>;
