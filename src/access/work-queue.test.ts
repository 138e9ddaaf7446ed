import { expect, it } from 'vitest';
import { createWorkQueue } from './work-queue.ts';

const deferred = () => Promise.withResolvers<void>();

it('runs so many at once, lets so many wait in order, and refuses the rest at once', async () => {
  const queue = createWorkQueue({ atOnce: 1, waiting: 2, retryAfter: 7 });
  const [gate, order] = [deferred(), [] as number[]];
  const work = (number: number) =>
    queue.run(async () => {
      order.push(number);
      await gate.promise;
      return number;
    });
  const admitted = [work(1), work(2), work(3)];
  expect(order).toEqual([1]);
  expect(queue.assertRoom).toThrow('overloaded');
  await expect(work(4)).rejects.toMatchObject({ code: 'overloaded', retryAfter: 7 });
  gate.resolve();
  expect(await Promise.all(admitted)).toEqual([1, 2, 3]);
  expect(order).toEqual([1, 2, 3]);
});

it('goes on after work that failed', async () => {
  const queue = createWorkQueue({ atOnce: 1, waiting: 1, retryAfter: 1 });
  const failing = queue.run(() => Promise.reject(new Error('no')));
  const next = queue.run(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  expect(await queue.run(async () => 'again')).toBe('again');
});
