import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOfDay } from '../../base/calendar-day.ts';
import { locales } from '../../base/texts.ts';
import { faultsOfForm } from '../../../test/world/declared.ts';
import { tryField, world } from '../../../test/world/field.ts';

const parts = (day: string, month: string, year: string) => ({ 'it.day': day, 'it.month': month, 'it.year': year });
const isoDays = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date', () => {
  const any = tryField('date');
  const birth = tryField('date', 'min: 1900-06-01, max: today');

  test('is read from three boxes, in any digits', () => {
    expect(any.typed(parts('3', '12', '2026'))).toBe('2026-12-03');
    expect(any.typed(parts(' ٢٩ ', '۲', '٢٠٢٤'))).toBe('2024-02-29');
    expect(any.typed(parts('', '', ''))).toBeUndefined();
  });

  test.each([
    ['the 29th of February of a common year', parts('29', '2', '2026')],
    ['a year of two digits', parts('3', '12', '26')],
    ['a month in words', parts('3', 'March', '2026')],
    ['a thirteenth month', parts('3', '13', '2026')],
    ['day 0', parts('0', '1', '2026')],
    ['no day', parts('', '1', '2026')],
    ['the year 0026', parts('3', '12', '0026')],
    ['the year 9999', parts('3', '12', '9999')],
  ])('is no date: %s', (_what, inputs) => {
    expect(any.typed(inputs)).toBe('not-a-date');
  });

  test('is taken from the API as ISO 8601 writes it, and as nothing else', () => {
    expect(any.sent('2026-03-12')).toBe('2026-03-12');
    for (const wrong of [20260312, true, {}, [], '2026-3-12', '12/03/2026', '2026-03-12T00:00:00Z', 'today'])
      expect(any.sent(wrong)).toBe('not-a-date');
  });

  test("is kept within its range, today being the country's", () => {
    expect(birth.sent('2026-11-22')).toBe('2026-11-22');
    expect(birth.sent('2026-11-23')).toBe('in-the-future');
    expect(birth.sent('1900-05-31')).toBe('too-early');
    const later = tryField('date', 'min: today, max: 2027-01-01');
    expect(later.sent('2026-11-21')).toBe('in-the-past');
    expect(later.sent('2027-01-02')).toBe('too-late');
  });

  test('comes back from the boxes of a page as it was', () => {
    fc.assert(
      fc.property(isoDays, (day) => {
        expect(any.again(day)).toBe(day);
      }),
    );
  });

  test('is in an expression the instant at which its day begins, also where clocks are put forward at midnight', () => {
    expect(any.behaviour.toExpression('2026-07-01', any.field)).toEqual(new Date('2026-06-30T21:00:00Z'));
    expect(startOfDay('2026-03-29', 'Asia/Beirut')).toEqual(new Date('2026-03-28T22:00:00Z'));
  });

  test('is said in each language, with the months of the Levant', () => {
    expect(locales.map((locale) => any.behaviour.say('2026-03-12', any.field, locale, world))).toEqual([
      '12 آذار 2026',
      '12 mars 2026',
      '12 March 2026',
    ]);
  });

  test('is offered as declared', () => {
    const { behaviour, field } = tryField('date', 'default: today');
    expect(behaviour.offered?.(field, world)).toBe('2026-11-22');
  });
});

