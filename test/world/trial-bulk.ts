import { cheapHashing, hire } from './accounts.ts';
import { openTestEngine, type TestEngine } from './engine.ts';
import { endGrant } from '../../src/access/grant-queries.ts';
import { findHolder, type Holder } from '../../src/access/holder.ts';
import type { BulkRow } from '../../src/access/bulk/bulk-queries.ts';
import { beginBulk, chooseAction, chooseRecords, getBulk, recordsOf } from '../../src/access/bulk/bulk-runs.ts';
import type { BulkParts } from '../../src/access/bulk/judge.ts';
import { type BulkRunner, createBulkRunner } from '../../src/access/bulk/run-bulk.ts';
import { referenceOf } from '../../src/events/reference.ts';
import { findRecord } from '../../src/events/load-record.ts';

/** Permits that wait for an agent, and agents who act on many of them at once. */
export interface BulkTrial extends TestEngine {
  readonly parts: BulkParts & TestEngine['parts'];
  readonly agent: (email: string, role?: string, institution?: string) => Promise<string>;
  readonly holder: (account: string) => Promise<Holder>;
  /** Of requests that an agent has to look at. */
  readonly waiting: (count: number) => Promise<readonly number[]>;
  readonly choose: (account: string, ids: readonly number[], action: string) => Promise<BulkRow>;
  readonly begin: (account: string, ids: readonly number[], action?: string) => Promise<BulkRow>;
  readonly workThrough: (runner?: BulkRunner) => Promise<void>;
  readonly now: (row: BulkRow) => Promise<BulkRow>;
  /** Each record's status and the code of its reason. */
  readonly results: (row: BulkRow) => Promise<readonly string[]>;
  readonly eventsOf: (id: number) => Promise<readonly string[]>;
  readonly endGrantsOf: (account: string) => Promise<void>;
}

export const explained = { explanation: 'There is no such hospital.' };

export const openBulkTrial = async (): Promise<BulkTrial> => {
  const engine = await openTestEngine();
  const parts = { ...engine.parts, covers: (holder: string, institution: string) => holder === institution };
  const holder = (account: string) => findHolder(parts.database, { account }, parts.world().now);
  const now = (row: BulkRow) => getBulk(parts.database, row.id, row.account);
  const choose = async (account: string, ids: readonly number[], action: string) => {
    const who = await holder(account);
    const picked = ids.map((id) => ({ id, reference: referenceOf('MP', id) }));
    const row = await chooseRecords(parts, who, picked);
    await chooseAction(parts, who, row, { service: 'mobility-permit', action });
    return now(row);
  };
  return {
    ...engine,
    parts,
    holder,
    now,
    choose,
    agent: (email, role = 'permit-agent', institution = 'interior-ministry') =>
      hire(parts.database, cheapHashing(), email, [{ role, institution, services: null }]),
    waiting: async (count) => {
      const submit = () => engine.submit({ reason: 'other', explanation: 'To see my mother.' });
      return (await Promise.all(Array.from({ length: count }, submit))).map(({ recordId }) => recordId);
    },
    begin: async (account, ids, action = 'reject') => {
      const row = await choose(account, ids, action);
      await beginBulk(parts, await holder(account), row, explained);
      return now(row);
    },
    workThrough: async (runner = createBulkRunner(parts)) => {
      while (await runner.workOnNext());
    },
    results: async (row) => {
      const all: string[] = [];
      for await (const rows of recordsOf(parts.database, row.id))
        all.push(...rows.map(({ status, reason }) => (reason ? `${status} ${reason.code}` : status)));
      return all;
    },
    eventsOf: async (id) => {
      const { events } = (await findRecord(parts, id))!;
      return events.flatMap(({ kind, facts }) => (kind === 'acted' ? facts.action : []));
    },
    endGrantsOf: async (account) => {
      const { rows } = await engine.owner.pool.query<{ id: string }>(
        'select id from role_grant where account_id = $1 and ended_at is null',
        [account],
      );
      for (const { id } of rows) await parts.database.run(endGrant, [id, null]);
    },
  };
};
