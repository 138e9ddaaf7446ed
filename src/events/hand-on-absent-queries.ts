import { statement } from '../base/database.ts';

interface HeldRow {
  readonly id: number;
  readonly account: string;
  readonly until: Date;
  readonly deputy: string | null;
}

/** Values: how many. Open records in the hands of people who are away now. */
export const findHeldByAbsent = statement<HeldRow>(
  'hand-on-absent/find',
  `select record.id, away.account_id::text as account, away.valid_until as until, away.deputy_id::text as deputy
   from absence away cross join lateral (
     select id from record where assignee = away.account_id::text and open order by coalesce(due_at, 'infinity'), id limit $1
   ) record
   where away.ended_at is null and away.valid_from <= now() and away.valid_until > now()
   limit $1`,
);
