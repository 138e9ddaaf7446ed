import type { Text } from '../../../base/texts.ts';

export const printingTexts = {
  title: { ar: 'الطبعة {number}', fr: 'Impression {number}', en: 'Printout {number}' },
  lead: {
    ar: 'قارن بما على الورق: الرقم والاسم والوقت في أسفل كل صفحة.',
    fr: 'Comparez avec le papier : numéro, nom et heure au bas de chaque page.',
    en: 'Compare with the paper: number, name and time at the foot of every page.',
  },
  current: {
    ar: 'هذه أحدث طبعة، ولم يتغيّر السجل بعدها',
    fr: 'C’est l’impression la plus récente, et le dossier n’a pas changé depuis',
    en: 'This is the newest printout, and the record has not changed since',
  },
  changed: {
    ar: 'تغيّر السجل بعد هذه الطبعة: لم يعد الورق كاملًا',
    fr: 'Le dossier a changé depuis cette impression : le papier n’est plus à jour',
    en: 'The record has changed since this printout: the paper is out of date',
  },
  changedAt: { ar: 'آخر تغيير', fr: 'Dernier changement', en: 'Last change' },
  newer: {
    ar: 'طُبع السجل مرة أخرى بعد هذه الطبعة',
    fr: 'Le dossier a été imprimé de nouveau depuis',
    en: 'The record has been printed again since',
  },
  newest: { ar: 'أحدث طبعة: {number}', fr: 'La plus récente : {number}', en: 'The newest: {number}' },
  record: { ar: 'السجل', fr: 'Dossier', en: 'Record' },
  number: { ar: 'رقم الطبعة', fr: 'N° d’impression', en: 'Printout' },
  by: { ar: 'طبعها', fr: 'Imprimé par', en: 'Printed by' },
  at: { ar: 'متى', fr: 'Quand', en: 'When' },
  records: { ar: 'عدد السجلات فيها', fr: 'Dossiers contenus', en: 'Records in it' },
  digest: {
    ar: 'بصمة الملف (SHA-256)',
    fr: 'Empreinte du fichier (SHA-256)',
    en: 'Digest of the file (SHA-256)',
  },
  all: { ar: 'طبعات هذا السجل', fr: 'Impressions de ce dossier', en: 'Printouts of this record' },
} as const satisfies Record<string, Text>;
