import type { AttemptLimit } from './attempt-limit.ts';

export interface Limited {
  readonly limit: AttemptLimit;
  readonly key: string;
}

export interface Attempt {
  /** 0: go on; otherwise so many seconds to wait. */
  readonly wait: number;
  readonly giveBack: () => void;
}

/** Takes from all limits or from none. */
export const takeAttempt = (limits: readonly Limited[]): Attempt => {
  const taken: Limited[] = [];
  const giveBack = () => {
    for (const { limit, key } of taken) limit.giveBack(key);
  };
  for (const limited of limits) {
    const wait = limited.limit.take(limited.key);
    if (wait > 0) {
      giveBack();
      return { wait, giveBack };
    }
    taken.push(limited);
  }
  return { wait: 0, giveBack };
};
