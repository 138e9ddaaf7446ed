/**
 * Limits attempts that may be guesses: passwords, secrets of records. Each key has `attempts` at once and wins them back
 * evenly over `seconds`; a success is given back, so that only failures count and people behind one address do not use
 * up each other's. The memory is this process's own and bounded: the key that was quiet longest is forgotten first.
 *
 * The rule is the generic cell rate algorithm (ITU-T I.371, annex A) with one number per key: the time at which it will
 * have won everything back.
 */
export interface AttemptLimit {
  /** Counts one attempt. 0: go on; otherwise nothing was counted and it is so many seconds to wait. */
  readonly take: (key: string) => number;
  /** Uncounts an attempt that turned out right, or came to no verdict. */
  readonly giveBack: (key: string) => void;
}

export const createAttemptLimit = (options: {
  readonly attempts: number;
  readonly seconds: number;
  /** How many keys to remember. */
  readonly keys?: number;
  /** Milliseconds, as of Date.now. */
  readonly now?: () => number;
}): AttemptLimit => {
  const { attempts, seconds, keys = 50_000, now = Date.now } = options;
  const window = seconds * 1_000;
  const interval = window / attempts;
  const wholeAt = new Map<string, number>();

  const remember = (key: string, time: number) => {
    // Taken out and put back, so that the map's order is that of the last use.
    wholeAt.delete(key);
    wholeAt.set(key, time);
    const quietest = wholeAt.keys().next();
    if (wholeAt.size > keys && !quietest.done) wholeAt.delete(quietest.value);
  };

  return {
    take: (key) => {
      const time = now();
      const next = Math.max(wholeAt.get(key) ?? 0, time) + interval;
      const wait = next - time - window;
      // A hundredth of a second forgives what sums of fractions lose.
      if (wait > 10) return Math.ceil(wait / 1_000);
      remember(key, next);
      return 0;
    },
    giveBack: (key) => {
      const time = (wholeAt.get(key) ?? 0) - interval;
      if (time > now()) wholeAt.set(key, time);
      else wholeAt.delete(key);
    },
  };
};
