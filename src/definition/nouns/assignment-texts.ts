import type { Text } from '../../base/texts.ts';

export const assignmentTexts = {
  assignee: { ar: 'يُكلَّف بالطلب', fr: 'À qui confier la demande', en: 'Who takes it on' },
  assigneeHint: {
    ar: 'زملاء يحق لهم البتّ في هذا الطلب',
    fr: 'Les collègues qui peuvent traiter cette demande',
    en: 'Colleagues who may act on this record',
  },
} as const satisfies Record<string, Text>;
