/// <reference lib="es2025.intl" />
import { intlLocale, type Locale, say } from '../../base/texts.ts';
import { staffTexts as texts } from './staff-texts.ts';

const formats = new Map<Locale, Intl.DurationFormat>();

/** A length of time in its two largest units: "1 hour, 20 minutes"; days and hours beyond two days. */
export const sayLength = (milliseconds: number, locale: Locale): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  if (minutes === 0) return say(locale, texts.lessThanMinute);
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.DurationFormat(intlLocale[locale], { style: 'long' });
    formats.set(locale, format);
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return format.format({ days: Math.floor(hours / 24), ...(hours % 24 > 0 && { hours: hours % 24 }) });
  return format.format({ ...(hours > 0 && { hours }), ...(minutes % 60 > 0 && { minutes: minutes % 60 }) });
};

/** "1 hour left", or how late it is. */
export const sayTimeLeft = (dueAt: Date, now: Date, locale: Locale): string => {
  const left = +dueAt - +now;
  return say(locale, left >= 0 ? texts.timeLeft : texts.timeOver, { time: sayLength(left, locale) });
};
