import type { Text } from '../../../base/texts.ts';

export const invitationTexts = {
  title: { ar: 'الدعوات', fr: 'Invitations', en: 'Invitations' },
  lead: {
    ar: 'من لا حساب له يُدعى برسالة فيها رابط صالح سبعة أيام، ويعيّن به اسمه وكلمة مروره.',
    fr: 'Qui n’a pas de compte reçoit un lien, valable sept jours, par lequel il choisit son nom et son mot de passe.',
    en: 'Somebody without an account gets a link, good for seven days, by which to choose a name and a password.',
  },
  invite: { ar: 'دعوة شخص', fr: 'Inviter une personne', en: 'Invite somebody' },
  inviteLead: {
    ar: 'يُرسل الرابط إلى هذا العنوان وحده. وعند فتح الحساب يُمنح هذا الدور.',
    fr: 'Le lien n’est envoyé qu’à cette adresse. Le compte aura ce rôle dès son ouverture.',
    en: 'The link is sent to this address only. The account has this role once it is opened.',
  },
  to: { ar: 'البريد الإلكتروني في العمل', fr: 'Adresse électronique professionnelle', en: 'Work e-mail address' },
  toHint: {
    ar: 'عنوان لا يقرؤه سوى المدعو',
    fr: 'Que la personne invitée est seule à lire',
    en: 'One that only the invited person reads',
  },
  toWrong: {
    ar: 'أدخل بريدًا إلكترونيًا كاملًا، مثل name@ministry.gov.lb',
    fr: 'Saisissez une adresse complète, comme nom@ministere.gov.lb',
    en: 'Enter a whole address, such as name@ministry.gov.lb',
  },
  language: { ar: 'لغة الرسالة', fr: 'Langue du message', en: 'Language of the message' },
  send: { ar: 'إرسال الدعوة', fr: 'Envoyer l’invitation', en: 'Send the invitation' },
  sent: { ar: 'أُرسلت الدعوة.', fr: 'L’invitation est envoyée.', en: 'The invitation is sent.' },
  none: { ar: 'لا دعوات مفتوحة', fr: 'Aucune invitation en attente', en: 'No open invitations' },
  until: { ar: 'صالحة حتى', fr: 'Valable jusqu’au', en: 'Good until' },
  tooOld: { ar: 'انتهى وقتها', fr: 'trop ancienne', en: 'too old' },
  withdraw: { ar: 'سحب', fr: 'Retirer', en: 'Withdraw' },
  withdrawOf: { ar: 'دعوة {email}', fr: 'l’invitation de {email}', en: 'the invitation of {email}' },
  withdrawn: { ar: 'سُحبت الدعوة.', fr: 'L’invitation est retirée.', en: 'The invitation is withdrawn.' },
} as const satisfies Record<string, Text>;
