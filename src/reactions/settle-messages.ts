import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../base/database.ts';
import type { Log } from '../base/log.ts';
import { type Outcome, settleMessages } from './delivery-queries.ts';

/**
 * Writes outcomes down at once when idle and several per statement when busy. When the database does not answer it keeps
 * trying: an outcome that gets lost is a message that is sent twice.
 */
export const createSettler = (database: Database, log: Log) => {
  let outcomes: Outcome[] = [];
  let writing: Promise<void> | undefined;
  let triesLeft = Infinity;

  const write = async (): Promise<void> => {
    while (outcomes.length > 0 && triesLeft > 0) {
      const batch = outcomes;
      outcomes = [];
      try {
        await settleMessages(database, batch);
      } catch (error) {
        triesLeft -= 1;
        outcomes = [...batch, ...outcomes];
        const code = (error as { code?: string }).code ?? (error as Error).name;
        log.error({ error: code, messages: outcomes.length }, 'outcomes of messages not saved');
        await sleep(1000);
      }
    }
    writing = undefined;
  };

  return {
    settle: (outcome: Outcome): void => {
      outcomes.push(outcome);
      writing ??= write();
    },
    /** Resolves when everything is saved, or after three failed tries: leases then make the messages due again. */
    finish: async (): Promise<void> => {
      triesLeft = 3;
      await writing;
    },
  };
};
