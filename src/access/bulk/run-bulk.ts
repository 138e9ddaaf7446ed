import { randomUUID } from 'node:crypto';
import { Problem } from '../../base/problem.ts';
import { problemTexts } from '../../base/problem-texts.ts';
import type { Service } from '../../definition/service.ts';
import { act } from '../../events/engine.ts';
import { findRecord } from '../../events/load-record.ts';
import type { Sent } from '../../form/validate.ts';
import { findHolder, type Holder } from '../holder.ts';
import { actorFor, candidateOf } from '../record-access.ts';
import {
  type BulkRecordRow,
  type BulkRow,
  claimBulk,
  endBulk,
  listBulkRecordsOf,
  markBulkDone,
  markBulkRefused,
  noteBulkTry,
  releaseBulk,
} from './bulk-queries.ts';
import { type Reason, reasonOf, reasonOfProblem } from './bulk-reasons.ts';
import { readInputsOf } from './bulk-runs.ts';
import { type BulkParts, isSeen } from './judge.ts';

/**
 * Does in the background what was begun on many records: each as one action by one person, in a transaction of its own that
 * also notes that it is done. Whatever stops the program, what is not noted is not done, and what is noted is not done again.
 */
export interface BulkRunner {
  /** Works on one run for a while, so that others get their turn; gives whether there was one. */
  readonly workOnNext: () => Promise<boolean>;
  /** Ends with the record under way; what is left goes on with the next start. */
  readonly stop: () => void;
}

const leaseSeconds = 10;
const recordsAtOnce = 100;
/** What the program cannot do so often it will not do at the next turn either. */
const mostTries = 3;

/** It was stopped, or another program works on it. */
class NoLongerOurs extends Problem {
  constructor() {
    super('state-changed');
  }
}

interface Run {
  readonly parts: BulkParts;
  readonly row: BulkRow;
  readonly program: string;
  readonly sent: Sent;
}

export const createBulkRunner = (parts: BulkParts): BulkRunner => {
  const program = randomUUID();
  let isStopping = false;
  return {
    stop: () => void (isStopping = true),
    workOnNext: async () => {
      const { database } = parts;
      if (isStopping) return false;
      const [row] = await database.run(claimBulk, [program, leaseSeconds]);
      if (!row) return false;
      try {
        const run = { parts, row, program, sent: await readInputsOf(parts, row) };
        const ready = await database.run(listBulkRecordsOf, [row.id, 'ready', recordsAtOnce]);
        for (const record of ready) {
          if (isStopping) break;
          await doOne(run, record);
        }
        const isOver = !isStopping && ready.length < recordsAtOnce;
        await (isOver ? database.run(endBulk, [row.id, 'done', null]) : database.run(releaseBulk, [row.id, program]));
      } catch (error) {
        if (error instanceof NoLongerOurs) return true;
        if (!(error instanceof Problem && error.status < 500)) {
          await database.run(releaseBulk, [row.id, program]);
          throw error;
        }
        await database.run(endBulk, [row.id, 'failed', error.code]);
      }
      return true;
    },
  };
};

const doOne = async (run: Run, record: BulkRecordRow): Promise<void> => {
  const { parts, row, program } = run;
  const holder = await findHolder(parts.database, { account: row.account, key: row.by_key }, parts.world().now);
  const reason = await actOn(run, holder, record).catch((error: unknown) => reasonOfError(run, record, error));
  if (!reason) return;
  const values = [row.id, record.number, program, leaseSeconds, JSON.stringify(reason)];
  const [marked] = await parts.database.run(markBulkRefused, values);
  if (!marked) throw new NoLongerOurs();
};

/** Does it, or gives the reason why not. */
const actOn = async (
  { parts, row, program, sent }: Run,
  holder: Holder,
  { number, reference, record_id: recordId, seen_event: seen }: BulkRecordRow,
): Promise<Reason | undefined> => {
  const { covers } = parts;
  const loaded = await findRecord(parts, recordId ?? -1);
  const action = loaded?.service.actions.get(row.action ?? '');
  if (loaded && action && !holdsAny(holder, loaded.service, action.by)) throw new RightsLost();
  if (!loaded || !isSeen(parts, holder, loaded, reference)) return reasonOf('unknown-record');
  const { service, record } = loaded;
  if (record.lastEvent !== seen) return reasonOf('changed');
  let isWritten = false;
  await act(parts, {
    recordId: record.id,
    action: row.action ?? '',
    candidate: candidateOf(holder, service, record, covers),
    actor: actorFor(holder, service, record, action, covers),
    sent,
    seenEvent: seen,
    also: async (transaction) => {
      const [marked] = await transaction.run(markBulkDone, [row.id, number, program, leaseSeconds]);
      if (!marked) throw new NoLongerOurs();
      isWritten = true;
    },
  });
  return isWritten ? undefined : { code: 'nothing-new', message: problemTexts['not-possible'].detail };
};

/** Whoever began it holds no role any more that does it on any record of the service: it ends there. */
class RightsLost extends Problem {
  constructor() {
    super('not-allowed');
  }
}

const holdsAny = ({ grants }: Holder, { id }: Service, by: readonly string[]): boolean =>
  grants.some(({ role, services }) => by.includes(role) && (services === null || services.includes(id)));

const reasonOfError = async (
  { parts, row }: Run,
  { number }: BulkRecordRow,
  error: unknown,
): Promise<Reason | undefined> => {
  if (error instanceof NoLongerOurs || error instanceof RightsLost) throw error;
  if (error instanceof Problem && error.status < 500) return reasonOfProblem(error);
  // One record that cannot be dealt with does not hold up the others for ever.
  const [noted] = await parts.database.run(noteBulkTry, [row.id, number]);
  if ((noted?.tries ?? 0) < mostTries) throw error;
  return { code: 'internal', message: problemTexts.internal.detail };
};
