import { dayOf, isIsoDay, startOfDay } from '../../base/calendar-day.ts';
import { intlLocale, type Locale, locales, type Text } from '../../base/texts.ts';
import { latinDigits } from '../digits.ts';
import type { FaultValues, FormFault } from '../form-texts.ts';
import type { World } from '../world.ts';
import type { FieldType, Inputs } from './field-type.ts';

/** A day of the calendar, kept as ISO 8601 writes it; asked for as day, month and year. */
export const date: FieldType<'date', string> = {
  owns: (suffix) => dateParts.some((part) => part === suffix),
  offered: ({ offer }, world) => (offer === undefined ? undefined : dayMeant(offer, world)),
  read: (sent, field, world) => {
    if (typeof sent !== 'string') return { fault: 'not-a-date' };
    const value = latinDigits(sent).trim();
    if (!isIsoDay(value)) return { fault: 'not-a-date' };
    return dayRangeFault(value, value, field, world) ?? { value };
  },
  fromInputs: (inputs, { name }) => {
    const { day, month, year } = typedParts(inputs, name);
    if (!day && !month && !year) return undefined;
    return /^\d{4}$/.test(year) && isOneOrTwo(month) && isOneOrTwo(day)
      ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      : 'unreadable';
  },
  toInputs: (value, { name }) => partInputs(value, name),
  toExpression: (value, { timeZone }) => startOfDay(value, timeZone),
  say: (value, _field, locale) => sayDay(value, locale),
  searched: (value) => ({ moments: [value] }),
  jsonSchema: () => ({ type: 'string', format: 'date', examples: ['2026-03-12'] }),
};

/** What follows the field's name in the names of its inputs. */
export const dateParts = ['.day', '.month', '.year'] as const;

export const typedParts = (inputs: Inputs, name: string) => {
  const part = (suffix: (typeof dateParts)[number]) => latinDigits(inputs[name + suffix]?.trim() ?? '');
  return { day: part('.day'), month: part('.month'), year: part('.year') };
};

export const isOneOrTwo = (text: string): boolean => /^\d{1,2}$/.test(text);

/** A day, or the beginning of one, as the inputs of a page. */
export const partInputs = (value: string, name: string): Inputs => {
  const [year = '', month, day] = value.split('-');
  return {
    [`${name}.year`]: year,
    ...(month && { [`${name}.month`]: String(Number(month)) }),
    ...(day && { [`${name}.day`]: String(Number(day)) }),
  };
};

/** An ISO day, `today` being the present one in the country's zone. */
export const dayMeant = (day: string, { now, timeZone }: World): string =>
  day === 'today' ? dayOf(now, timeZone) : day;

/** What is wrong with a date that is outside its range: it may begin at `first` and end at `last`. */
export const dayRangeFault = (
  first: string,
  last: string,
  { min, max }: { readonly min: string | undefined; readonly max: string | undefined },
  world: World,
): { readonly fault: FormFault; readonly values: FaultValues } | undefined => {
  if (min !== undefined && last < dayMeant(min, world))
    return { fault: min === 'today' ? 'in-the-past' : 'too-early', values: { min: dayText(dayMeant(min, world)) } };
  if (max !== undefined && first > dayMeant(max, world))
    return { fault: max === 'today' ? 'in-the-future' : 'too-late', values: { max: dayText(dayMeant(max, world)) } };
  return undefined;
};

const dayText = (day: string): Text =>
  Object.fromEntries(locales.map((locale) => [locale, sayDay(day, locale)])) as unknown as Text;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A day, a month or a year in words: "12 آذار 2026". A date belongs to no zone. */
export const sayDay = (value: string, locale: Locale): string => {
  const precision = value.length;
  const key = `${locale} ${precision}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(intlLocale[locale], {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision > 4 && { month: 'long' }),
      ...(precision > 7 && { day: 'numeric' }),
    });
    formats.set(key, format);
  }
  return format.format(new Date(value));
};
