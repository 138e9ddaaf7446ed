import type { Text } from '../base/texts.ts';
import type { AgreementStanding } from './agreements.ts';

/** Why nothing is given, and what can be done about it. Days are written as 2026-11-22 in every language. */
const standings: Readonly<Record<Exclude<AgreementStanding, 'standing'>, Text>> = {
  proposed: {
    ar: 'الاتفاق رقم {number} اقتُرح ولم تقبله الجهة الأخرى بعد. على مسؤول فيها قبوله في صفحة الاتفاقات.',
    fr: 'L’accord n° {number} est proposé et l’autre partie ne l’a pas encore accepté. Un de ses administrateurs doit l’accepter sur la page des accords.',
    en: 'Agreement no. {number} is proposed and the other side has not accepted it yet. One of its administrators has to, on the page of agreements.',
  },
  declined: {
    ar: 'الاتفاق رقم {number} لم تقبله الجهة الأخرى. على المسؤول في جهتك اقتراح اتفاق جديد.',
    fr: 'L’accord n° {number} n’a pas été accepté par l’autre partie. L’administrateur de votre institution peut en proposer un autre.',
    en: 'Agreement no. {number} was declined by the other side. The administrator of your institution can propose another.',
  },
  withdrawn: {
    ar: 'اقتراح الاتفاق رقم {number} سُحب. على المسؤول في جهتك اقتراح اتفاق جديد.',
    fr: 'La proposition d’accord n° {number} a été retirée. L’administrateur de votre institution peut en proposer une autre.',
    en: 'The proposal of agreement no. {number} was taken back. The administrator of your institution can propose another.',
  },
  coming: {
    ar: 'يسري الاتفاق رقم {number} ابتداءً من {from}. عُد في ذلك اليوم.',
    fr: 'L’accord n° {number} prend effet le {from}. Revenez à cette date.',
    en: 'Agreement no. {number} takes effect on {from}. Come back on that day.',
  },
  over: {
    ar: 'انتهى الاتفاق رقم {number} في {until}. على المسؤول في جهتك اقتراح اتفاق جديد.',
    fr: 'L’accord n° {number} est arrivé à terme le {until}. L’administrateur de votre institution peut en proposer un nouveau.',
    en: 'Agreement no. {number} ran until {until}. The administrator of your institution can propose a new one.',
  },
  ended: {
    ar: 'أُنهي الاتفاق رقم {number} في {until}. على المسؤول في جهتك اقتراح اتفاق جديد.',
    fr: 'Il a été mis fin à l’accord n° {number} le {until}. L’administrateur de votre institution peut en proposer un nouveau.',
    en: 'Agreement no. {number} was ended on {until}. The administrator of your institution can propose a new one.',
  },
};

export const sharedReadingTexts = {
  ...standings,
  otherRole: {
    ar: 'يقرأ هذه السجلات بموجب الاتفاق أصحاب دور محدّد في الجهة المتلقّية. اطلب هذا الدور من المسؤول في جهتك.',
    fr: 'Un rôle précis de l’institution qui reçoit lit ces dossiers. Demandez ce rôle à votre administrateur.',
    en: 'A certain role at the receiving institution reads these records. Ask your administrator for that role.',
  },
  needed: {
    ar: 'تقرأ جهتك هذه السجلات بموجب اتفاق فقط: افتحها من صفحة «مشاركة البيانات».',
    fr: 'Votre institution ne lit ces dossiers qu’en vertu d’un accord : ouvrez-les depuis la page « Données partagées ».',
    en: 'Your institution reads these records under an agreement only: open them from the page “Shared data”.',
  },
  outside: {
    ar: 'لا يشمل الاتفاق رقم {number} هذه المعلومة. ما يشمله: {fields}. يمكن للمسؤول اقتراح اتفاق آخر.',
    fr: 'L’accord n° {number} ne couvre pas ce champ. Il couvre : {fields}. L’administrateur peut proposer un autre accord.',
    en: 'Agreement no. {number} does not cover this field. It covers: {fields}. The administrator can propose another agreement.',
  },
  consent: {
    ar: 'لا موافقة سارية على «{purpose}» لسجل بهذا الرقم. يمكن لصاحب الطلب إعطاؤها من صفحة متابعة طلبه.',
    fr: 'Aucun consentement à « {purpose} » n’est en vigueur pour un dossier de ce numéro. La personne peut le donner sur la page de suivi de sa demande.',
    en: 'No consent to “{purpose}” stands for a record of this number. The person can give it on the page where the request is followed.',
  },
} as const;
