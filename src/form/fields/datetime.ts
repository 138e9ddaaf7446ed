import { tz, TZDate } from '@date-fns/tz';
import { intlLocale, type Locale } from '../../base/texts.ts';
import { latinDigits } from '../digits.ts';
import type { FieldType } from './field-type.ts';

/** What follows the field's name in the names of its four inputs. */
const parts = ['.day', '.month', '.year', '.time'] as const;

/** An instant, kept as RFC 3339 in UTC; asked for as day, month, year and time of day in the country's zone. */
export const datetime: FieldType<'datetime', string> = {
  owns: (suffix) => parts.some((part) => part === suffix),
  read: (sent) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    const value = readInstant(sent);
    return value === undefined ? { fault: 'not-a-datetime' } : { value };
  },
  fromInputs: (inputs, { name }, world) => {
    const [day, month, year, time] = parts.map((suffix) => latinDigits(inputs[name + suffix]?.trim() ?? ''));
    if (!day && !month && !year && !time) return undefined;
    return wallTime(year ?? '', month ?? '', day ?? '', time ?? '', world.timeZone) ?? 'unreadable';
  },
  toInputs: (value, { name }, world) => {
    const at = tz(world.timeZone)(value);
    return {
      [`${name}.day`]: String(at.getDate()),
      [`${name}.month`]: String(at.getMonth() + 1),
      [`${name}.year`]: String(at.getFullYear()),
      [`${name}.time`]: `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`,
    };
  },
  toExpression: (value) => new Date(value),
  say: (value, _field, locale, world) => sayInstant(new Date(value), locale, world.timeZone),
  searched: (value) => ({ moments: [value.slice(0, 10)] }),
  jsonSchema: () => ({ type: 'string', format: 'date-time', examples: ['2026-03-12T14:30:00+02:00'] }),
};

const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;

/** RFC 3339 text → the same instant in UTC, or undefined: 30 February and the year 20260 are refused. */
const readInstant = (text: string): string | undefined => {
  const match = text.length <= 40 ? rfc3339.exec(text) : null;
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined || !isCalendarDay(year, month, day))
    return undefined;
  const instant = new Date(text.toUpperCase());
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
};

const isCalendarDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

const wallTime = (year: string, month: string, day: string, time: string, timeZone: string): string | undefined => {
  const clock = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(time);
  if (!clock || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  const [hours, minutes] = [Number(clock[1]), Number(clock[2] ?? 0)];
  if (hours > 23 || minutes > 59 || !isCalendarDay(Number(year), Number(month), Number(day))) return undefined;
  return new Date(+new TZDate(Number(year), Number(month) - 1, Number(day), hours, minutes, timeZone)).toISOString();
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A long date with its time of day, as read in a text: "12 آذار 2026 في 14:30". */
export const sayInstant = (instant: Date, locale: Locale, timeZone: string): string => {
  const key = `${locale} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(intlLocale[locale], {
      timeZone,
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    formats.set(key, format);
  }
  return format.format(instant);
};
