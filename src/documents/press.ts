import { Problem } from '../base/problem.ts';
import type { PressAnswer, PressJob } from './pdf-worker.ts';
import { type Machine, type StartMachine, tookTooLong } from './press-machines.ts';

/**
 * Papers wait here for their turn on one machine, which starts with the first and ends when none was asked for in a while;
 * when it crashes or takes too long, whoever waits for that paper gets a Problem and the next paper a new machine.
 */
export interface Press {
  readonly run: (job: PressJob) => Promise<PressAnswer>;
  /** Ends the machine; papers that wait get a Problem. */
  readonly stop: () => Promise<void>;
}

export interface PressLimits {
  /** Milliseconds for one paper. */
  readonly timeout: number;
  /** Milliseconds without work after which the machine and its memory are let go. */
  readonly idle: number;
  /** Papers that may wait; more are asked to come back. */
  readonly waiting: number;
}

/** Milliseconds in which a machine starts, however busy the computer is. */
const longestStart = 30_000;

interface Waiting {
  readonly job: PressJob;
  readonly done: (answer: PressAnswer) => void;
  readonly failed: (problem: Problem) => void;
}

export const createPress = (startMachine: StartMachine, limits: PressLimits): Press => {
  const waiting: Waiting[] = [];
  let current: Waiting | undefined;
  let machine: Machine | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const end = (): Promise<unknown> => {
    clearTimeout(timer);
    const ended = machine;
    machine = undefined;
    return ended ? ended.end() : Promise.resolve();
  };

  const fail = (cause: string) => {
    void end();
    const job = current;
    current = undefined;
    job?.failed(new Problem(stopped ? 'shutting-down' : 'internal', { cause: new Error(`PDF: ${cause}`) }));
    next();
  };

  const answer = (message: PressAnswer) => {
    clearTimeout(timer);
    const job = current;
    current = undefined;
    if ('fault' in message) job?.failed(new Problem('internal', { cause: new Error(`PDF: ${message.fault}`) }));
    else job?.done(message);
    next();
  };

  const start = (): Machine => {
    isReady = false;
    // A machine that was given up may still speak; only the present one counts.
    const started: Machine = startMachine({
      onReady: () => {
        if (machine !== started) return;
        isReady = true;
        begin();
      },
      onAnswer: (message) => machine === started && answer(message),
      onGone: (why) => machine === started && fail(why),
    });
    return started;
  };

  const begin = () => {
    if (!current || !machine || !isReady) return;
    clearTimeout(timer);
    timer = setTimeout(() => fail(`${tookTooLong} ${limits.timeout} ms`), limits.timeout);
    machine.send(current.job);
  };

  const next = () => {
    if (current) return;
    current = waiting.shift();
    clearTimeout(timer);
    if (current) {
      machine ??= start();
      if (isReady) begin();
      else timer = setTimeout(() => fail('did not start'), longestStart);
    } else if (machine) {
      timer = setTimeout(() => void end(), limits.idle).unref();
    }
  };

  return {
    run: (job) =>
      new Promise((done, failed) => {
        if (stopped) return failed(new Problem('shutting-down'));
        if (waiting.length >= limits.waiting) return failed(new Problem('overloaded', { retryAfter: 5 }));
        waiting.push({ job, done, failed });
        next();
      }),
    stop: async () => {
      stopped = true;
      for (const job of waiting.splice(0)) job.failed(new Problem('shutting-down'));
      fail('the program ends');
      await end();
    },
  };
};
