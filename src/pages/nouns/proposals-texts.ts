import type { Text } from '../../base/texts.ts';

/** What pages say of proposed changes. */
export const proposalTexts = {
  title: { ar: 'تعديلات مقترحة', fr: 'Modifications proposées', en: 'Proposed changes' },
  number: { ar: 'الاقتراح رقم {number}', fr: 'Proposition n° {number}', en: 'Proposal no. {number}' },
  proposes: {
    ar: 'لا يتغيّر شيء الآن: يُسجَّل الاقتراح إلى أن يقبله شخص آخر أو يرفضه.',
    fr: 'Rien ne change pour l’instant : la proposition attend qu’une autre personne l’accepte ou la rejette.',
    en: 'Nothing changes yet: the proposal waits until another person accepts or declines it.',
  },
  accepts: {
    ar: 'تسري الأجوبة المقترحة كما هي:',
    fr: 'Les réponses proposées prennent effet telles quelles :',
    en: 'The proposed answers take effect exactly as they are:',
  },
  declines: {
    ar: 'لا يتغيّر شيء في الأجوبة، ويبقى الاقتراح في المجريات:',
    fr: 'Les réponses ne changent pas ; la proposition reste dans l’historique :',
    en: 'The answers stay as they are; the proposal stays in the history:',
  },
  proposed: { ar: 'اقتُرح تغيير:', fr: 'Changement proposé :', en: 'Proposed:' },
  accepted: {
    ar: 'قُبل الاقتراح رقم {number}.',
    fr: 'Proposition n° {number} acceptée.',
    en: 'Proposal no. {number} accepted.',
  },
  declined: {
    ar: 'رُفض الاقتراح رقم {number}.',
    fr: 'Proposition n° {number} rejetée.',
    en: 'Proposal no. {number} declined.',
  },
  hidden: {
    ar: 'يتناول أجوبة لا يطّلع عليها دورك.',
    fr: 'Elle porte sur des réponses que votre rôle ne consulte pas.',
    en: 'It is about answers that your role does not read.',
  },
  by: { ar: '{who}، {at}', fr: '{who}, {at}', en: '{who}, {at}' },
  applicant: { ar: 'صاحب الطلب', fr: 'le demandeur', en: 'the applicant' },
  yours: {
    ar: 'اقتراحك بانتظار القرار',
    fr: 'Votre proposition attend une décision',
    en: 'Your proposal waits for a decision',
  },
} as const satisfies Record<string, Text>;
