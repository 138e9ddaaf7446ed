import { isIsoDay, isYear, startOfDay } from '../../base/calendar-day.ts';
import { latinDigits } from '../digits.ts';
import { dateParts, dayRangeFault, isOneOrTwo, partInputs, sayDay, typedParts } from './date.ts';
import type { FieldType } from './field-type.ts';

/** A year, a month or a day, kept as the beginning of an ISO 8601 date: 2026, 2026-03, 2026-03-12. */
export const partialDate: FieldType<'partial-date', string> = {
  owns: (suffix) => dateParts.some((part) => part === suffix),
  read: (sent, field, world) => {
    const value = typeof sent === 'string' ? latinDigits(sent).trim() : '';
    if (!isPartialDay(value)) return { fault: 'not-a-partial-date' };
    if (field.atLeast === 'month' && value.length < 7) return { fault: 'month-missing' };
    return dayRangeFault(firstDay(value), lastDay(value), field, world) ?? { value };
  },
  fromInputs: (inputs, { name }) => {
    const { day, month, year } = typedParts(inputs, name);
    if (!day && !month && !year) return undefined;
    const parts = [year, ...(month || day ? [month] : []), ...(day ? [day] : [])];
    const [, ...others] = parts;
    return /^\d{4}$/.test(year) && others.every(isOneOrTwo)
      ? [year, ...others.map((part) => part.padStart(2, '0'))].join('-')
      : 'unreadable';
  },
  toInputs: (value, { name }) => partInputs(value, name),
  toExpression: (value, { timeZone }) => startOfDay(firstDay(value), timeZone),
  say: (value, _field, locale) => sayDay(value, locale),
  searched: (value) => ({ moments: [value] }),
  jsonSchema: ({ atLeast }) => ({
    type: 'string',
    pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`,
    examples: atLeast === 'month' ? ['2026-03', '2026-03-12'] : ['2026', '2026-03', '2026-03-12'],
  }),
};

/** The first day that a year, a month or a day can mean. */
const firstDay = (value: string): string => `${value}-01-01`.slice(0, 10);

/** At or after the last day that it can mean, as texts sort. */
const lastDay = (value: string): string => `${value}-99-99`.slice(0, 10);

const isPartialDay = (value: string): boolean =>
  /^\d{4}$/.test(value) ? isYear(Number(value)) : /^\d{4}-\d{2}(-\d{2})?$/.test(value) && isIsoDay(firstDay(value));
