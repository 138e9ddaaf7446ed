import type { Text } from '../base/texts.ts';

/** Words that say which conditions of a rule were met, on which answers. */
export const explainTexts = {
  seen: { ar: '{question}: {answer}', fr: '{question} : {answer}', en: '{question}: {answer}' },
  asked: {
    ar: '{facts} – المطلوب: {asked}',
    fr: '{facts} – la règle demande : {asked}',
    en: '{facts} – the rule asks: {asked}',
  },
  unknown: {
    ar: '{facts} – المطلوب: {asked}. لا يُعرف ما كان عليه العدد حينها.',
    fr: '{facts} – la règle demande : {asked}. Le nombre d’alors n’a pas été conservé.',
    en: '{facts} – the rule asks: {asked}. What the number was then is not known.',
  },
  askedAsWritten: {
    ar: '{facts} – القاعدة كما كُتبت: {rule}',
    fr: '{facts} – la règle telle qu’écrite : {rule}',
    en: '{facts} – the rule as written: {rule}',
  },
  hidden: {
    ar: 'شرط يتعلّق بجواب لا يشمله دورك',
    fr: 'Une condition sur une réponse qui n’est pas destinée à votre rôle',
    en: 'A condition on an answer that is not for your role',
  },
  is: { ar: '{values}', fr: '{values}', en: '{values}' },
  isNot: { ar: 'غير {values}', fr: 'autre que {values}', en: 'other than {values}' },
  isIn: { ar: '{values}', fr: '{values}', en: '{values}' },
  isNotIn: { ar: 'غير {values}', fr: 'autre que {values}', en: 'other than {values}' },
  less: { ar: 'أقل من {values}', fr: 'moins de {values}', en: 'less than {values}' },
  atMost: { ar: '{values} على الأكثر', fr: 'au plus {values}', en: 'at most {values}' },
  more: { ar: 'أكثر من {values}', fr: 'plus de {values}', en: 'more than {values}' },
  atLeast: { ar: '{values} على الأقل', fr: 'au moins {values}', en: 'at least {values}' },
  openProposals: { ar: 'التعديلات المقترحة', fr: 'Modifications proposées', en: 'Proposed changes' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  channel: { ar: 'طريقة التقديم', fr: 'Voie d’arrivée', en: 'How it came in' },
  notAnswered: { ar: 'بلا جواب', fr: 'sans réponse', en: 'not answered' },
  notKept: { ar: 'غير معروف', fr: 'inconnu', en: 'not known' },
  whyNot: {
    ar: 'لماذا لم يُتَّخذ آليًا إجراء «{action}»',
    fr: 'Pourquoi « {action} » n’a pas été fait automatiquement',
    en: 'Why “{action}” was not done automatically',
  },
  why: {
    ar: 'القاعدة التي أدّت إلى «{action}»',
    fr: 'La règle qui a mené à « {action} »',
    en: 'The rule that led to “{action}”',
  },
  met: { ar: 'متحقّق', fr: 'remplie', en: 'met' },
  notMet: { ar: 'غير متحقّق', fr: 'non remplie', en: 'not met' },
  notTold: { ar: 'غير محدّد', fr: 'indéterminée', en: 'not determined' },
} as const satisfies Record<string, Text>;
