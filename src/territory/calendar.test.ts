import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addSpan,
  type CalendarContent,
  createCalendar,
  endsSoon,
  type Span,
  spanLeft,
  subtractSpan,
} from './calendar.ts';

const name = { ar: 'عيد', fr: 'Fête', en: 'Holiday' };
const hours = (...periods: readonly [number, number][]) =>
  periods.map(([from, until]) => [from * 60, until * 60] as const);
const office: CalendarContent = {
  timeZone: 'Asia/Beirut',
  week: [hours([8, 15]), hours([8, 15]), hours([8, 15]), hours([8, 12], [13, 15]), hours([8, 11]), [], []],
  seasons: [
    { from: '2026-02-18', until: '2026-03-19', week: [hours([9, 14]), hours([9, 14]), hours([9, 14]), [], [], [], []] },
  ],
  yearly: { '12-25': name },
  moving: { '2026-11-24': { name, basis: 'announced' }, '2026-04-10': { name, basis: 'computed' } },
  lastYear: 2027,
};
const calendar = createCalendar(office, 'test');
const at = (local: string, offset = '+02:00') => new Date(`${local}:00${offset}`);
const workingDays = (n: number): Span => ({ n, unit: 'working-days' });
const workingHours = (n: number): Span => ({ n: n * 3_600_000, unit: 'working-time' });

describe('three working days', () => {
  test.each([
    ['from a Monday over a holiday', '2026-11-23T10:00', 3, '2026-11-27T11:00'],
    ['from a Monday evening, all the same', '2026-11-23T23:30', 3, '2026-11-27T11:00'],
    ['from a Friday over the weekend', '2026-12-04T09:00', 3, '2026-12-09T15:00'],
    ['from a Sunday: Monday is the first', '2026-12-06T09:00', 3, '2026-12-09T15:00'],
    ['over Christmas', '2026-12-23T09:00', 3, '2026-12-29T15:00'],
    ['none left: the next closing of offices', '2026-12-04T09:00', 0, '2026-12-04T11:00'],
    ['none left after hours: the next day’s', '2026-12-04T12:00', 0, '2026-12-07T15:00'],
    ['in the season of short hours', '2026-02-25T09:00', 1, '2026-03-02T14:00'],
  ])('%s', (_what, from, n, until) => {
    expect(addSpan(at(from), workingDays(n), calendar)).toEqual(at(until));
  });

  test('are left as many as have not begun', () => {
    const due = at('2026-11-27T11:00');
    const left = (now: string) => spanLeft(at(now), due, 'working-days', calendar).n;
    expect(
      ['2026-11-23T10:00', '2026-11-24T10:00', '2026-11-26T23:00', '2026-11-27T10:00', '2026-11-28T10:00'].map(left),
    ).toEqual([3, 3, 1, 0, 0]);
  });

  test('before: the opening of that day', () => {
    expect(subtractSpan(at('2026-11-27T11:00'), workingDays(1), calendar)).toEqual(at('2026-11-26T08:00'));
    expect(subtractSpan(at('2026-11-27T11:00'), workingDays(3), calendar)).toEqual(at('2026-11-23T08:00'));
  });
});

describe('eight working hours', () => {
  test.each([
    ['within a day', '2026-11-23T08:00', 7, '2026-11-23T15:00'],
    ['from before the opening', '2026-11-23T03:00', 1, '2026-11-23T09:00'],
    ['over the midday break', '2026-11-26T11:30', 1, '2026-11-26T13:30'],
    ['over a holiday and a night', '2026-11-23T14:00', 8, '2026-11-25T15:00'],
    ['over a weekend', '2026-11-27T10:00', 8, '2026-11-30T15:00'],
  ])('%s', (_what, from, n, until) => {
    expect(addSpan(at(from), workingHours(n), calendar)).toEqual(at(until));
    expect(spanLeft(at(from), at(until), 'working-time', calendar)).toEqual(workingHours(n));
  });
});

test('somebody is told in time that the holidays of the next year are missing', () => {
  expect(endsSoon(calendar, at('2027-09-30T12:00', '+03:00'))).toBe(false);
  expect(endsSoon(calendar, at('2027-10-05T12:00', '+03:00'))).toBe(true);
});

test('time that simply passes is not counted on any calendar', () => {
  const start = at('2026-12-24T20:00');
  const twoHours: Span = { n: 7_200_000, unit: 'elapsed' };
  expect(addSpan(start, twoHours, calendar)).toEqual(at('2026-12-24T22:00'));
  expect(subtractSpan(at('2026-12-24T22:00'), twoHours, calendar)).toEqual(start);
});

test('a day on which the clocks change is as long as it was', () => {
  const always = createCalendar(
    { ...office, week: Array.from({ length: 7 }, () => hours([0, 24])), seasons: [] },
    'always',
  );
  const length = (day: string) => (always.openOn(day)[0]![1] - always.openOn(day)[0]![0]) / 3_600_000;
  // Beirut: forward in the night to Sunday 29 March 2026, back in the one to Sunday 25 October.
  expect(['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25'].map(length)).toEqual([
    24, 23, 24, 25, 24,
  ]);
});

