import { setTimeout as wait } from 'node:timers/promises';
import type { Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { findOpening, insertReadings, listReadingGroups, type ReadingGroupRow } from './reading-queries.ts';

/** What a civil servant reads a record for, as far as the declaration tells. */
export type ReadingPurpose = 'handling' | 'task' | 'handed-over' | 'oversight' | 'break-glass' | 'agreement';
/** What of it is read. */
export type ReadingWay = 'page' | 'api' | 'file' | 'document' | 'export' | 'print';
/** What sensitive answers are opened for, as the person who opens them says. */
export const openingReasons = ['decision', 'check', 'answer', 'oversight'] as const;
export type OpeningReason = (typeof openingReasons)[number];
/** Of what an agreement names nobody is asked: the agreement says what for. */
export type KeptReason = OpeningReason | 'agreement';

export interface Reading {
  readonly recordId: number;
  readonly at: Date;
  readonly account: string;
  readonly role: string;
  readonly institution: string;
  readonly purpose: ReadingPurpose;
  readonly way: ReadingWay;
}

/**
 * Writes down who reads what of whom. A page waits for nothing: what is read while a batch is being written forms the next
 * one, a few times a second. When the database takes none for so long that too many wait, records are not shown any more:
 * nobody reads what cannot be written down. An opening of sensitive answers is written before they are shown.
 */
export interface Readings {
  /** Notes a reading that is about to be answered; throws `overloaded` when too many wait to be written. */
  readonly note: (reading: Reading) => void;
  /** Writes many at once, before what they are readings of is given. */
  readonly noteAll: (readings: readonly Reading[]) => Promise<void>;
  /** Writes an opening at once. */
  readonly open: (opening: Omit<Reading, 'way'>, reason: KeptReason, fields: readonly string[]) => Promise<void>;
  readonly waiting: () => number;
  /** Resolves when all that was noted is written. */
  readonly drained: () => Promise<void>;
}

/** How long opened answers stay open to who opened them, in milliseconds. */
export const openFor = 15 * 60_000;

const restMilliseconds = 250;
const mostInBatch = 2_000;
const mostWaiting = 20_000;
const longestRest = 5_000;
const mostFailures = 5;

interface ReadingsOptions {
  readonly database: Queryable;
  readonly onError: (error: unknown) => void;
}

export const createReadings = ({ database, onError }: ReadingsOptions): Readings => {
  let waiting: Reading[] = [];
  let writing: Promise<void> | undefined;
  let isStopping = false;

  const writeAll = async (): Promise<void> => {
    let failures = 0;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, mostInBatch);
      try {
        await database.run(insertReadings, [JSON.stringify(rowsOf(batch))]);
        waiting = waiting.slice(batch.length);
        failures = 0;
      } catch (error) {
        failures++;
        onError(error);
        // The database is gone for good: the log says so, and a stop is not held up for ever.
        if (isStopping && failures > mostFailures) return;
        await wait(Math.min(restMilliseconds * 2 ** failures, longestRest));
      }
    }
  };
  const write = (): Promise<void> => (writing ??= writeAll().finally(() => (writing = undefined)));
  let timer: NodeJS.Timeout | undefined;

  return {
    note: (reading) => {
      if (waiting.length >= mostWaiting) throw new Problem('overloaded', { retryAfter: 5 });
      waiting.push(reading);
      timer ??= setTimeout(() => {
        timer = undefined;
        void write();
      }, restMilliseconds);
    },
    noteAll: async (readings) => {
      if (readings.length > 0) await database.run(insertReadings, [JSON.stringify(rowsOf(readings))]);
    },
    open: async (opening, reason, fields) => {
      const [row] = rowsOf([{ ...opening, way: 'page' }]);
      await database.run(insertReadings, [JSON.stringify([{ ...row, way: 'opening', reason, fields }])]);
    },
    waiting: () => waiting.length,
    drained: async () => {
      clearTimeout(timer);
      timer = undefined;
      isStopping = true;
      await write();
      if (waiting.length > 0) await write();
      isStopping = false;
    },
  };
};

/**
 * What one person reads at one moment as the same is said once, with all the records of which it is a reading. What is read
 * in the same way several times within a batch, a page and its parts, is one reading.
 */
const rowsOf = (batch: readonly Reading[]) => {
  const seen = new Map<string, Set<number>>();
  const rows = new Map<string, { readonly records: number[]; readonly [name: string]: unknown }>();
  for (const { recordId, at, account, role, institution, purpose, way } of batch) {
    const as = `${account} ${way} ${role} ${institution} ${purpose}`;
    let ids = seen.get(as);
    if (!ids) seen.set(as, (ids = new Set()));
    if (ids.has(recordId)) continue;
    ids.add(recordId);
    const key = `${+at} ${as}`;
    const row = rows.get(key);
    if (row) row.records.push(recordId);
    else rows.set(key, { records: [recordId], at, account_id: account, role, institution, purpose, way });
  }
  return [...rows.values()];
};

export interface Opening {
  readonly until: Date;
  readonly reason: OpeningReason;
}

/** Until when the sensitive answers of a record are open to an account, and for what; undefined: they are closed. */
export const findOpenOpening = async (
  database: Queryable,
  recordId: number,
  account: string,
  now: Date,
): Promise<Opening | undefined> => {
  const [row] = await database.run(findOpening, [recordId, account, new Date(+now - openFor)]);
  return row && { until: new Date(+row.at + openFor), reason: row.reason as OpeningReason };
};

const mostGroups = 60;
const mostReadings = 5_000;

/** Who has read a record, the latest first: by day, and by institution, role, purpose and way. */
export const listReadings = (
  database: Queryable,
  recordId: number,
  timeZone: string,
): Promise<readonly ReadingGroupRow[]> =>
  database.run(listReadingGroups, [recordId, timeZone, mostGroups, mostReadings]);
