import { statement } from '../base/database.ts';

interface ClosedRow {
  readonly decision: number;
  readonly account: string;
  readonly by: string;
  readonly institution: string;
  readonly workTo: string | null;
  /** Whether nobody can be given turns of the account any more, in any program on the database. */
  readonly settled: boolean;
}

/** Closed accounts whose work may still be in their hands. */
export const findClosedWithWork = statement<ClosedRow>(
  'reassign/find-closed',
  `select id as decision, account_id as account, by_account_id as by, institution, work_to as "workTo",
     at < now() - interval '1 minute' as settled
   from account_decision where kind = 'account-closed' and work_done_at is null order by id limit 20`,
);

/** Values: account, how many. Records that are open and in its hands. */
export const findInHands = statement<{ readonly id: number }>(
  'reassign/find-in-hands',
  'select id from record where assignee = $1::text and open order by id limit $2',
);

/** Values: decision. */
export const markWorkDone = statement(
  'reassign/mark-done',
  'update account_decision set work_done_at = now() where id = $1',
);

/** Values: account. What it is in charge of, service by service. */
export const countInHands = statement<{
  readonly service: string;
  readonly institution: string;
  readonly records: number;
}>(
  'reassign/count-in-hands',
  `select service, institution, count(*) as records from record where assignee = $1::text and open
   group by service, institution order by service, institution`,
);
