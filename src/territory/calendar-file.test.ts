import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../base/paths.ts';
import { addSpan } from './calendar.ts';
import { calendarOf, loadCalendar } from './calendar-file.ts';

const lebanon = loadCalendar(inProject('country'), 'Asia/Beirut');
const { moving, yearly } = lebanon.content;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const datesOf = (english: string) =>
  Object.entries(moving).flatMap(([day, { name }]) => (name.en === english ? [day] : []));

describe("Lebanon's calendar", () => {
  test('gives an answer promised within three working days after Independence Day, which is a Sunday in 2026', () => {
    expect(lebanon.holidayOn('2026-11-22')?.ar).toBe('عيد الاستقلال');
    expect(addSpan(new Date('2026-11-22T10:00:00Z'), { n: 3, unit: 'working-days' }, lebanon)).toEqual(
      new Date('2026-11-25T15:15:00+02:00'),
    );
  });

  test('has the moving Christian holidays where their churches compute them', () => {
    // Meeus, Astronomical Algorithms, chapter 8: Easter in the Gregorian and in the Julian calendar.
    const western = (year: number) => {
      const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
      const h = (19 * a + b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25) + 15) % 30;
      const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
      const m = Math.floor((a + 11 * h + 22 * l) / 451);
      const sum = h + l - 7 * m + 114;
      return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1) / 86_400_000;
    };
    const eastern = (year: number) => {
      const d = (19 * (year % 19) + 15) % 30;
      const sum = d + ((2 * (year % 4) + 4 * (year % 7) - d + 34) % 7) + 114;
      return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1 + 13) / 86_400_000;
    };
    const offsets = (names: readonly string[], easter: (year: number) => number) =>
      names.flatMap((name) => datesOf(name).map((day) => dayNumber(day) - easter(Number(day.slice(0, 4)))));
    expect(offsets(['Good Friday (Western)', 'Easter Monday (Western)'], western)).toEqual([-2, -2, -2, 1, 1, 1]);
    // In 2025 both fell on the same day, which is listed once.
    expect(offsets(['Good Friday (Eastern)', 'Easter Monday (Eastern)'], eastern)).toEqual([-2, -2, 1, 1]);
  });

  test('has each Muslim holiday of each year within the days that an announcement may move it by', () => {
    const ummAlQura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    });
    const monthAndDay = {
      'Eid al-Fitr': '10/1',
      'Eid al-Adha': '12/10',
      'Hijri New Year': '1/1',
      Ashura: '1/10',
      'Prophet’s Birthday': '3/12',
    };
    for (const [english, wanted] of Object.entries(monthAndDay)) {
      const dates = datesOf(english);
      expect(new Set(dates.map((day) => day.slice(0, 4)))).toEqual(new Set(['2025', '2026', '2027']));
      for (const day of dates) {
        const near = [-4, -3, -2, -1, 0, 1].some((by) => {
          const parts = ummAlQura.formatToParts((dayNumber(day) + by) * 86_400_000);
          const of = (type: string) => parts.find((part) => part.type === type)?.value;
          return `${of('month')}/${of('day')}` === wanted;
        });
        expect(near, `${english} on ${day}`).toBe(true);
      }
    }
  });

  test('says every holiday in three languages', () => {
    const names = [...Object.values(yearly), ...Object.values(moving).map(({ name }) => name)];
    expect(names.length).toBeGreaterThan(25);
    for (const name of names) expect(/\p{Script=Arabic}/u.test(name.ar) && name.fr !== '' && name.en !== '').toBe(true);
  });

  test('is named by its content, as kept and read again', () => {
    expect(calendarOf(JSON.parse(JSON.stringify(lebanon.content))).digest).toBe(lebanon.digest);
    expect(calendarOf({ ...lebanon.content, lastYear: 2028 }).digest).not.toBe(lebanon.digest);
  });
});

describe('a calendar that is not right stops the start with its line', () => {
  let folder: string;
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'diwan-calendar-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = readFileSync(inProject('country', 'calendar.yaml'), 'utf8');
  const complaint = (from: string, to: string): string => {
    expect(file).toContain(from);
    writeFileSync(join(folder, 'calendar.yaml'), file.replace(from, to));
    try {
      loadCalendar(folder, 'Asia/Beirut');
    } catch (error) {
      return (error as Error).message.replaceAll(`${folder}/`, '');
    }
    return 'nothing';
  };

  test.each([
    [
      'a day in the weekend that has hours',
      'weekend: [saturday',
      'weekend: [friday, saturday',
      'friday is in the weekend too',
    ],
    [
      'a day without hours',
      '  monday: ["07:30-15:15"]\n',
      '',
      'monday is missing: write its hours, or add it to the weekend',
    ],
    ['hours that end before they begin', '"08:00-11:00"', '"11:00-08:00"', '"11:00-08:00" is not right: write hours'],
    ['hours in words', '"08:00-11:00"', '"morning"', 'hours is not right: write the opening hours of each other day'],
    ['a day that does not exist', '2026-05-27', '2026-02-30', 'there is no day 2026-02-30'],
    ['a day listed twice', '2026-05-27', '2026-05-28', '2026-05-28 is listed already'],
    ['a holiday past the last year', '\nuntil: 2027', '\nuntil: 2026', 'is past the year 2026 in "until"'],
    ['a season that ends before it begins', 'from: 2026-02-18', 'from: 2026-04-18', 'it ends before it begins'],
    ['a key that means nothing', 'yearly:', 'annual:', 'there is no key "annual"'],
    [
      'a name that one language lacks',
      'fr: Assomption, ',
      '',
      'yearly is not right: write holidays on the same day each year',
    ],
  ])('%s', (_what, from, to, expected) => {
    expect(complaint(from, to)).toMatch(/^calendar\.yaml:\d+: /);
    expect(complaint(from, to)).toContain(expected);
  });
});
