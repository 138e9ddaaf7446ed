import type { Text } from '../../base/texts.ts';

/** What pages say of corrections. */
export const editTexts = {
  hiddenChanges: {
    ar: 'صُحّحت أجوبة لا يطّلع عليها دورك.',
    fr: 'Des réponses que votre rôle ne consulte pas ont été corrigées.',
    en: 'Answers that your role does not read were corrected.',
  },
  nothingChanged: { ar: 'لم يتغيّر أيّ جواب.', fr: 'Aucune réponse n’a changé.', en: 'No answer changed.' },
  asItWas: { ar: 'كما كان بعد هذه الخطوة', fr: 'Voir l’état après cette étape', en: 'As it was after this step' },
  corrects: {
    ar: 'تحلّ الأجوبة الجديدة محلّ السابقة، وتبقى السابقة في المجريات.',
    fr: 'Les nouvelles réponses remplacent les précédentes, qui restent dans l’historique.',
    en: 'The new answers take the place of the earlier ones, which stay in the history.',
  },
} as const satisfies Record<string, Text>;
