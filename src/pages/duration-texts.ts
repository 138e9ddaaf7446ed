/// <reference lib="es2025.intl" />
import { intlLocale, type Locale, say, type Text } from '../base/texts.ts';
import type { Span } from '../territory/calendar.ts';

/** Lengths of time in the case that follows a preposition: "within two hours", «خلال ساعتين». */
const units = {
  minutes: {
    ar: '{n, plural, one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}',
    fr: '{n, plural, one {# minute} other {# minutes}}',
    en: '{n, plural, one {# minute} other {# minutes}}',
  },
  hours: {
    ar: '{n, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}',
    fr: '{n, plural, one {# heure} other {# heures}}',
    en: '{n, plural, one {# hour} other {# hours}}',
  },
  days: {
    ar: '{n, plural, one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}',
    fr: '{n, plural, one {# jour} other {# jours}}',
    en: '{n, plural, one {# day} other {# days}}',
  },
  workingHours: {
    ar: '{n, plural, one {ساعة عمل واحدة} two {ساعتَي عمل} few {# ساعات عمل} many {# ساعة عمل} other {# ساعة عمل}}',
    fr: '{n, plural, one {# heure ouvrable} other {# heures ouvrables}}',
    en: '{n, plural, one {# working hour} other {# working hours}}',
  },
  workingDays: {
    ar: '{n, plural, one {يوم عمل واحد} two {يومَي عمل} few {# أيام عمل} many {# يوم عمل} other {# يوم عمل}}',
    fr: '{n, plural, one {# jour ouvrable} other {# jours ouvrables}}',
    en: '{n, plural, one {# working day} other {# working days}}',
  },
  months: {
    ar: '{n, plural, one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}',
    fr: '{n, plural, other {# mois}}',
    en: '{n, plural, one {# month} other {# months}}',
  },
} as const satisfies Record<string, Text>;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A declared length of time in the largest unit that says it exactly; up to two days in hours. */
export const sayDuration = (milliseconds: number, locale: Locale): string => {
  if (milliseconds % day === 0 && milliseconds > 2 * day) return say(locale, units.days, { n: milliseconds / day });
  if (milliseconds % hour === 0) return say(locale, units.hours, { n: milliseconds / hour });
  return say(locale, units.minutes, { n: Math.round(milliseconds / minute) });
};

export const sayMonths = (months: number, locale: Locale): string => say(locale, units.months, { n: months });

/** A declared length of time, on whatever calendar it is counted; in Arabic in the case that follows a preposition. */
export const saySpan = ({ n, unit }: Span, locale: Locale): string => {
  switch (unit) {
    case 'elapsed':
      return sayDuration(n, locale);
    case 'working-time':
      return say(locale, units.workingHours, { n: n / hour });
    case 'working-days':
      return say(locale, units.workingDays, { n });
  }
};

/** What stands by itself, as after a colon. */
const left = {
  workingDays: {
    ar: '{n, plural, one {يوم عمل واحد} two {يوما عمل} few {# أيام عمل} many {# يوم عمل} other {# يوم عمل}}',
    fr: '{n, plural, one {# jour ouvrable} other {# jours ouvrables}}',
    en: '{n, plural, one {# working day} other {# working days}}',
  },
  lastDay: { ar: 'يوم العمل الجاري', fr: 'le jour ouvrable en cours', en: 'the current working day' },
  workingTime: { ar: '{time} من دوام العمل', fr: '{time} de travail', en: '{time} of working time' },
  lessThanMinute: { ar: 'أقل من دقيقة', fr: 'moins d’une minute', en: 'less than a minute' },
} as const satisfies Record<string, Text>;

const formats = new Map<Locale, Intl.DurationFormat>();

/** A length of time in its two largest units: "1 hour, 20 minutes"; days and hours beyond two days. */
export const sayLength = (milliseconds: number, locale: Locale): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / minute);
  if (minutes === 0) return say(locale, left.lessThanMinute);
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DurationFormat(intlLocale[locale], { style: 'long' });
    formats.set(locale, format);
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return format.format({ days: Math.floor(hours / 24), ...(hours % 24 > 0 && { hours: hours % 24 }) });
  return format.format({ ...(hours > 0 && { hours }), ...(minutes % 60 > 0 && { minutes: minutes % 60 }) });
};

/** What is left of a deadline. Of working time only hours and minutes are said: a day of it has no length. */
export const saySpanLeft = ({ n, unit }: Span, locale: Locale): string => {
  switch (unit) {
    case 'elapsed':
      return sayLength(n, locale);
    case 'working-time':
      return say(locale, left.workingTime, { time: sayHours(n, locale) });
    case 'working-days':
      return n === 0 ? say(locale, left.lastDay) : say(locale, left.workingDays, { n });
  }
};

const sayHours = (milliseconds: number, locale: Locale): string => {
  const whole = Math.floor(milliseconds / hour);
  const rest = Math.floor((milliseconds % hour) / minute);
  if (whole + rest === 0) return say(locale, left.lessThanMinute);
  const format = new Intl.DurationFormat(intlLocale[locale], { style: 'long' });
  return format.format({ ...(whole > 0 && { hours: whole }), ...(rest > 0 && { minutes: rest }) });
};
