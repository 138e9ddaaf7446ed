import { TZDate } from '@date-fns/tz';
import { dayOf } from '../base/calendar-day.ts';
import type { Text } from '../base/texts.ts';

/**
 * When offices work, and time counted on that: pure, so that whatever was computed can be computed again. Days are those of
 * the country's zone (`2026-11-23`); hours are real ones, so that a day on which the clocks change is as long as it was.
 */
export interface CalendarContent {
  /** IANA name. */
  readonly timeZone: string;
  /** Opening hours, Monday first. */
  readonly week: Week;
  /** Times of the year with other hours, first and last day included; days that a season does not name are closed. */
  readonly seasons: readonly { readonly from: string; readonly until: string; readonly week: Week }[];
  /** Holidays of every year, by `MM-DD`. */
  readonly yearly: Readonly<Record<string, Text>>;
  /** Holidays of one year, by day. */
  readonly moving: Readonly<Record<string, MovingHoliday>>;
  /** The last year whose moving holidays are listed: in later ones those days count as working days. */
  readonly lastYear: number;
}

/** Minutes after midnight, from and until: 24:00 is 1440. In order and apart from each other. */
export type OpenHours = readonly (readonly [number, number])[];
export type Week = readonly OpenHours[];

/** How sure a date is: it follows from a calculation, was announced, or waits for an announcement that may move it. */
export const bases = ['computed', 'announced', 'expected'] as const;
export interface MovingHoliday {
  readonly name: Text;
  readonly basis: (typeof bases)[number];
}

export interface Calendar {
  readonly content: CalendarContent;
  /** Names the content: facts that were counted on it say so. */
  readonly digest: string;
  /** The local day of an instant. */
  readonly dayOf: (instant: Date) => string;
  /** The name of a public holiday, be it on a weekend. */
  readonly holidayOn: (day: string) => Text | undefined;
  /** When offices are open on a day, as instants in milliseconds, in order; empty when they are closed. */
  readonly openOn: (day: string) => readonly (readonly [number, number])[];
}

/** Milliseconds that pass, milliseconds within working hours, or working days. */
export type SpanUnit = 'elapsed' | 'working-time' | 'working-days';
export interface Span {
  readonly n: number;
  readonly unit: SpanUnit;
}

const dayMilliseconds = 86_400_000;
const keptDays = 4_000;
/** Longer without an open office, and the calendar is at fault. */
const longestSearch = 8_000;

// Spans are walked day by day, through the same days again and again.
const neighbours = { '1': new Map<string, string>(), '-1': new Map<string, string>() };

const nextDay = (day: string, by: 1 | -1 = 1): string => {
  const known = neighbours[by];
  let next = known.get(day);
  if (next === undefined) {
    next = new Date(Date.parse(`${day}T00:00:00Z`) + by * dayMilliseconds).toISOString().slice(0, 10);
    if (known.size >= keptDays) known.clear();
    known.set(day, next);
  }
  return next;
};

export const createCalendar = (content: CalendarContent, digest: string): Calendar => {
  const { timeZone } = content;
  const instantAt = (day: string, minutes: number): number => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    // The end of a day is the beginning of the next, which a change of clocks may move.
    return +new TZDate(year, month - 1, date + Math.floor(minutes / 1_440), 0, minutes % 1_440, 0, timeZone);
  };
  const holidayOn = (day: string): Text | undefined => content.moving[day]?.name ?? content.yearly[day.slice(5)];
  const hoursOn = (day: string): OpenHours => {
    if (holidayOn(day)) return [];
    const { week } = content.seasons.find(({ from, until }) => from <= day && day <= until) ?? content;
    return week[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? [];
  };
  const known = new Map<string, readonly (readonly [number, number])[]>();
  return {
    content,
    digest,
    holidayOn,
    dayOf: (instant) => dayOf(instant, timeZone),
    openOn: (day) => {
      let open = known.get(day);
      if (!open) {
        open = hoursOn(day).map(([from, until]) => [instantAt(day, from), instantAt(day, until)] as const);
        if (known.size >= keptDays) known.clear();
        known.set(day, open);
      }
      return open;
    },
  };
};

const noticeDays = 90;

/** Whether deadlines set from now on may run into a year whose moving holidays nobody has listed. */
export const endsSoon = ({ content, dayOf }: Calendar, now: Date): boolean =>
  Number(dayOf(new Date(+now + noticeDays * dayMilliseconds)).slice(0, 4)) > content.lastYear;

