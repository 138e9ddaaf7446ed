import { expect, test } from 'vitest';
import { Problem } from '../base/problem.ts';
import { createCoalescer } from './coalescer.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

test('what arrives together is written together, and each gets its own answer', async () => {
  const batches: (readonly number[])[] = [];
  const coalescer = createCoalescer<number, number>({
    flush: async (items) => {
      batches.push(items);
      await pause();
      return items.map((item) => item * 2);
    },
    maxBatch: 100,
    maxWaiting: 100,
    concurrency: 1,
  });
  const answers = await Promise.all([1, 2, 3, 4, 5].map(coalescer.add));
  expect(answers).toEqual([2, 4, 6, 8, 10]);
  expect(batches).toEqual([[1, 2, 3, 4, 5]]);
});

test('one that fails does not fail its neighbours; a batch that throws fails all of its own and no other', async () => {
  const coalescer = createCoalescer<string, string>({
    flush: async (items) => {
      await pause();
      if (items.includes('bomb')) throw new Error('the database is away');
      return items.map((item) => (item === 'bad' ? new Problem('key-reused') : item));
    },
    maxBatch: 2,
    maxWaiting: 100,
    concurrency: 1,
  });
  const results = await Promise.allSettled(['good', 'bad', 'bomb', 'beside', 'after'].map(coalescer.add));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected', 'fulfilled']);
});

test('more than may wait are turned away at once, with when to come back, and those that wait are served', async () => {
  const coalescer = createCoalescer<number, number>({
    flush: async (items) => {
      await pause();
      return items;
    },
    maxBatch: 10,
    maxWaiting: 20,
    concurrency: 1,
  });
  const results = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => coalescer.add(index)));
  const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason as Problem);
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({ code: 'overloaded', status: 503, retryAfter: 2 });
  await coalescer.drained();
  expect(coalescer.load()).toBe(0);
});
