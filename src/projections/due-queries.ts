import { given, isSeenIn, isTaskAsked, isThrough } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';

/** What is due: a record by its deadline, or what an institution is asked to do with it. */
export interface DueRow {
  readonly id: number;
  readonly versionId: number;
  readonly state: string;
  readonly institution: string;
  readonly assignee: string | null;
  readonly dueAt: Date;
  readonly escalated: boolean;
  readonly urgent: boolean;
  /** Name of the task that is due; null: the record itself. */
  readonly task: string | null;
}

// $1 a scope, $2 the account whose charge it is in or null for everybody, $3 from, $4 to. Each part reads no more of its index
// than is due in that time: the lists of both marks that stand before the date in it make four short ranges of one basket.
const isDue = (of: 'record' | 'task') => `(not ${of}.escalated) in (true, false) and (not ${of}.urgent) in (true, false)
       and coalesce(${of}.due_at, 'infinity') >= $3::timestamptz and coalesce(${of}.due_at, 'infinity') < $4::timestamptz`;

// Where only rows are counted, the index says all that is needed.
const entries = (recordColumns: string, taskColumns: string) => `(
     select ${recordColumns}
     from basket join record on record.open and ${isSeenIn} and ${isDue('record')}
     where $2::text is null
     union all
     select ${recordColumns}
     from record
     where $2::text is not null and record.assignee = $2 and record.open
       and coalesce(record.due_at, 'infinity') >= $3::timestamptz and coalesce(record.due_at, 'infinity') < $4::timestamptz
       and exists (select from basket where ${isSeenIn})
     union all
     select ${taskColumns}
     from (
       select distinct on (task.record_id, task.name) task.*
       from asked join task on ${isTaskAsked('versions')} and ${isDue('task')}
         cross join lateral (select record.state, record.channel from record where record.id = task.record_id offset 0) record
       where ($2::text is null or asked.answers) and ${isThrough('asked')}
     ) task join record on record.id = task.record_id
   ) due`;

/** $5 a time zone. How much is due on each day of that time, however much it is. */
export const countDueByDay = statement<{ readonly day: string; readonly count: number; readonly escalated: number }>(
  'due/count-by-day',
  `with ${given}
   select to_char(due.at at time zone $5, 'YYYY-MM-DD') as day, count(*) as count, count(*) filter (where due.escalated) as escalated
   from ${entries('record.due_at as at, record.escalated', 'task.due_at, task.escalated')}
   group by 1 order by 1`,
);

/** How much is due in that time. */
export const countDue = statement<{ readonly count: number }>(
  'due/count',
  `with ${given} select count(*) as count from ${entries('record.due_at as at', 'task.due_at')}`,
);

const shown = (due: 'record' | 'task', task: string) => `record.id, record.service_version as "versionId", record.state,
  ${due}.institution, record.assignee, ${due}.due_at as "dueAt", ${due}.escalated, ${due}.urgent, ${task} as task`;

/** In the order of work: those past $5 of them, $6 at most. */
export const listDue = statement<DueRow>(
  'due/list',
  `with ${given}
   select due.* from ${entries(shown('record', 'null::text'), shown('task', 'task.name'))}
   order by not due.escalated, not due.urgent, due."dueAt", due.id, due.task nulls first
   offset $5 limit $6`,
);
