/** Lets a loop rest, be woken before its time, and be told to end. A ring during work is kept until the next `wait`. */
export interface Alarm {
  readonly stopped: () => boolean;
  /** Rests for the whole time, whoever rings; ends early only when stopped. */
  readonly rest: (milliseconds: number) => Promise<void>;
  /** Rests until rung, at most this long. */
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly ring: () => void;
  readonly stop: () => void;
}

export const createAlarm = (): Alarm => {
  let stopped = false;
  let rung = false;
  let sleeper: { wake: () => void; hearsRing: boolean } | undefined;

  const sleep = (milliseconds: number, hearsRing: boolean): Promise<void> =>
    new Promise((resolve) => {
      if (stopped || milliseconds <= 0 || (hearsRing && rung)) return resolve();
      const wake = () => {
        clearTimeout(timer);
        sleeper = undefined;
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      sleeper = { wake, hearsRing };
    });

  return {
    stopped: () => stopped,
    rest: (milliseconds) => sleep(milliseconds, false),
    wait: async (milliseconds) => {
      await sleep(milliseconds, true);
      rung = false;
    },
    ring: () => {
      rung = true;
      if (sleeper?.hearsRing) sleeper.wake();
    },
    stop: () => {
      stopped = true;
      sleeper?.wake();
    },
  };
};
