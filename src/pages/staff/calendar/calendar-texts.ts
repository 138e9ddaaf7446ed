import { intlLocale, type Locale, say, type Text } from '../../../base/texts.ts';
import { type Circle, mostCounted } from '../../../projections/due.ts';

export const calendarTexts = {
  title: { ar: 'الروزنامة', fr: 'Calendrier', en: 'Calendar' },
  whose: { ar: 'روزنامة مَن', fr: 'Le calendrier de qui', en: 'Whose calendar' },
  views: { ar: 'العرض', fr: 'Affichage', en: 'View' },
  days: { ar: 'سبعة أيام', fr: 'Sept jours', en: 'Seven days' },
  month: { ar: 'الشهر', fr: 'Mois', en: 'Month' },
  overdue: { ar: 'المتأخّر', fr: 'En retard', en: 'Overdue' },
  today: { ar: 'اليوم', fr: 'Aujourd’hui', en: 'Today' },
  tomorrow: { ar: 'غدًا', fr: 'Demain', en: 'Tomorrow' },
  closed: { ar: 'يوم عطلة أسبوعية', fr: 'Bureaux fermés', en: 'Offices closed' },
  holiday: { ar: 'عطلة رسمية: {name}', fr: 'Jour férié : {name}', en: 'Public holiday: {name}' },
  away: { ar: 'في غياب: {who}', fr: 'Absents : {who}', en: 'Away: {who}' },
  awayUntil: { ar: '{name} (حتى {day})', fr: '{name} (jusqu’au {day})', en: '{name} (until {day})' },
  awayCount: {
    ar: '{count, plural, one {غائب واحد} two {غائبان} few {# غائبين} many {# غائبًا} other {# غائب}}',
    fr: '{count, plural, one {# absent} other {# absents}}',
    en: '{count} away',
  },
  due: {
    ar: '{count, plural, =0 {لا استحقاق} one {استحقاق واحد} two {استحقاقان} few {# استحقاقات} many {# استحقاقًا} other {# استحقاق}}',
    fr: '{count, plural, =0 {Rien à échéance} one {# échéance} other {# échéances}}',
    en: '{count, plural, =0 {Nothing due} one {# due} other {# due}}',
  },
  dueMany: {
    ar: 'أكثر من {count, number} استحقاق',
    fr: 'Plus de {count, number} échéances',
    en: 'More than {count, number} due',
  },
  dueAll: { ar: 'كل الاستحقاقات ({count})', fr: 'Toutes les échéances ({count})', en: 'All that is due ({count})' },
  overdueAll: {
    ar: 'كل المتأخّر ({count})',
    fr: 'Tout ce qui est en retard ({count})',
    en: 'All that is overdue ({count})',
  },
  nothingFrom: { ar: '{days}: لا استحقاق', fr: '{days} : rien à échéance', en: '{days}: nothing due' },
  ofDay: { ar: 'استحقاقات {day}', fr: 'Échéances du {day}', en: 'Due on {day}' },
  nothingLate: { ar: 'لا شيء متأخّر.', fr: 'Rien n’est en retard.', en: 'Nothing is overdue.' },
  record: { ar: 'الطلب', fr: 'Demande', en: 'Record' },
  task: { ar: 'مهمة: {task}', fr: 'Tâche : {task}', en: 'Task: {task}' },
  at: { ar: 'الموعد', fr: 'Échéance', en: 'Due' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  where: { ar: 'الجهة', fr: 'Institution', en: 'Institution' },
  inCharge: { ar: 'المكلَّف', fr: 'Responsable', en: 'In charge' },
  campaign: {
    ar: 'آخر يوم للحملة: {name}',
    fr: 'Dernier jour de la campagne : {name}',
    en: 'Last day of the campaign: {name}',
  },
  previousMonth: { ar: 'الشهر السابق', fr: 'Mois précédent', en: 'Previous month' },
  nextMonth: { ar: 'الشهر التالي', fr: 'Mois suivant', en: 'Next month' },
  print: { ar: 'طباعة', fr: 'Imprimer', en: 'Print' },
} as const satisfies Record<string, Text>;

export const circleTexts: Readonly<Record<Circle, Text>> = {
  me: { ar: 'لي', fr: 'Pour moi', en: 'For me' },
  institution: { ar: 'جهتي', fr: 'Mon institution', en: 'My institution' },
  below: { ar: 'جهتي وما يتبع لها', fr: 'Avec celles qui en dépendent', en: 'With those below it' },
  all: { ar: 'كل ما أراه', fr: 'Tout ce que je vois', en: 'All that I see' },
};

/** How much is due, or that it is more than is counted. */
export const sayDue = (count: number, locale: Locale): string =>
  count > mostCounted
    ? say(locale, calendarTexts.dueMany, { count: mostCounted })
    : say(locale, calendarTexts.due, { count });

/** The same as a bare number. */
export const sayCount = (count: number, locale: Locale): string => {
  const shown = new Intl.NumberFormat(intlLocale[locale]).format(Math.min(count, mostCounted));
  return count > mostCounted ? `${shown}+` : shown;
};
