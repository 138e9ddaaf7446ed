import { expect, test } from 'vitest';
import { sayDuration, sayMonths } from './duration-texts.ts';

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
