import { expect, test, vi } from 'vitest';
import { pino } from 'pino';
import { createJobs } from './jobs.ts';

const log = pino({ level: 'silent' });

test('what runs in the background is remembered with how it went, and a failure until it succeeds again', async () => {
  const jobs = createJobs(log);
  let fails = true;
  const work = jobs.watch('messages', {
    look: async () => {
      if (fails) throw new Error('the gateway is away');
      return { restMilliseconds: 0, more: false };
    },
    finish: async () => {},
  });
  expect(jobs.list()).toMatchObject([{ name: 'messages', runs: 0, began: undefined }]);
  await expect(work.look()).rejects.toThrow('away');
  expect(jobs.list()).toMatchObject([{ runs: 1, failuresInARow: 1, lastFailure: { message: 'the gateway is away' } }]);
  fails = false;
  await work.look();
  expect(jobs.list()).toMatchObject([{ runs: 2, failures: 1, failuresInARow: 0, isRunning: false }]);
});

test('a loop goes on while there is more, when it is woken, and ends when it is stopped', async () => {
  const jobs = createJobs(log);
  let left = 3;
  const loop = jobs.loop('handover', async () => --left > 0, 60_000);
  await vi.waitFor(() => expect(left).toBe(0));
  loop.wake();
  await vi.waitFor(() => expect(left).toBe(-1));
  await jobs.stop();
  loop.wake();
  expect(jobs.list()).toMatchObject([{ name: 'handover', runs: 4 }]);
});
