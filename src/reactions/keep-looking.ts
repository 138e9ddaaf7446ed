import { createAlarm } from './alarm.ts';

/** One look at a table that serves as a queue. */
export interface Look {
  /** How long to rest afterwards, whoever asks for more. */
  readonly restMilliseconds: number;
  /** Whether more is known to be due. */
  readonly more: boolean;
}

export interface Work {
  readonly look: () => Promise<Look>;
  /** Ends what is in flight. */
  readonly finish: () => Promise<void>;
}

export interface Loop {
  /** Something is due: do not wait for the next regular look. Costs nothing, may be called at any rate. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

/** Looks every second, at once when woken, and less and less often while looking fails (the database is away). */
export const keepLooking = (work: Work, onError: (error: unknown) => void, everyMilliseconds = 1000): Loop => {
  const alarm = createAlarm();
  const run = async () => {
    let failures = 0;
    while (!alarm.stopped()) {
      try {
        const { restMilliseconds, more } = await work.look();
        failures = 0;
        await alarm.rest(restMilliseconds);
        if (!more) await alarm.wait(everyMilliseconds);
      } catch (error) {
        failures += 1;
        onError(error);
        await alarm.rest(Math.min(everyMilliseconds * 2 ** failures, 30_000));
      }
    }
    await work.finish();
  };
  const running = run();
  return {
    wake: alarm.ring,
    stop: () => {
      alarm.stop();
      return running;
    },
  };
};
