import { expect, test } from 'vitest';
import { sayDuration, sayMonths, saySpan, saySpanLeft } from './duration-texts.ts';

const hour = 3_600_000;

test.each([
  [hour / 2, 'en', '30 minutes'],
  [hour, 'ar', 'ساعة واحدة'],
  [2 * hour, 'ar', 'ساعتين'],
  [3 * hour, 'ar', '3 ساعات'],
  [48 * hour, 'fr', '48 heures'],
  [72 * hour, 'fr', '3 jours'],
  [11 * 24 * hour, 'ar', '11 يومًا'],
] as const)('%i milliseconds are said in %s as %s', (milliseconds, locale, words) => {
  expect(sayDuration(milliseconds, locale)).toBe(words);
});

test('months are counted in Arabic as Arabic counts', () => {
  expect([1, 2, 6, 12].map((months) => sayMonths(months, 'ar'))).toEqual(['شهر واحد', 'شهرين', '6 أشهر', '12 شهرًا']);
});

test.each([
  [1, 'ar', 'يوم عمل واحد', 'يوم عمل واحد'],
  [2, 'ar', 'يومَي عمل', 'يوما عمل'],
  [3, 'ar', '3 أيام عمل', '3 أيام عمل'],
  [15, 'ar', '15 يوم عمل', '15 يوم عمل'],
  [1, 'fr', '1 jour ouvrable', '1 jour ouvrable'],
  [3, 'fr', '3 jours ouvrables', '3 jours ouvrables'],
  [1, 'en', '1 working day', '1 working day'],
  [3, 'en', '3 working days', '3 working days'],
] as const)(
  '%i working days are said in %s as %s within a sentence and %s by themselves',
  (n, locale, within, alone) => {
    expect(saySpan({ n, unit: 'working-days' }, locale)).toBe(within);
    expect(saySpanLeft({ n, unit: 'working-days' }, locale)).toBe(alone);
  },
);

test('what is left of working hours is told from time that simply passes', () => {
  const left = { n: 12.5 * hour, unit: 'working-time' } as const;
  expect(saySpan({ n: 8 * hour, unit: 'working-time' }, 'ar')).toBe('8 ساعات عمل');
  expect(saySpanLeft(left, 'en')).toBe('12 hours, 30 minutes of working time');
  expect(saySpanLeft(left, 'fr')).toMatch(/^12\sheures et 30\sminutes de travail$/);
  expect(saySpanLeft({ ...left, unit: 'elapsed' }, 'en')).toBe('12 hours, 30 minutes');
});
