import type { Text } from '../base/texts.ts';

/** Words that stand on every printed document, whatever the service. Values come with bidi isolates around them. */
export const documentTexts = {
  sameDay: {
    ar: 'صالح يوم {day} من الساعة {from} إلى الساعة {until}',
    fr: 'Valable le {day} de {from} à {until}',
    en: 'Valid on {day} from {from} to {until}',
  },
  severalDays: {
    ar: 'صالح من {fromDay} الساعة {from} إلى {untilDay} الساعة {until}',
    fr: 'Valable du {fromDay} à {from} au {untilDay} à {until}',
    en: 'Valid from {fromDay} at {from} to {untilDay} at {until}',
  },
  issued: {
    ar: 'صدر في {day} الساعة {time}',
    fr: 'Délivré le {day} à {time}',
    en: 'Issued on {day} at {time}',
  },
  verify: {
    ar: 'هذه الوثيقة موقّعة إلكترونيًا. للتحقق منها امسح الرمز بالهاتف من صفحة {address}، حتى من دون اتصال بالإنترنت.',
    fr: 'Ce document est signé électroniquement. Pour le vérifier, scannez le code depuis {address}, même sans connexion.',
    en: 'This document is signed electronically. To check it, scan the code from {address}, even without a connection.',
  },
  specimen: { ar: 'نموذج', fr: 'SPÉCIMEN', en: 'SPECIMEN' },
  page: { ar: 'صفحة', fr: 'page', en: 'page' },
  code: { ar: 'رمز التحقق من الوثيقة', fr: 'Code de vérification du document', en: 'Code to check the document' },
} as const satisfies Record<string, Text>;
