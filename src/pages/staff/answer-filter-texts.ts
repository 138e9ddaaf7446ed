import type { Text } from '../../base/texts.ts';

export const answerFilterTexts = {
  title: { ar: 'حسب الأجوبة', fr: 'Selon les réponses', en: 'By answers' },
  any: { ar: 'الكل', fr: 'Toutes', en: 'Any' },
  from: { ar: 'من', fr: 'De', en: 'From' },
  to: { ar: 'إلى', fr: 'À', en: 'To' },
  fromWhen: { ar: 'من {value}', fr: 'de {value}', en: 'from {value}' },
  untilWhen: { ar: 'إلى {value}', fr: 'à {value}', en: 'to {value}' },
  holds: { ar: 'يتضمّن', fr: 'contient', en: 'holds' },
  yes: { ar: 'نعم', fr: 'Oui', en: 'Yes' },
  no: { ar: 'لا', fr: 'Non', en: 'No' },
  apply: { ar: 'تطبيق', fr: 'Appliquer', en: 'Apply' },
  personal: {
    ar: 'ما تختاره من أجوبة شخصية لا يظهر في عنوان الصفحة.',
    fr: 'Ce que vous choisissez de réponses personnelles ne figure pas dans l’adresse de la page.',
    en: 'What you choose of personal answers does not stand in the address of the page.',
  },
} as const satisfies Record<string, Text>;
