import { addDays, isIsoDay, startOfDay } from '../../../base/calendar-day.ts';
import { typedParts } from '../../../form/fields/date.ts';
import { inputsOf } from '../../http/inputs.ts';
import type { DateValues } from '../../ui/date-field.tsx';

/** A day as it was typed: what to show again, and the moment that it means. */
export interface TypedDay {
  readonly values: DateValues;
  /** Undefined: nothing was typed; `wrong`: no day. */
  readonly at: Date | 'wrong' | undefined;
}

/** A day of a posted form; with `end` the moment at which it is over. */
export const typedDay = (body: unknown, name: string, timeZone: string, end = false): TypedDay => {
  const inputs = inputsOf(body, (each) => each.startsWith(`${name}.`));
  const values = typedParts(inputs, name);
  const { day: typed, month, year } = values;
  if (!typed && !month && !year) return { values, at: undefined };
  const day = `${year}-${month.padStart(2, '0')}-${typed.padStart(2, '0')}`;

  if (!isIsoDay(day)) return { values, at: 'wrong' };
  return { values, at: startOfDay(end ? addDays(day, 1) : day, timeZone) };
};

export const noDay: TypedDay = { values: {}, at: undefined };
