import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';

/** A record as lists show it. */
export interface WorklistRow {
  readonly id: number;
  readonly versionId: number;
  readonly state: string;
  readonly open: boolean;
  readonly institution: string;
  readonly escalated: boolean;
  readonly dueAt: Date | null;
  /** Name of the deadline that runs or is paused. */
  readonly deadline: string | null;
  readonly data: Answers;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly lastEvent: number;
  /** The account can act on it now. */
  readonly mine: boolean;
}

const columns = `record.id, record.service_version as "versionId", record.state, record.open, record.institution, record.escalated,
  record.due_at as "dueAt", record.deadline, record.data, record.submitted_at as "submittedAt", record.updated_at as "updatedAt",
  record.last_event as "lastEvent"`;

// What every statement over many records begins with: $1 and $2 are the parts of a WorklistScope, $3 its account.
const scope = `with basket as (
     select * from json_to_recordset($1) as basket(institution text, versions int[], kind int)
   ), task as (
     select * from json_to_recordset($2) as task(kind int, version int, state text, other_than text[])
   )`;

/** The one predicate of what is visible. */
const visible = 'record.institution = basket.institution and record.service_version = any(basket.versions)';

// A record of which only the submission is known (number 1) was acted upon by nobody.
const mine = `exists (
       select from task
       where task.kind = basket.kind and task.version = record.service_version and task.state = record.state
         and (task.other_than = '{}' or record.last_event = 1 or not exists (
           select from event
           where event.record_id = record.id and event.kind = 'acted'
             and event.actor ->> 'account' = $3 and event.facts ->> 'action' = any(task.other_than))))`;

const isOverdue = `(record.escalated or coalesce(record.due_at, 'infinity') <= $5)`;

/** $4 states or null, $5 now, $6 overdue only, $7 escalated only, $8 mine only, $9 a place field or null, $10 codes of places. */
const filters = `($4::text[] is null or record.state = any($4))
       and (not $6::boolean or ${isOverdue})
       and (not $7::boolean or record.escalated)
       and (not $8::boolean or ${mine})
       and ($9::text is null or record.data ->> $9 = any($10::text[]))`;

// Reading `limit` rows of each basket in the index's own order costs no more when a basket holds many.
const openPage = (name: string, compare: '>' | '<', direction: 'asc' | 'desc') =>
  statement<WorklistRow>(
    name,
    `${scope}
   select record.*
   from basket cross join lateral (
     select ${columns}, ${mine} as mine
     from record
     where record.open and ${visible}
       and ${filters}
       and (not record.escalated, coalesce(record.due_at, 'infinity'), record.id) ${compare} ($11::boolean, $12::timestamptz, $13::bigint)
     order by not record.escalated ${direction}, coalesce(record.due_at, 'infinity') ${direction}, record.id ${direction}
     limit $14
   ) record
   order by not record.escalated ${direction}, coalesce(record."dueAt", 'infinity') ${direction}, record.id ${direction}
   limit $14`,
  );

/** Open records that come after a place in the order of work: $11 not escalated, $12 due at, $13 id, $14 how many. */
export const openAfter = openPage('worklist/open-after', '>', 'asc');
/** Those before it, the nearest first. */
export const openBefore = openPage('worklist/open-before', '<', 'desc');

export interface OpenCountRow {
  readonly versionId: number;
  readonly state: string;
  readonly count: number;
  readonly overdue: number;
  readonly escalated: number;
  readonly mine: number;
  /** How many of them pass the filters. */
  readonly matching: number;
  readonly latest: Date;
}

export const countOpen = statement<OpenCountRow>(
  'worklist/count-open',
  `${scope}
   select record.service_version as "versionId", record.state, count(*) as count,
     count(*) filter (where ${isOverdue}) as overdue,
     count(*) filter (where record.escalated) as escalated,
     count(*) filter (where ${mine}) as mine,
     count(*) filter (where ${filters}) as matching,
     max(record.updated_at) as latest
   from basket join record on record.open and ${visible}
   group by record.service_version, record.state`,
);

const waiting = 'not record.open and (record.deadline is not null or record.escalated)';

/** Records that wait for their applicants, the oldest first: those with ids above $11, $12 of them. */
export const waitingAfter = statement<WorklistRow>(
  'worklist/waiting-after',
  `${scope}
   select record.*
   from basket cross join lateral (
     select ${columns}, ${mine} as mine
     from record
     where ${waiting} and ${visible}
       and ${filters}
       and record.id > $11
     order by record.id
     limit $12
   ) record
   order by record.id
   limit $12`,
);

export interface WaitingCountRow {
  readonly versionId: number;
  readonly state: string;
  readonly count: number;
  readonly matching: number;
}

export const countWaiting = statement<WaitingCountRow>(
  'worklist/count-waiting',
  `${scope}
   select record.service_version as "versionId", record.state, count(*) as count, count(*) filter (where ${filters}) as matching
   from basket join record on ${waiting} and ${visible}
   group by record.service_version, record.state`,
);

/** Records of any state numbered from $12 (inclusive) to $11 (exclusive), newest first: $13 of them. */
export const anyStateBelow = statement<WorklistRow>(
  'worklist/any-state-below',
  `${scope}
   select ${columns}, ${mine} as mine
   from record join basket on ${visible}
   where record.id < $11 and record.id >= $12
     and ${filters}
   order by record.id desc
   limit $13`,
);

// $4 tells for each declaration which answers name the applicant; $5 is a telephone number or null, $6 a pattern or null.
const matches = '(record.data ->> who.phone = $5 or record.data ->> who.name ~* $6)';
const who = `json_to_recordset($4) as who(version int, name text, phone text)`;

/** Open records of an applicant, whatever their age: at most $7. */
export const searchOpen = statement<WorklistRow>(
  'worklist/search-open',
  `${scope}
   select ${columns}, ${mine} as mine
   from basket join record on record.open and ${visible} join ${who} on who.version = record.service_version
   where ${matches}
   order by record.id desc
   limit $7`,
);

/** Records of an applicant among those numbered from $8 (inclusive) to $9 (exclusive), newest first: at most $7. */
export const searchAll = statement<WorklistRow>(
  'worklist/search-all',
  `${scope}
   select ${columns}, ${mine} as mine
   from record join basket on ${visible} join ${who} on who.version = record.service_version
   where record.id >= $8 and record.id < $9 and ${matches}
   order by record.id desc
   limit $7`,
);

export const lastRecordId = statement<{ last: number | null }>(
  'worklist/last-id',
  'select max(id) as last from record',
);

/** $1 baskets. When open records that came in or changed after $2 did so, the latest first: at most $3. */
export const changedSince = statement<{ at: Date }>(
  'worklist/changed-since',
  `with basket as (
     select * from json_to_recordset($1) as basket(institution text, versions int[], kind int)
   )
   select record.updated_at as at
   from record join basket on ${visible}
   where record.open and record.updated_at > $2
   order by record.updated_at desc
   limit $3`,
);

export const lastEventsOf = statement<{ id: number; lastEvent: number }>(
  'worklist/last-events',
  'select id, last_event as "lastEvent" from record where id = any($1)',
);
