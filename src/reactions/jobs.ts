import type { Log } from '../base/log.ts';
import { keepLooking, type Loop, type Work } from './keep-looking.ts';

/**
 * What runs in the background of this program, each under a name, with how it went: for the page that administrators look at.
 * Tables are the queues (docs/decisions/0006-no-job-queue.md); this only starts the work, and remembers until the program ends.
 */
export interface Job {
  readonly name: string;
  /** How often it looks by itself, in milliseconds; it may be woken in between. None: when it is asked. */
  readonly everyMilliseconds: number | undefined;
  readonly runs: number;
  readonly failures: number;
  readonly isRunning: boolean;
  readonly began: Date | undefined;
  /** How long the last run took that has ended. */
  readonly milliseconds: number | undefined;
  readonly lastFailure: { readonly at: Date; readonly message: string } | undefined;
  /** Of the runs since the last that succeeded. */
  readonly failuresInARow: number;
  readonly next: Date | undefined;
}

export interface Jobs {
  readonly list: () => readonly Job[];
  /** Runs again and again; at once when `work` says that there is more. */
  readonly loop: (name: string, work: () => Promise<boolean>, everyMilliseconds?: number) => Loop;
  /** Runs once in a while, the first time after that while. */
  readonly every: (name: string, everyMilliseconds: number, work: () => Promise<unknown>) => void;
  /** Runs now, once, while whoever asked goes on; a stop waits for it. */
  readonly once: (name: string, work: () => Promise<unknown>) => void;
  /** The same work, remembered under a name. */
  readonly watch: (name: string, work: Work, everyMilliseconds?: number) => Work;
  readonly stop: () => Promise<void>;
}

type Kept = { -readonly [Key in keyof Job]: Job[Key] };

export const createJobs = (log: Log, clock = () => new Date()): Jobs => {
  const jobs = new Map<string, Kept>();
  const stops: (() => Promise<void> | void)[] = [];

  const nextOf = (everyMilliseconds: number | undefined): Date | undefined =>
    everyMilliseconds === undefined ? undefined : new Date(+clock() + everyMilliseconds);

  const getJob = (name: string, everyMilliseconds: number | undefined): Kept => {
    const job: Kept = jobs.get(name) ?? {
      name,
      everyMilliseconds,
      runs: 0,
      failures: 0,
      failuresInARow: 0,
      isRunning: false,
      began: undefined,
      milliseconds: undefined,
      lastFailure: undefined,
      next: nextOf(everyMilliseconds),
    };
    jobs.set(name, job);
    return job;
  };

  const run = async <Result>(job: Kept, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    job.began = clock();
    job.isRunning = true;
    job.runs++;
    try {
      const result = await work();
      job.failuresInARow = 0;
      return result;
    } catch (error) {
      job.failures++;
      job.failuresInARow++;
      job.lastFailure = { at: clock(), message: (error as Error).message.slice(0, 200) };
      throw error;
    } finally {
      job.isRunning = false;
      job.milliseconds = performance.now() - start;
      job.next = nextOf(job.everyMilliseconds);
    }
  };

  const onError = (name: string) => (error: unknown) =>
    log.error({ job: name, error: (error as Error).message }, 'work in the background failed');

  const watch: Jobs['watch'] = (name, work, everyMilliseconds = 1_000) => {
    const job = getJob(name, everyMilliseconds);
    return { ...work, look: () => run(job, work.look) };
  };

  return {
    list: () => [...jobs.values()].map((job) => ({ ...job })),
    watch,
    loop: (name, work, everyMilliseconds = 1_000) => {
      const look = async () => ({ restMilliseconds: 0, more: await work() });
      const watched = watch(name, { look, finish: async () => {} }, everyMilliseconds);
      const loop = keepLooking(watched, onError(name), everyMilliseconds);
      stops.push(loop.stop);
      return loop;
    },
    every: (name, everyMilliseconds, work) => {
      const job = getJob(name, everyMilliseconds);
      const timer = setInterval(() => void run(job, work).catch(onError(name)), everyMilliseconds).unref();
      stops.push(() => clearInterval(timer));
    },
    once: (name, work) => {
      const job = getJob(name, undefined);
      const running = run(job, work).catch(onError(name));
      stops.push(() => running.then(() => undefined));
    },
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
};
