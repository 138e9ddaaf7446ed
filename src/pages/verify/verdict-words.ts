import { intlLocale, type Locale, type Text } from '../../base/texts.ts';
import { verdictTexts as texts } from './verdict-texts.ts';

/**
 * Times as a person says them, on a phone as on the server. Messages here have plain `{names}` and no plurals, so that
 * the browser needs no formatter for them; plurals are left to Intl.
 */
export const fillIn = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

export const fill = (locale: Locale, text: Text, values: Readonly<Record<string, string>>): string =>
  fillIn(text[locale], values);

export interface Clock {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
}

type DayTexts = Readonly<Record<'yesterday' | 'today' | 'tomorrow' | 'other', Text>>;

const wordsAt = (day: DayTexts, at: Date, { locale, timeZone, now }: Clock): string => {
  const distance = civilDay(at, timeZone) - civilDay(now, timeZone);
  const which = distance === 0 ? 'today' : distance === 1 ? 'tomorrow' : distance === -1 ? 'yesterday' : 'other';
  return fill(locale, day[which], {
    time: formatOf('en-GB', timeZone, { hour: '2-digit', minute: '2-digit' }).format(at),
    day: formatOf(intlLocale[locale], timeZone, { day: 'numeric', month: 'long', year: 'numeric' }).format(at),
  });
};

/** "today at 16:00", "on 12 March 2026 at 16:00". */
export const atWords = (at: Date, clock: Clock): string => wordsAt(texts.at, at, clock);

/** The same beside a label: "12 March 2026 at 16:00". */
export const momentWords = (at: Date, clock: Clock): string =>
  wordsAt({ ...texts.at, other: texts.otherDay }, at, clock);

/** "until 16:00 today". */
export const untilWords = (at: Date, clock: Clock): string => wordsAt(texts.until, at, clock);

const minute = 60_000;
const units = [
  ['day', 24 * 60 * minute],
  ['hour', 60 * minute],
  ['minute', minute],
] as const;

/** "3 hours ago"; the time itself where the browser has no words for that. */
export const agoWords = (at: Date, clock: Clock): string => {
  const { locale, now } = clock;
  const age = now.getTime() - at.getTime();
  if (age < minute) return texts.justNow[locale];
  if (!('RelativeTimeFormat' in Intl)) return atWords(at, clock);
  const [unit, length] = units.find(([, milliseconds]) => age >= milliseconds) ?? units[2];
  return new Intl.RelativeTimeFormat(intlLocale[locale], { numeric: 'always' }).format(-Math.floor(age / length), unit);
};

/** Days since 1970 on the country's calendar. */
const civilDay = (at: Date, timeZone: string): number => {
  const parts = formatOf('en-GB', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(number('year'), number('month') - 1, number('day')) / 86_400_000;
};

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (tag: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${tag} ${timeZone} ${Object.keys(options).join()}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tag, { ...options, timeZone })));
  return format;
};
