import { type Locale, say, type Text } from '../../base/texts.ts';

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
