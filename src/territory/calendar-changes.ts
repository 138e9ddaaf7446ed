import { isIsoDay } from '../base/calendar-day.ts';
import { type FieldError, Problem } from '../base/problem.ts';
import type { Text } from '../base/texts.ts';
import { calendarChangeTexts as texts } from './calendar-change-texts.ts';
import type { CalendarContent, MovingHoliday, OpenHours } from './calendar.ts';
import type { CalendarPatch, NewChange } from './country-change.ts';

/** Changes to the calendar: each gives what it sets, or refuses beside the question. */
const refuse = (path: string, message: Text): never => {
  const error: FieldError = { path, code: path, message };
  throw new Problem('invalid-data', { errors: [error] });
};

const changeOf = (days: readonly string[], calendar: CalendarPatch): NewChange => ({
  kind: 'calendar-edited',
  about: { days },
  effect: { calendar },
});

/** @param day `2027-05-16`, or `05-16` for every year */
export const addHoliday = (
  content: CalendarContent,
  day: string,
  name: Text,
  basis: MovingHoliday['basis'],
): NewChange => {
  if (/^\d{2}-\d{2}$/.test(day)) {
    if (!isIsoDay(`2024-${day}`)) refuse('day', texts.noSuchDay);
    if (content.yearly[day]) refuse('day', texts.isHoliday);
    return changeOf([day], { yearly: { [day]: name } });
  }
  if (!isIsoDay(day)) refuse('day', texts.noSuchDay);
  if (content.moving[day] ?? content.yearly[day.slice(5)]) refuse('day', texts.isHoliday);
  return changeOf([day], { moving: { [day]: { name, basis } } });
};

const getMoving = (content: CalendarContent, day: string): MovingHoliday => {
  const found = content.moving[day];
  if (!found) throw new Problem('state-changed');
  return found;
};

/** A holiday was announced: for the day that was expected, or for another one. */
export const announceHoliday = (content: CalendarContent, expected: string, day: string): NewChange => {
  const { name } = getMoving(content, expected);
  if (!isIsoDay(day)) refuse('day', texts.noSuchDay);
  if (day !== expected && content.moving[day]) refuse('day', texts.isHoliday);
  const announced: MovingHoliday = { name, basis: 'announced' };
  return day === expected
    ? changeOf([day], { moving: { [day]: announced } })
    : changeOf([expected, day], { moving: { [expected]: null, [day]: announced } });
};

export const removeHoliday = (content: CalendarContent, day: string): NewChange => {
  if (content.moving[day]) return changeOf([day], { moving: { [day]: null } });
  if (content.yearly[day]) return changeOf([day], { yearly: { [day]: null } });
  throw new Problem('state-changed');
};

export const setLastYear = (content: CalendarContent, typed: string): NewChange => {
  const lastYear = Number(typed);
  const listed = Math.max(0, ...Object.keys(content.moving).map((day) => Number(day.slice(0, 4))));
  if (!/^\d{4}$/.test(typed) || lastYear < listed || lastYear > 2200) refuse('year', texts.wrongYear);
  return changeOf([typed], { lastYear });
};

/** "08:00-12:00, 13:00-15:30" → minutes after midnight; empty: closed. Undefined: not understood. */
export const readHours = (typed: string): OpenHours | undefined => {
  const periods = typed
    .split(/[,،;]/)
    .map((period) => period.trim())
    .filter((period) => period !== '');
  let last = -1;
  const read: [number, number][] = [];
  for (const period of periods) {
    const [, fromHour, fromMinute, untilHour, untilMinute] =
      /^(\d{1,2}):([0-5]\d)\s*[-–]\s*(\d{1,2}):([0-5]\d)$/.exec(period) ?? [];
    const [from, until] = [Number(fromHour) * 60 + Number(fromMinute), Number(untilHour) * 60 + Number(untilMinute)];
    if (!(from > last && from < until && until <= 1_440)) return undefined;
    read.push([from, until]);
    last = until;
  }
  return read;
};

const two = (part: number): string => String(part).padStart(2, '0');
const sayMinutes = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
export const sayHours = (hours: OpenHours): string =>
  hours.map(([from, until]) => `${sayMinutes(from)}-${sayMinutes(until)}`).join(', ');

export const weekInputs = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const readWeek = (typed: readonly string[]): readonly OpenHours[] => {
  const week = typed.map((hours, index) => readHours(hours) ?? refuse(weekInputs[index] ?? 'monday', texts.wrongHours));
  if (week.every((hours) => hours.length === 0)) refuse('monday', texts.neverOpen);
  return week;
};

/** @param typed of each day, Monday first */
export const setWeek = (_content: CalendarContent, typed: readonly string[]): NewChange =>
  changeOf([], { week: readWeek(typed) });

export const addSeason = (
  content: CalendarContent,
  from: string,
  until: string,
  typed: readonly string[],
): NewChange => {
  if (!isIsoDay(from)) refuse('from', texts.noSuchDay);
  if (!isIsoDay(until)) refuse('until', texts.noSuchDay);
  if (from > until) refuse('until', texts.endsBefore);
  if (content.seasons.some((season) => season.from <= until && from <= season.until)) refuse('from', texts.overlaps);
  const seasons = [...content.seasons, { from, until, week: readWeek(typed) }];
  return changeOf([from, until], { seasons: seasons.toSorted((a, b) => (a.from < b.from ? -1 : 1)) });
};

export const removeSeason = (content: CalendarContent, from: string): NewChange => {
  const seasons = content.seasons.filter((season) => season.from !== from);
  if (seasons.length === content.seasons.length) throw new Problem('state-changed');
  return changeOf([from], { seasons });
};