const closed = (calendar: Calendar): never => {
  throw new Error(`the calendar ${calendar.digest} has no working hours for years`);
};

/** Days from one on (forwards or backwards) on which offices open, without end. */
function* workingDaysFrom(calendar: Calendar, day: string, step: 1 | -1): Generator<string, never> {
  for (let at = day, searched = 0; searched < longestSearch; at = nextDay(at, step), searched++) {
    if (calendar.openOn(at).length === 0) continue;
    yield at;
    searched = 0;
  }
  return closed(calendar);
}

/** The day that ends or goes on at an instant: what is over at midnight belongs to the day before. */
const lastDayBefore = (calendar: Calendar, instant: Date): string => calendar.dayOf(new Date(+instant - 1));

const opening = (calendar: Calendar, day: string): number => calendar.openOn(day)[0]?.[0] ?? closed(calendar);
const closing = (calendar: Calendar, day: string): number => calendar.openOn(day).at(-1)?.[1] ?? closed(calendar);

/**
 * The instant at which a span that starts now is over. Working days are counted as offices count them: the day on which
 * it starts is not one of them, and it is over when offices close on the last; none left is over at the next closing.
 */
export const addSpan = (instant: Date, { n, unit }: Span, calendar: Calendar): Date => {
  switch (unit) {
    case 'elapsed':
      return new Date(+instant + n);
    case 'working-time':
      return addWorkingTime(instant, n, calendar);
    case 'working-days': {
      const today = calendar.dayOf(instant);
      let left = n;
      for (const day of workingDaysFrom(calendar, n > 0 ? nextDay(today) : today, 1)) {
        const end = closing(calendar, day);
        if (end > +instant && --left <= 0) return new Date(end);
      }
      return closed(calendar);
    }
  }
};

const addWorkingTime = (instant: Date, milliseconds: number, calendar: Calendar): Date => {
  let left = milliseconds;
  if (left <= 0) return instant;
  for (const day of workingDaysFrom(calendar, calendar.dayOf(instant), 1)) {
    for (const [from, until] of calendar.openOn(day)) {
      const start = Math.max(from, +instant);
      if (until - start >= left) return new Date(start + left);
      left -= Math.max(0, until - start);
    }
  }
  return closed(calendar);
};

/**
 * The moment that lies a span before a due one: the latest from which working time of that length is left; the opening
 * of offices so many working days before its day.
 */
export const subtractSpan = (due: Date, { n, unit }: Span, calendar: Calendar): Date => {
  switch (unit) {
    case 'elapsed':
      return new Date(+due - n);
    case 'working-time': {
      let left = n;
      for (const day of workingDaysFrom(calendar, lastDayBefore(calendar, due), -1)) {
        for (const [from, until] of calendar.openOn(day).toReversed()) {
          const end = Math.min(until, +due);
          if (end - from >= left) return new Date(end - left);
          left -= Math.max(0, end - from);
        }
      }
      return closed(calendar);
    }
    case 'working-days': {
      let left = n;
      for (const day of workingDaysFrom(calendar, nextDay(lastDayBefore(calendar, due), -1), -1))
        if (--left <= 0) return new Date(opening(calendar, day));
      return closed(calendar);
    }
  }
};

/** What is left of a span that is over at `due`: nothing when that is past; of working days, those after today. */
export const spanLeft = (now: Date, due: Date, unit: SpanUnit, calendar: Calendar): Span => {
  switch (unit) {
    case 'elapsed':
      return { unit, n: Math.max(0, +due - +now) };
    case 'working-time': {
      let n = 0;
      for (const day of daysBetween(calendar, now, due)) {
        for (const [from, until] of calendar.openOn(day))
          n += Math.max(0, Math.min(until, +due) - Math.max(from, +now));
      }
      return { unit, n };
    }
    case 'working-days': {
      const after = daysBetween(calendar, now, due).slice(1);
      return { unit, n: after.filter((day) => calendar.openOn(day).length > 0).length };
    }
  }
};

/** The local days of two instants and those between; none when the first is later. */
const daysBetween = (calendar: Calendar, from: Date, until: Date): readonly string[] => {
  const days: string[] = [];
  if (from > until) return days;
  const last = lastDayBefore(calendar, until);
  for (let day = calendar.dayOf(from); day <= last; day = nextDay(day)) days.push(day);
  return days;
};
