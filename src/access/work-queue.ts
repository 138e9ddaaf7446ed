import { Problem } from '../base/problem.ts';

export interface WorkQueue {
  /** Runs the work when its turn comes; refuses with `overloaded` at once when too many are waiting already. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Refuses likewise when there is no room now, before anything is done. */
  readonly assertRoom: () => void;
}

/**
 * Lets `atOnce` pieces of work run and `waiting` more stand in line. Costly work behind it can be asked for without
 * end and still leaves the processor to everybody else.
 */
export const createWorkQueue = (options: {
  readonly atOnce: number;
  readonly waiting: number;
  /** Told to those who are refused, in seconds. */
  readonly retryAfter: number;
}): WorkQueue => {
  let running = 0;
  const line: (() => void)[] = [];
  const assertRoom = () => {
    if (running >= options.atOnce && line.length >= options.waiting)
      throw new Problem('overloaded', { retryAfter: options.retryAfter });
  };
  return {
    assertRoom,
    run: async (work) => {
      assertRoom();
      if (running < options.atOnce) running += 1;
      else await new Promise<void>((turn) => line.push(turn));
      try {
        return await work();
      } finally {
        // The place passes straight to the next in line, so that nobody who comes just now can jump in.
        const next = line.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
};
