import type { Text } from '../../base/texts.ts';

/** Words that a new service begins with; its author replaces them. */
export const newTexts = {
  summary: {
    ar: 'قدّم طلبك هنا وتابعه برقمه المرجعي.',
    fr: 'Déposez votre demande ici et suivez-la avec sa référence.',
    en: 'Make your request here and follow it by its reference.',
  },
  who: { ar: 'كل من يحتاج إلى هذه الخدمة', fr: 'Toute personne qui en a besoin', en: 'Whoever needs it' },
  needs: {
    ar: 'رقم هاتف خليوي يستقبل الرسائل القصيرة',
    fr: 'Un numéro de portable qui reçoit des SMS',
    en: 'A mobile number that can receive text messages',
  },
  whoSees: {
    ar: 'يطّلع على طلبك الموظفون المكلّفون به فقط.',
    fr: 'Seuls les agents chargés de votre demande la lisent.',
    en: 'Only the officers in charge of your request read it.',
  },
  applicantPage: { ar: 'من صاحب الطلب؟', fr: 'Qui fait la demande ?', en: 'Who makes the request?' },
  requestPage: { ar: 'ما هو طلبك؟', fr: 'Quelle est votre demande ?', en: 'What is your request?' },
  fullName: { ar: 'الاسم الكامل', fr: 'Nom complet', en: 'Full name' },
  phone: { ar: 'رقم الهاتف الخليوي', fr: 'Numéro de portable', en: 'Mobile number' },
  submitted: { ar: 'بانتظار القرار', fr: 'En attente de décision', en: 'Waiting for a decision' },
  asked: { ar: 'بانتظار جوابك', fr: 'En attente de votre réponse', en: 'Waiting for your answer' },
  askedForStaff: {
    ar: 'بانتظار جواب صاحب الطلب',
    fr: 'En attente de la réponse du demandeur',
    en: 'Waiting for the applicant’s answer',
  },
  approved: { ar: 'تمت الموافقة', fr: 'Accordée', en: 'Approved' },
  refused: { ar: 'مرفوض', fr: 'Refusée', en: 'Refused' },
  withdrawn: { ar: 'مسحوب', fr: 'Retirée', en: 'Withdrawn' },
  approve: { ar: 'الموافقة', fr: 'Accorder', en: 'Approve' },
  ask: { ar: 'طرح سؤال', fr: 'Poser une question', en: 'Ask a question' },
  question: { ar: 'سؤالك لصاحب الطلب', fr: 'Votre question au demandeur', en: 'Your question to the applicant' },
  refuse: { ar: 'الرفض', fr: 'Refuser', en: 'Refuse' },
  reason: { ar: 'سبب الرفض', fr: 'Motif du refus', en: 'Why it is refused' },
  answer: { ar: 'الإجابة عن السؤال', fr: 'Répondre à la question', en: 'Answer the question' },
  reply: { ar: 'جوابك', fr: 'Votre réponse', en: 'Your answer' },
  withdraw: { ar: 'سحب الطلب', fr: 'Retirer la demande', en: 'Withdraw the request' },
  statement: {
    ar: 'تمت الموافقة على طلب حامل هذه الوثيقة.',
    fr: 'La demande du titulaire de ce document a été accordée.',
    en: 'The request of the holder of this document was approved.',
  },
} as const satisfies Record<string, Text>;
