import { Problem } from '../base/problem.ts';

/**
 * Gathers what comes in while the last batch is being written and writes it as the next one: under load many requests
 * share one transaction and one disk flush, and a lone request waits for nobody. Each is answered after its commit.
 */
export interface Coalescer<Item, Result> {
  readonly add: (item: Item) => Promise<Result>;
  /** Items waiting or being written. */
  readonly load: () => number;
  /** Resolves when nothing is waiting or being written. */
  readonly drained: () => Promise<void>;
}

export interface CoalescerOptions<Item, Result> {
  /** Writes a batch; gives a result or an error for each item, in order. */
  readonly flush: (items: readonly Item[]) => Promise<readonly (Result | Error)[]>;
  readonly maxBatch: number;
  /** More than this many waiting are turned away with `overloaded`: better a quick no than a slow death. */
  readonly maxWaiting: number;
  /** How many batches may be under way at once. */
  readonly concurrency: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export const createCoalescer = <Item, Result>(options: CoalescerOptions<Item, Result>): Coalescer<Item, Result> => {
  let waiting: Waiting<Item, Result>[] = [];
  let running = 0;
  let writing = 0;
  let scheduled = false;
  let idle: (() => void)[] = [];

  /**
   * Requests that arrived in the same turn of the event loop go together; and the answers of a batch go out before the
   * next one is made, so that who gets theirs may be in it again.
   */
  const schedule = () => {
    if (scheduled || waiting.length === 0 || running >= options.concurrency) return;
    scheduled = true;
    setImmediate(start);
  };
  const start = () => {
    scheduled = false;
    while (running < options.concurrency && waiting.length > 0) {
      const batch = waiting.slice(0, options.maxBatch);
      waiting = waiting.slice(options.maxBatch);
      void write(batch);
    }
  };
  const write = async (batch: readonly Waiting<Item, Result>[]) => {
    running++;
    writing += batch.length;
    try {
      const results = await options.flush(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result as Result);
      });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    } finally {
      running--;
      writing -= batch.length;
      schedule();
      if (writing === 0 && waiting.length === 0) {
        for (const resolve of idle) resolve();
        idle = [];
      }
    }
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= options.maxWaiting) {
          reject(new Problem('overloaded', { retryAfter: 2 }));
          return;
        }
        waiting.push({ item, resolve, reject });
        schedule();
      }),
    load: () => waiting.length + writing,
    drained: () => new Promise((resolve) => (writing === 0 && waiting.length === 0 ? resolve() : idle.push(resolve))),
  };
};
