import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAttemptLimit } from './attempt-limit.ts';

const clockedLimit = (attempts: number, seconds: number, keys?: number) => {
  const clock = { time: 1_000_000 };
  const limit = createAttemptLimit({ attempts, seconds, now: () => clock.time, ...(keys && { keys }) });
  return { clock, limit };
};

describe('a limit on attempts', () => {
  it('lets so many through, then says how long to wait, and lets one through after that', () => {
    const { clock, limit } = clockedLimit(3, 60);
    expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 0]);
    expect(limit.take('a')).toBe(20);
    clock.time += 20_000;
    expect(limit.take('a')).toBe(0);
    expect(limit.take('a')).toBe(20);
  });

  it('counts each key apart', () => {
    const { limit } = clockedLimit(1, 60);
    expect(limit.take('a')).toBe(0);
    expect(limit.take('b')).toBe(0);
    expect(limit.take('a')).toBeGreaterThan(0);
  });

  it('does not count what turned out right, however often', () => {
    const { limit } = clockedLimit(2, 60);
    for (let round = 0; round < 50; round += 1) {
      expect(limit.take('a')).toBe(0);
      limit.giveBack('a');
    }
  });

  it('counts attempts while they are under way, so that many at once cannot slip through', () => {
    const { limit } = clockedLimit(5, 60);
    const answers = Array.from({ length: 40 }, () => limit.take('a'));
    expect(answers.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('remembers no more keys than it is told', () => {
    const { limit } = clockedLimit(1, 60, 2);
    for (const key of ['a', 'b', 'c']) limit.take(key);
    expect(limit.take('b')).toBeGreaterThan(0);
    expect(limit.take('c')).toBeGreaterThan(0);
    expect(limit.take('a')).toBe(0);
  });

  it('never lets more through in any window than one burst and what was won back', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), steps, (attempts, pauses) => {
        const seconds = 60;
        const { clock, limit } = clockedLimit(attempts, seconds);
        const start = clock.time;
        let through = 0;
        for (const pause of pauses) {
          clock.time += pause;
          if (limit.take('a') === 0) through += 1;
          const wonBack = ((clock.time - start) / (seconds * 1_000)) * attempts;
          expect(through).toBeLessThanOrEqual(attempts + wonBack + 0.01);
        }
      }),
      { numRuns: 100 },
    );
  });
});
