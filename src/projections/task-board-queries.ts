import { given, isTaskAsked, isThrough, isVisible } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Channel } from '../record/events.ts';

export interface BoardRow {
  readonly id: number;
  readonly versionId: number;
  readonly state: string;
  readonly institution: string;
  readonly channel: Channel;
  readonly data: Answers;
  readonly task: string;
  /** The institution that was asked. */
  readonly asked: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly endedAt: Date | null;
  /** This account may answer it. */
  readonly mine: boolean;
  /** `overdue`, `mine`, `open`, or `=` and how it was answered. */
  readonly column: string;
  /** How many stand in its column, shown or not. */
  readonly total: number;
}

// What is open is read by the index of open tasks; of what was answered the tasks of the newest records.
const tasksOf = `select task.record_id, task.name, task.institution, task.opened_at, task.due_at, task.ended_at, task.outcome, task.open,
       task.escalated, task.service_version
     from task where task.open and task.service_version = any($3) and ($4::text is null or task.name = $4) and ($5::bigint is null or task.record_id = $5)
     union all
     select task.record_id, task.name, task.institution, task.opened_at, task.due_at, task.ended_at, task.outcome, task.open,
       task.escalated, task.service_version
     from task
     where not task.open and task.outcome is not null and task.service_version = any($3) and ($4::text is null or task.name = $4)
       and task.record_id >= coalesce($5, $6) and ($5::bigint is null or task.record_id = $5)`;

/**
 * $1 a scope, $2 now, $3 declarations, $4 a task or null, $5 a record or null, $6 answered tasks of records from this number
 * on, $7 an institution that was asked or null, $8 and $9: of each column the rows after so many, and how many.
 */
export const listBoard = statement<BoardRow>(
  'task-board/list',
  `with ${given}, shown as (
     select task.*, record.state, record.channel, record.institution as basket,
       task.open and exists (select from asked where asked.answers and ${isTaskAsked('versions')} and ${isThrough('asked')}) as mine
     from (${tasksOf}) task cross join lateral (select * from record where record.id = task.record_id offset 0) record
     where ($7::text is null or task.institution = $7) and ${isVisible}
   ), placed as (
     select shown.*, case when not open then '=' || outcome when escalated or due_at <= $2 then 'overdue' when mine then 'mine' else 'open' end as "column"
     from shown
   ), ranked as (
     select placed.*, count(*) over (partition by "column") as total,
       row_number() over (partition by "column" order by ended_at desc nulls last, due_at nulls last, record_id, name) as rank
     from placed
   )
   select record_id as id, ranked.service_version as "versionId", ranked.state, basket as institution, ranked.channel, record.data, name as task,
     ranked.institution as asked, opened_at as "openedAt", ranked.due_at as "dueAt", ended_at as "endedAt", mine, "column", total
   from ranked join record on record.id = ranked.record_id
   where rank > $8 and rank <= $8 + $9
   order by "column", rank`,
);

/** $1 a scope, $2 declarations. Open tasks by declaration, name and who was asked: how many. */
export const countBoard = statement<{
  readonly versionId: number;
  readonly task: string;
  readonly asked: string;
  readonly count: number;
}>(
  'task-board/count',
  `with ${given}
   select task.service_version as "versionId", task.name as task, task.institution as asked, count(*) as count
   from task cross join lateral (select * from record where record.id = task.record_id offset 0) record
   where task.open and task.service_version = any($2) and ${isVisible}
   group by 1, 2, 3`,
);
