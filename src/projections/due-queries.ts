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

interface Stretch {
  readonly from: string;
  readonly until: string;
}

const isBetween = (of: 'record' | 'task', { from, until }: Stretch) =>
  `coalesce(${of}.due_at, 'infinity') >= ${from} and coalesce(${of}.due_at, 'infinity') < ${until}`;
// The lists of both marks that stand before the date in an index make four short ranges of one basket.
const isDue = (of: 'record' | 'task', stretch: Stretch) =>
  `(not ${of}.escalated) in (true, false) and (not ${of}.urgent) in (true, false) and ${isBetween(of, stretch)}`;

// $1 a scope, $2 the account whose charge it is in or null for everybody. Each part reads no more of its index than is due in
// that time.
const inCharge = (columns: string, stretch: Stretch) => `
     select ${columns}
     from record
     where $2::text is not null and record.assignee = $2 and record.open and ${isBetween('record', stretch)}
       and exists (select from basket where ${isSeenIn})`;
const tasks = (columns: string, stretch: Stretch) => `
     select ${columns}
     from (
       select distinct on (task.record_id, task.name) task.*
       from asked join task on ${isTaskAsked('versions')} and ${isDue('task', stretch)}
         cross join lateral (select record.state, record.channel from record where record.id = task.record_id offset 0) record
       where ($2::text is null or asked.answers) and ${isThrough('asked')}
     ) task join record on record.id = task.record_id`;

const each = { from: 'stretch.since', until: 'stretch.until' };

/** $3 and $4 from when until when, as lists; $5 at most. How much is due in each of these times, in their order. */
export const countDue = statement<{ readonly count: number }>(
  'due/count',
  `with ${given}
   select counted.count
   from unnest($3::timestamptz[], $4::timestamptz[]) with ordinality as stretch(since, until, n)
     cross join lateral (select count(*) as count from (
       (select from basket join record on record.open and ${isSeenIn} and ${isDue('record', each)} where $2::text is null)
       union all (${inCharge('', each)})
       union all (${tasks('', each)})
       limit $5
     ) due) counted
   order by stretch.n`,
);

const shown = (due: 'record' | 'task', task: string) => `record.id, record.service_version as "versionId", record.state,
  ${due}.institution, record.assignee, ${due}.due_at as "dueAt", ${due}.escalated, ${due}.urgent, ${task} as task`;
const wanted = { from: '$3::timestamptz', until: '$4::timestamptz' };
const ofRecord = shown('record', 'null::text');

/** $3 from, $4 until. In the order of work: those past $5 of them, $6 at most; of each basket no more than that is read. */
export const listDue = statement<DueRow>(
  'due/list',
  `with ${given}, mark(calm, usual) as (values (true, true), (true, false), (false, true), (false, false))
   select due.* from (
     select first.* from basket cross join mark cross join lateral (
       select ${ofRecord} from record
       where record.open and ${isSeenIn} and (not record.escalated) = mark.calm and (not record.urgent) = mark.usual
         and ${isBetween('record', wanted)}
       order by coalesce(record.due_at, 'infinity'), record.id limit $5::int + $6::int
     ) first
     where $2::text is null
     union all ${inCharge(ofRecord, wanted)}
     union all ${tasks(shown('task', 'task.name'), wanted)}
   ) due
   order by not due.escalated, not due.urgent, due."dueAt", due.id, due.task nulls first
   offset $5 limit $6`,
);
