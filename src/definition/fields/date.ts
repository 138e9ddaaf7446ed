import { type Static, Type } from 'typebox';
import { isIsoDay } from '../../base/calendar-day.ts';
import type { FieldPlace, FieldTypeDeclaration } from './field-type.ts';
import { checkRange } from './range.ts';

export const daySchema = (description: string) =>
  Type.Optional(Type.String({ pattern: '^(today|[0-9]{4}-[0-9]{2}-[0-9]{2})$', description }));

const source = Type.Object({
  min: daySchema('The earliest day accepted: 2026-03-12, or `today`.'),
  max: daySchema('The latest day accepted: 2026-03-12, or `today`.'),
  default: daySchema('What is offered as the answer: 2026-03-12, or `today`.'),
});

export interface DateSettings {
  /** ISO days, or `today`. */
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly offer: string | undefined;
  /** IANA name of the zone in which the day begins. */
  readonly timeZone: string;
}

interface Days {
  readonly min?: string;
  readonly max?: string;
  readonly default?: string;
}

/** Faults for days that do not exist, and for a range without one; what `today` is, is not known when it is checked. */
export const checkDays = (days: Days, place: FieldPlace): void => {
  const fixed: Record<string, string> = {};
  for (const [key, day] of Object.entries(days)) {
    if (day === 'today') continue;
    if (isIsoDay(day)) fixed[key] = day;
    else place.fault([key], `there is no day ${day}: write a day of the calendar, such as 2026-03-12`);
  }
  checkRange(fixed, place);
};

/** A date is the instant at which its day begins, so that expressions compare it with other dates and with instants. */
export const date: FieldTypeDeclaration<Static<typeof source>, DateSettings> = {
  description: 'A day of the calendar.',
  keys: source.properties,
  celType: 'timestamp',
  compile: (declared, place) => {
    const { min, max, default: offer } = declared;
    checkDays({ ...(min && { min }), ...(max && { max }), ...(offer && { default: offer }) }, place);
    return { min, max, offer, timeZone: place.timeZone };
  },
};
