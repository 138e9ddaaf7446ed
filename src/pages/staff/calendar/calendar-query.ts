import { addDays, isIsoDay } from '../../../base/calendar-day.ts';
import { type Circle, circles } from '../../../projections/due.ts';
import { textOf } from '../../http/inputs.ts';

export const calendarPath = '/staff/calendar';

/** What the address of a calendar says. */
export interface CalendarQuery {
  readonly circle: Circle;
  /** `days`: what is overdue and the seven days from today; `month`: a month as a table; `list`: one day, or all that is overdue. */
  readonly view: 'days' | 'month' | 'list';
  /** As 2026-12; empty: this one. */
  readonly month: string;
  /** As 2026-12-03, or `overdue`. */
  readonly day: string;
  readonly page: number;
}

/** @param first whose it is where the address does not say */
export const readCalendarQuery = (values: unknown, first: Circle): CalendarQuery => {
  const [day, month, page] = ['day', 'month', 'page'].map((name) => textOf(values, name)) as [string, string, string];
  const isList = day === 'overdue' || isIsoDay(day);
  return {
    circle: circles.find((one) => one === textOf(values, 'who')) ?? first,
    view: isList ? 'list' : textOf(values, 'view') === 'month' || isIsoDay(`${month}-01`) ? 'month' : 'days',
    month: isIsoDay(`${month}-01`) ? month : '',
    day: isList ? day : '',
    page: /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1,
  };
};

export const calendarHref = ({ circle, view, month = '', day = '', page = 1 }: Partial<CalendarQuery>): string => {
  const parameters = new URLSearchParams({
    ...(circle !== undefined && { who: circle }),
    ...(view === 'month' && { view: 'month', ...(month !== '' && { month }) }),
    ...(view === 'list' && { day, ...(page > 1 && { page: String(page) }) }),
  });
  return parameters.size === 0 ? calendarPath : `${calendarPath}?${parameters}`;
};

/** The days of a month in whole weeks from Monday on; empty ones belong to the months beside it. */
export const weeksOf = (month: string): readonly (readonly string[])[] => {
  const first = `${month}-01`;
  const before = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const days = Array.from({ length: 42 }, (_, index) => addDays(first, index - before));
  const weeks = Array.from({ length: 6 }, (_, index) => days.slice(index * 7, index * 7 + 7));
  return weeks.flatMap((week) => {
    const own = week.map((day) => (day.startsWith(month) ? day : ''));
    return own.some((day) => day !== '') ? [own] : [];
  });
};

export const monthAfter = (month: string, by: 1 | -1): string =>
  addDays(`${month}-${by === 1 ? '28' : '01'}`, by === 1 ? 4 : -1).slice(0, 7);
