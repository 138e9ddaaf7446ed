import { addDays } from '../../../base/calendar-day.ts';
import type { Text } from '../../../base/texts.ts';
import type { Calendar, CalendarContent, MovingHoliday } from '../../../territory/calendar.ts';

export interface Holiday {
  /** `2027-05-16`. */
  readonly day: string;
  readonly name: Text;
  readonly basis: MovingHoliday['basis'] | 'yearly';
}

/** All holidays of a year, in order. */
export const holidaysOf = ({ yearly, moving }: CalendarContent, year: number): readonly Holiday[] =>
  [
    ...Object.entries(yearly).map(([day, name]): Holiday => ({ day: `${year}-${day}`, name, basis: 'yearly' })),
    ...Object.entries(moving)
      .filter(([day]) => day.startsWith(`${year}-`))
      .map(([day, { name, basis }]): Holiday => ({ day, name, basis })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : 1));

const farthest = 400;

export const nextHoliday = (
  calendar: Calendar,
  now: Date,
): { readonly day: string; readonly name: Text } | undefined => {
  let day = calendar.dayOf(now);
  for (let step = 0; step < farthest; step++, day = addDays(day, 1)) {
    const name = calendar.holidayOn(day);
    if (name) return { day, name };
  }
  return undefined;
};
