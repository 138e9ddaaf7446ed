import { TZDate } from '@date-fns/tz';

/**
 * Days of the Gregorian calendar as ISO 8601 writes them, 2026-03-12: text that sorts as time does and belongs to no
 * zone. Between the years 1900 and 2200: what lies outside is a slip of the finger.
 */
const firstYear = 1_900;
const lastYear = 2_200;

export const isYear = (year: number): boolean => Number.isInteger(year) && year >= firstYear && year <= lastYear;

export const isCalendarDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return isYear(year) && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** Whether text is a day as ISO 8601 writes it; 30 February is none. */
export const isIsoDay = (text: string): boolean => {
  const match = text.length === 10 ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) : null;
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
};

const mostStarts = 40_000;
const formats = new Map<string, Intl.DateTimeFormat>();

// Days begin on the second, and of many rows that come together the same seconds are asked again and again.
const days = new Map<string, string>();

/** The day that an instant falls on in a zone. */
export const dayOf = (instant: Date, timeZone: string): string => {
  const key = `${Math.floor(+instant / 1_000)} ${timeZone}`;
  let day = days.get(key);
  if (day === undefined) {
    day = formatFor(timeZone).format(instant);
    if (days.size >= mostStarts) days.clear();
    days.set(key, day);
  }
  return day;
};

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (!format) {
    // en-CA writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format;
};

// Zones are slow to reckon with, and the days of a hundred years are few.
const starts = new Map<string, number>();

/** The instant at which a day begins in a zone: midnight or, where clocks are put forward at midnight, one o'clock. */
export const startOfDay = (day: string, timeZone: string): Date => {
  const key = `${day} ${timeZone}`;
  let start = starts.get(key);
  if (start === undefined) {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    start = +new TZDate(year, month - 1, date, timeZone);
    if (starts.size >= mostStarts) starts.clear();
    starts.set(key, start);
  }
  return new Date(start);
};

/** Calendar days from one day to another, negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The day so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Full years from one day to another, as an age is counted: who is born on 29 February turns on 1 March in common years. */
export const yearsBetween = (from: string, to: string): number =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0);
