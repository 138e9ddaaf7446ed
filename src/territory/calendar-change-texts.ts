import type { Text } from '../base/texts.ts';

export const calendarChangeTexts = {
  noSuchDay: {
    ar: 'لا يوجد يوم كهذا: اكتب اليوم والشهر والسنة بالأرقام، مثل 16 5 2027',
    fr: 'Ce jour n’existe pas : écrivez le jour, le mois et l’année en chiffres, comme 16 5 2027',
    en: 'There is no such day: write day, month and year in digits, such as 16 5 2027',
  },
  isHoliday: {
    ar: 'هذا اليوم عطلة أصلًا: عطلة واحدة تُقفل الدوائر كعطلتين',
    fr: 'Ce jour est déjà férié : un seul suffit pour fermer les bureaux',
    en: 'This day is a holiday already: one closes offices as well as two',
  },
  wrongYear: {
    ar: 'اكتب سنة لا تسبق آخر عطلة مدرجة',
    fr: 'Écrivez une année qui n’est pas avant le dernier jour férié indiqué',
    en: 'Write a year that is not before the last holiday listed',
  },
  wrongHours: {
    ar: 'اكتب الدوام هكذا 08:00-14:00، ولفترتين 08:00-12:00, 13:00-15:30، واتركه فارغًا ليوم الإقفال',
    fr: 'Écrivez les heures ainsi : 08:00-14:00, ou 08:00-12:00, 13:00-15:30 ; vide pour un jour fermé',
    en: 'Write hours like this: 08:00-14:00, or 08:00-12:00, 13:00-15:30; empty for a day on which offices are closed',
  },
  neverOpen: {
    ar: 'لا بدّ من يوم عمل واحد على الأقل',
    fr: 'Il faut au moins un jour ouvré',
    en: 'There has to be at least one working day',
  },
  endsBefore: {
    ar: 'تنتهي قبل أن تبدأ: صحّح أحد التاريخين',
    fr: 'Elle finit avant de commencer : corrigez une des dates',
    en: 'It ends before it begins: correct one of the dates',
  },
  overlaps: {
    ar: 'تتداخل مع فترة أخرى: احذف تلك أولًا أو صحّح التاريخين',
    fr: 'Elle en chevauche une autre : retirez celle-là d’abord, ou corrigez les dates',
    en: 'It overlaps with another one: remove that first, or correct the dates',
  },
} as const satisfies Record<string, Text>;
