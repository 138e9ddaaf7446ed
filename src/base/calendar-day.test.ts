import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, isIsoDay, startOfDay, yearsBetween } from './calendar-day.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day of the calendar', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '1899-12-31', '2201-01-01', '2026-3-12', '2026-03-12T', ''])(
    'is not %s',
    (text) => {
      expect(isIsoDay(text)).toBe(false);
    },
  );

  test('begins in its zone on that day, whatever clocks do', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('Asia/Beirut', 'Africa/Tunis', 'America/Santiago', 'Pacific/Auckland'),
        (day, zone) => {
          const start = startOfDay(day, zone);
          expect(dayOf(start, zone)).toBe(day);
          expect(dayOf(new Date(+start - 1), zone)).toBe(addDays(day, -1));
        },
      ),
    );
  });

  test('is as many days from another as are added to it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
      }),
    );
  });

  test.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2026-11-22', '2025-11-22', -1],
  ])('makes an age: from %s to %s are %i years', (from, to, years) => {
    expect(yearsBetween(from, to)).toBe(years);
  });
});
