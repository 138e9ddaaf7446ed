import { statement } from '../../base/database.ts';
import type { Reason } from './bulk-reasons.ts';

/** `choosing`: records are chosen, the action is not; `waiting`: for who began it to say go. */
export type BulkStatus = 'choosing' | 'waiting' | 'running' | 'done' | 'stopped' | 'failed';
export type BulkRecordStatus = 'chosen' | 'ready' | 'out' | 'done' | 'refused';

/** An action that some of the chosen records allow. */
export interface Offer {
  readonly service: string;
  readonly action: string;
  readonly possible: number;
}

export interface BulkRow {
  readonly id: string;
  readonly account: string;
  readonly by_key: boolean;
  readonly digest: Buffer | null;
  readonly service: string | null;
  readonly action: string | null;
  readonly inputs: Buffer | null;
  readonly offers: readonly Offer[];
  readonly status: BulkStatus;
  readonly fault: string | null;
  readonly chosen: number;
  readonly possible: number;
  /** How many applicants get a message by it. */
  readonly told: number;
  readonly done: number;
  readonly refused: number;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
}

export interface BulkRecordRow {
  readonly number: number;
  readonly reference: string;
  readonly record_id: number | null;
  readonly seen_event: number | null;
  readonly status: BulkRecordStatus;
  readonly reason: Reason | null;
  readonly tries: number;
}

const columns = `id, account_id as account, by_key, digest, service, action, inputs, offers, status, fault, chosen, possible, told, done, refused,
  created_at, started_at, ended_at`;
const recordColumns = 'number, reference, record_id, seen_event, status, reason, tries';

/** No row: the key was used before. Values: id, account, by a key, key or null, digest or null, how many. */
export const insertBulk = statement<{ id: string }>(
  'bulk/insert',
  `insert into bulk_run (id, account_id, by_key, key, digest, chosen) values ($1, $2, $3, $4, $5, $6)
   on conflict (account_id, key) where key is not null do nothing returning id`,
);

/** Values: run, numbers, references, records. */
export const insertBulkRecords = statement(
  'bulk/insert-records',
  `insert into bulk_record (run_id, number, reference, record_id)
   select $1, * from unnest($2::int[], $3::text[], $4::bigint[])`,
);

export const findBulk = statement<BulkRow>('bulk/find', `select ${columns} from bulk_run where id = $1`);

/** Values: account, key. */
export const findBulkByKey = statement<BulkRow>(
  'bulk/find-by-key',
  `select ${columns} from bulk_run where account_id = $1 and key = $2`,
);

/** The latest of an account that were begun, or wait for it. */
export const listBulks = statement<BulkRow>(
  'bulk/list',
  `select ${columns} from bulk_run where account_id = $1 and (status = 'waiting' or started_at is not null) order by created_at desc limit 30`,
);

export const countRunningBulks = statement<{ count: number }>(
  'bulk/count-running',
  `select count(*) as count from bulk_run where account_id = $1 and status = 'running'`,
);

/** What an account chose and left lying, but for the latest. Values: account, how many stay. */
export const dropLeftBulks = statement(
  'bulk/drop-left',
  `delete from bulk_run where id in (
     select id from bulk_run where account_id = $1 and status in ('choosing', 'waiting') order by created_at desc offset $2)`,
);

export const keepOffers = statement(
  'bulk/keep-offers',
  `update bulk_run set offers = $2 where id = $1 and status in ('choosing', 'waiting')`,
);

/** Values: run, service, action, on how many, how many are told. */
export const chooseBulkAction = statement<{ id: string }>(
  'bulk/choose-action',
  `update bulk_run set service = $2, action = $3, possible = $4, told = $5, status = 'waiting'
   where id = $1 and status in ('choosing', 'waiting') returning id`,
);

/** Values: run, numbers, last events, statuses, reasons. */
export const judgeBulkRecords = statement(
  'bulk/judge-records',
  `update bulk_record set seen_event = given.seen, status = given.status, reason = given.reason
   from unnest($2::int[], $3::int[], $4::text[], $5::jsonb[]) as given (number, seen, status, reason)
   where bulk_record.run_id = $1 and bulk_record.number = given.number`,
);