test('a calendar without an open office is a fault, not an endless search', () => {
  const never = createCalendar({ ...office, week: [[], [], [], [], [], [], []], seasons: [] }, 'never');
  for (const span of [workingDays(1), workingHours(1)]) {
    expect(() => addSpan(at('2026-11-23T10:00'), span, never)).toThrow('no working hours');
    expect(() => subtractSpan(at('2026-11-23T10:00'), span, never)).toThrow('no working hours');
  }
});

/**
 * The same by walking from minute to minute and reading the wall clock of each. Everything in the code under test that has to
 * do with zones, days and hours is absent from it.
 */
const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Beirut',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
type Reading = { readonly day: string; readonly weekday: number; readonly minutes: number };
const readings = new Map<number, Reading>();
const read = (instant: number): Reading => {
  const known = readings.get(instant);
  if (known) return known;
  const part = Object.fromEntries(wallClock.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = `${part['year']}-${part['month']}-${part['day']}`;
  const weekday = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part['weekday'] ?? '');
  const reading = { day, weekday, minutes: Number(part['hour']) * 60 + Number(part['minute']) };
  readings.set(instant, reading);
  return reading;
};
const isOpen = (content: CalendarContent, instant: number): { readonly open: boolean; readonly day: string } => {
  const { day, weekday, minutes } = read(instant);
  if (content.moving[day] || content.yearly[day.slice(5)]) return { open: false, day };
  const season = content.seasons.find(({ from, until }) => day >= from && day <= until);
  const periods = (season ?? content).week[weekday] ?? [];
  return { day, open: periods.some(([from, until]) => minutes >= from && minutes < until) };
};

const minute = 60_000;
const contents: fc.Arbitrary<CalendarContent> = fc
  .record({
    // Whole hours outside the one that the change of clocks skips or doubles, or the whole day.
    week: fc.array(
      fc.oneof(
        fc.constant([]),
        fc.constant([[0, 1_440] as const]),
        fc.uniqueArray(fc.integer({ min: 2, max: 22 }), { minLength: 2, maxLength: 4 }).map((marks) => {
          const sorted = marks.toSorted((a, b) => a - b);
          const pairs: (readonly [number, number])[] = [];
          for (let i = 0; i + 1 < sorted.length; i += 2) pairs.push([sorted[i]! * 60, sorted[i + 1]! * 60]);
          return pairs;
        }),
      ),
      { minLength: 7, maxLength: 7 },
    ),
    holidays: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 4 }),
  })
  .filter(({ week }) => week.some((day) => day.length > 0))
  .map(({ week, holidays }) => ({
    ...office,
    week,
    moving: Object.fromEntries(
      holidays.flatMap((offset) =>
        // Around both changes of clocks and within the season.
        ['2026-03-24', '2026-10-20', '2026-02-16'].map((start) => [
          new Date(Date.parse(`${start}T00:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10),
          { name, basis: 'announced' as const },
        ]),
      ),
    ),
  }));
const starts = fc
  .record({
    around: fc.constantFrom(
      '2026-03-26T00:00:00Z',
      '2026-10-22T00:00:00Z',
      '2026-02-16T00:00:00Z',
      '2026-12-22T00:00:00Z',
    ),
    minutes: fc.integer({ min: 0, max: 5 * 1_440 }),
  })
  .map(({ around, minutes }) => Date.parse(around) + minutes * minute);

describe('whatever the calendar, around changes of clocks as elsewhere', () => {
  test('working time is over when a walk of minutes has met as many open ones', () => {
    fc.assert(
      fc.property(contents, starts, fc.integer({ min: 1, max: 900 }), (content, start, minutes) => {
        const subject = createCalendar(content, 'x');
        let [now, met] = [start, 0];
        for (; met < minutes && now < start + 20 * 86_400_000; now += minute) if (isOpen(content, now).open) met += 1;
        fc.pre(met === minutes);
        const span: Span = { n: minutes * minute, unit: 'working-time' };
        const due = addSpan(new Date(start), span, subject);
        expect(+due).toBe(now);
        expect(spanLeft(new Date(start), due, 'working-time', subject)).toEqual(span);
        // Back again: the start, or the last moment before it that was as good.
        const back = subtractSpan(due, span, subject);
        expect(spanLeft(back, due, 'working-time', subject)).toEqual(span);
        expect(+back).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 60 },
    );
  });

  test('working days are over at the last open minute of the last day that a walk meets', () => {
    fc.assert(
      fc.property(contents, starts, fc.integer({ min: 1, max: 6 }), (content, start, n) => {
        const subject = createCalendar(content, 'x');
        const first = isOpen(content, start).day;
        const met: string[] = [];
        let end = start;
        for (let now = start; now < start + 25 * 86_400_000; now += minute) {
          const { open, day } = isOpen(content, now);
          if (!open || day === first) continue;
          if (met.at(-1) !== day) met.push(day);
          if (met.length > n) break;
          end = now + minute;
        }
        fc.pre(met.length > n);
        const due = addSpan(new Date(start), { n, unit: 'working-days' }, subject);
        expect(+due).toBe(end);
        expect(spanLeft(new Date(start), due, 'working-days', subject).n).toBe(n);
        const back = subtractSpan(due, { n, unit: 'working-days' }, subject);
        const [then, before] = [isOpen(content, +back), isOpen(content, +back - minute)];
        expect(then.open && (!before.open || before.day !== then.day)).toBe(true);
        expect(spanLeft(back, due, 'working-days', subject).n).toBe(n);
      }),
      { numRuns: 40 },
    );
  });
});
