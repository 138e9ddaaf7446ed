import { latinDigits } from '../../../form/digits.ts';
import {
  addHoliday,
  addSeason,
  announceHoliday,
  removeHoliday,
  removeSeason,
  setLastYear,
  setWeek,
  weekInputs,
} from '../../../territory/calendar-changes.ts';
import type { CalendarContent } from '../../../territory/calendar.ts';
import type { NewChange } from '../../../territory/country-change.ts';
import { Problem } from '../../../base/problem.ts';
import type { Text } from '../../../base/texts.ts';
import { textOf } from '../../http/inputs.ts';

/** A change to the calendar as a form asks for it: its inputs are carried from the page through the preview. */
export type AskedOfCalendar = Readonly<Record<string, string>>;

const inputs = [
  'do',
  'day',
  ...['day', 'from', 'until'].flatMap((name) => ['.day', '.month', '.year'].map((part) => name + part)),
  'from',
  'basis',
  'year',
  'name_ar',
  'name_fr',
  'name_en',
  ...weekInputs,
];

export const readAsked = (body: unknown): AskedOfCalendar =>
  Object.fromEntries(
    inputs.map((name) => [name, latinDigits(textOf(body, name).trim())]).filter(([, value]) => value !== ''),
  );

/** Three inputs as `2027-05-16`, or `05-16` without a year; whatever else was typed is no day. */
const dayIn = (asked: AskedOfCalendar, name: string): string => {
  const two = (part: string | undefined) => (part ?? '').padStart(2, '0');
  const { [`${name}.year`]: year = '', [`${name}.month`]: month, [`${name}.day`]: day } = asked;
  return [...(year === '' ? [] : [year.padStart(4, '0')]), two(month), two(day)].join('-');
};

const nameIn = (asked: AskedOfCalendar): Text => ({
  ar: asked['name_ar'] ?? '',
  fr: asked['name_fr'] ?? '',
  en: asked['name_en'] ?? '',
});

/** What is asked, as a change to the calendar of the moment; a Problem where it cannot be. */
export const calendarChange = (content: CalendarContent, asked: AskedOfCalendar): NewChange => {
  const week = weekInputs.map((day) => asked[day] ?? '');
  switch (asked['do']) {
    case 'add':
      return addHoliday(
        content,
        dayIn(asked, 'day'),
        nameIn(asked),
        asked['basis'] === 'expected' ? 'expected' : 'announced',
      );
    case 'announce':
      return announceHoliday(
        content,
        asked['day'] ?? '',
        asked['day.day'] === undefined ? (asked['day'] ?? '') : dayIn(asked, 'day'),
      );
    case 'remove':
      return removeHoliday(content, asked['day'] ?? '');
    case 'week':
      return setWeek(content, week);
    case 'season':
      return addSeason(content, dayIn(asked, 'from'), dayIn(asked, 'until'), week);
    case 'remove-season':
      return removeSeason(content, asked['from'] ?? '');
    case 'year':
      return setLastYear(content, asked['year'] ?? '');
    default:
      throw new Problem('bad-request');
  }
};