/** Values: run, after which number, how many. */
export const listBulkRecords = statement<BulkRecordRow>(
  'bulk/list-records',
  `select ${recordColumns} from bulk_record where run_id = $1 and number > $2 order by number limit $3`,
);

/** Values: run, status, how many. */
export const listBulkRecordsOf = statement<BulkRecordRow>(
  'bulk/list-records-of',
  `select ${recordColumns} from bulk_record where run_id = $1 and status = $2 order by number limit $3`,
);

/** Why records were left out or refused, and how many for each reason; the first of each. */
export const countReasons = statement<{ status: BulkRecordStatus; reason: Reason; count: number; first: string[] }>(
  'bulk/count-reasons',
  `select status, reason, count(*) as count, (array_agg(reference order by number))[1:10] as first
   from bulk_record where run_id = $1 and reason is not null group by status, reason order by count desc, min(number)`,
);

/** Values: run, what is said, sealed. */
export const startBulk = statement<{ id: string }>(
  'bulk/start',
  `update bulk_run set inputs = $2, status = 'running', started_at = now() where id = $1 and status = 'waiting' returning id`,
);

/** Values: program, seconds that it may be silent. Whose turn is longest ago comes first. */
export const claimBulk = statement<BulkRow>(
  'bulk/claim',
  `update bulk_run set claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
   where id = (
     select id from bulk_run where status = 'running' and (claimed_until is null or claimed_until < now())
     order by claimed_until nulls first, created_at limit 1
     for update skip locked)
   returning ${columns}`,
);

/** Gives it back, behind the others that wait. */
export const releaseBulk = statement(
  'bulk/release',
  'update bulk_run set claimed_by = null, claimed_until = now() where id = $1 and claimed_by = $2',
);

/**
 * In the transaction that does it. No row: it was stopped, another program works on it, or the record was dealt with.
 * Values: run, number, program, seconds.
 */
export const markBulkDone = statement<{ number: number }>(
  'bulk/mark-done',
  `with run as (
     update bulk_run set done = done + 1, claimed_until = now() + make_interval(secs => $4)
     where id = $1 and claimed_by = $3 and status = 'running' returning id
   )
   update bulk_record set status = 'done' from run
   where bulk_record.run_id = run.id and bulk_record.number = $2 and bulk_record.status = 'ready' returning bulk_record.number`,
);

/** As `markBulkDone`. Values: run, number, program, seconds, reason. */
export const markBulkRefused = statement<{ number: number }>(
  'bulk/mark-refused',
  `with run as (
     update bulk_run set refused = refused + 1, claimed_until = now() + make_interval(secs => $4)
     where id = $1 and claimed_by = $3 and status = 'running' returning id
   )
   update bulk_record set status = 'refused', reason = $5 from run
   where bulk_record.run_id = run.id and bulk_record.number = $2 and bulk_record.status = 'ready' returning bulk_record.number`,
);

/** Values: run, number. */
export const noteBulkTry = statement<{ tries: number }>(
  'bulk/note-try',
  'update bulk_record set tries = tries + 1 where run_id = $1 and number = $2 returning tries',
);

/** What was said goes with its key. Values: run, status, fault. No row: it had ended before. */
export const endBulk = statement<{ id: string }>(
  'bulk/end',
  `with ended as (
     update bulk_run set status = $2, fault = $3, ended_at = now(), inputs = null, claimed_by = null, claimed_until = null
     where id = $1 and status in ('choosing', 'waiting', 'running') returning id
   ), keys as (
     delete from data_key using ended where data_key.owner = 'bulk ' || ended.id
   )
   select id from ended`,
);

/** How long, in days: what was chosen and not begun, and what became of what was. */
export const bulkDays = { waiting: 3, results: 30 } as const;

/** Values: days for what waits, days for the rest. */
export const sweepBulks = statement<{ id: string }>(
  'bulk/sweep',
  `delete from bulk_run
   where (status in ('choosing', 'waiting') and created_at < now() - make_interval(days => $1))
      or ended_at < now() - make_interval(days => $2)
   returning id`,
);
