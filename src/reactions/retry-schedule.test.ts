import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostAttempts, secondsToNextAttempt } from './retry-schedule.ts';

test('waits grow from a minute to a day, then the message is given up', () => {
  const waits = Array.from({ length: mostAttempts }, (_, index) => secondsToNextAttempt(index + 1, 0, 0.5));
  expect(waits).toEqual([60, 300, 1800, 7200, 43_200, 86_400, undefined]);
});

test('a wait is spread by a fifth and never shorter than the gateway asks', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: mostAttempts - 1 }),
      fc.integer({ min: 0, max: 86_400 }),
      (attempts, retryAfter) => {
        const middle = secondsToNextAttempt(attempts, 0, 0.5) ?? 0;
        const wait = secondsToNextAttempt(attempts, retryAfter) ?? 0;
        expect(wait).toBeGreaterThanOrEqual(Math.max(middle * 0.8, retryAfter));
        expect(wait).toBeLessThanOrEqual(Math.max(middle * 1.2, retryAfter));
      },
    ),
  );
});