describe('a date of which not all is known', () => {
  const built = tryField('partial-date', 'max: today');

  test.each([
    [parts('', '', '١٩٨٥'), '1985'],
    [parts('', '3', '1985'), '1985-03'],
    [parts('12', '03', '1985'), '1985-03-12'],
  ])('is read as far as it was typed: %o', (inputs, value) => {
    expect(built.typed(inputs)).toBe(value);
  });

  test.each([
    [parts('12', '', '1985'), 'not-a-partial-date'],
    [parts('', '3', ''), 'not-a-partial-date'],
    [parts('', '13', '1985'), 'not-a-partial-date'],
    [parts('31', '2', '1985'), 'not-a-partial-date'],
    [parts('', '', '85'), 'not-a-partial-date'],
    [parts('', '', '2027'), 'in-the-future'],
    [parts('', '12', '2026'), 'in-the-future'],
  ])('is refused: %o', (inputs, fault) => {
    expect(built.typed(inputs)).toBe(fault);
  });

  test('may be of this year and month although they are not over', () => {
    expect(built.sent('2026')).toBe('2026');
    expect(built.sent('2026-11')).toBe('2026-11');
    expect(tryField('partial-date', 'min: today').sent('2026')).toBe('2026');
    expect(tryField('partial-date', 'min: today').sent('2025')).toBe('in-the-past');
  });

  test('may need its month', () => {
    expect(tryField('partial-date', 'at_least: month').sent('1985')).toBe('month-missing');
  });

  test('is refused from the API in any other form', () => {
    for (const wrong of [1985, '85', '1985-3', '1985-', {}, [], true])
      expect(built.sent(wrong)).toBe('not-a-partial-date');
  });

  test('comes back from the boxes of a page as it was', () => {
    const any = tryField('partial-date');
    fc.assert(
      fc.property(isoDays, fc.constantFrom(4, 7, 10), (day, length) => {
        expect(any.again(day.slice(0, length))).toBe(day.slice(0, length));
      }),
    );
  });

  test('is said as far as it is known', () => {
    const say = (value: string) => built.behaviour.say(value, built.field, 'ar', world);
    expect([say('1985'), say('1985-03'), say('1985-03-12')]).toEqual(['1985', 'آذار 1985', '12 آذار 1985']);
  });
});

describe('a time of day', () => {
  const opens = tryField('time');

  test.each([
    ['14:30', '14:30'],
    ['9:05', '09:05'],
    ['14h30', '14:30'],
    ['14 h 30', '14:30'],
    ['14.30', '14:30'],
    ['1430', '14:30'],
    ['٢:٣٠ م', '14:30'],
    ['2:30 PM', '14:30'],
    ['2:30 p.m.', '14:30'],
    ['12 am', '00:00'],
    ['١٢ م', '12:00'],
    ['8', '08:00'],
    ['0:00', '00:00'],
  ])('is read as people type it: %s', (typed, value) => {
    expect(opens.typed(typed)).toBe(value);
  });

  test.each(['24:00', '12:60', '13 pm', '0 am', 'noon', '1:2:3', '14:3', '-1:00', '٢٥'])('is no time: %s', (typed) => {
    expect(opens.typed(typed)).toBe('not-a-time');
  });

  test('is refused from the API as anything but text, and outside its range', () => {
    for (const wrong of [1430, {}, [], true]) expect(opens.sent(wrong)).toBe('not-a-time');
    const office = tryField('time', 'min: "08:00", max: "17:30"');
    expect(['07:59', '08:00', '17:30', '17:31'].map(office.sent)).toEqual([
      'time-too-early',
      '08:00',
      '17:30',
      'time-too-late',
    ]);
  });

  test('comes back from the box of a page as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hours, minutes) => {
        const value = `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(opens.again(value)).toBe(value);
      }),
    );
  });
});

describe('a declaration of dates is refused', () => {
  test.each([
    ['when a day does not exist', 'date, min: 2026-02-30', 'there is no day 2026-02-30'],
    ['when nothing fits', 'date, min: 2026-02-03, max: 2026-02-01', 'nothing is between 2026-02-03 and 2026-02-01'],
    ['when a day is written otherwise', 'date, max: tomorrow', 'The latest day accepted'],
    ['when a time does not exist', 'time, min: "25:00"', 'The earliest time accepted'],
  ])('%s', (_what, declared, words) => {
    expect(faultsOfForm([`{ name: it, type: ${declared} }`]).join('\n')).toContain(words);
  });
});
