import { given, hasTaskWhere, isSeenIn, isTaskAsked, isThrough } from '../access/visibility-queries.ts';

/** The pieces of SQL from which every list of work is made; what is visible is said in `access/visibility-queries.ts`. */
const columnsOf = (open: string, escalated: string, urgent: string, dueAt: string) =>
  `record.id, record.service_version, record.state, ${open} as open, record.institution, ${escalated} as escalated, ${urgent} as urgent,
  ${dueAt} as due_at, record.assignee, record.channel, record.barred, record.last_event`;

/**
 * Of several tasks with one record that an account sees, one stands for all: what it may answer, what is escalated, what is
 * due first. Each is read with its record by its key, and only where the account does not see all records in their baskets.
 */
export const firstTasks = `first_task as (
     select distinct on (task.record_id) task.record_id, task.name, task.escalated, task.urgent, task.due_at, asked.answers
     from (select * from asked where elsewhere <> '{}') asked join task on ${isTaskAsked('elsewhere')}
       cross join lateral (select record.state, record.channel from record where record.id = task.record_id offset 0) record
     where ${isThrough('asked')}
     order by task.record_id, not asked.answers, not task.escalated, coalesce(task.due_at, 'infinity'), task.name
   )`;

// What every list begins with: $1 a scope as `scopeParameter` writes it, $2 its duties, $3 its account.
export const scope = `with ${given}, ${firstTasks}, duty as (
     select * from json_to_recordset($2) as duty(kind int, version int, state text, action text, other_than text[], hands text[], channels text[], holder text)
   )`;

/**
 * Records with these ids, each read by its key, as they lie in baskets. Of subscripts the planner expects many, and so looks
 * baskets up.
 */
export const inBasketsAmong = (ids: string): string =>
  `generate_subscripts(${ids}::bigint[], 1) as hit(place)
       cross join lateral (select * from record where record.id = (${ids}::bigint[])[hit.place] offset 0) record join basket on ${isSeenIn}`;

/** The first tasks `task` with their records, each read by its key. */
export const ofFirstTasks = `first_task task cross join lateral (select * from record where record.id = task.record_id offset 0) record`;

/**
 * Records with a task that the account answers, among those tasks of which `condition` says so. The last `offset` has them all
 * read before they are joined with baskets, so that those are looked up and not gone through for each.
 */
export const answering = (condition: string): string => `(
       select record.*
       from (
         select distinct task.record_id
         from (select * from asked where answers) asked join task on ${isTaskAsked('versions')}
           cross join lateral (select record.state, record.channel from record where record.id = task.record_id offset 0) record
         where ${isThrough('asked')} and ${condition}
       ) task cross join lateral (select * from record where record.id = task.record_id offset 0) record
       offset 0
     ) record`;

// What a duty needs of a record, apart from what the person has done before. The counts ask it of whole groups of records.
export const isDuty = `duty.kind = basket.kind and duty.version = record.service_version and duty.state = record.state
         and (duty.channels is null or record.channel = any(duty.channels))
         and (duty.action is null or duty.action <> all(coalesce(record.barred, '{}')))
         and (duty.holder is null
           or (duty.holder = 'self' and record.assignee = $3)
           or (duty.holder = 'other' and record.assignee is distinct from $3)
           or (duty.holder = 'held' and record.assignee is not null))`;
const dutiesWhere = (condition: string): string =>
  `(basket.kind, record.service_version, record.state) in (select duty.kind, duty.version, duty.state from duty where ${condition})`;
const simpleDuties = "duty.channels is null and duty.holder is null and duty.other_than = '{}'";
// Most records are told by their state alone, which is looked up: only where that leaves it open each duty is gone through.
const hasDutyWhere = (condition: string): string =>
  `(${dutiesWhere(`${simpleDuties} and duty.action is null`)} or (record.barred is null and ${dutiesWhere(simpleDuties)})
         or (${dutiesWhere('true')} and exists (select from duty where ${isDuty} and ${condition})))`;

// A record of which only the submission is known (number 1) was acted upon by nobody.
export const mineByDuty = hasDutyWhere(`(duty.other_than = '{}' or record.last_event = 1 or not exists (
           select from event
           where event.record_id = record.id and event.kind = 'acted'
             and (event.actor ->> 'account' = any(duty.hands) or event.actor ->> 'for' = any(duty.hands))
             and event.facts ->> 'action' = any(duty.other_than)))`);
const mine = `(${mineByDuty} or ${hasTaskWhere(' and asked.answers')})`;

// What waits for its applicant stands in the list by its task, and may also be acted upon where it lies.
const mineByTask = `(task.answers or exists (select from basket where ${isSeenIn} and ${mine}))`;

export interface Source {
  /** What a list is ordered and found by: `finish` adds the rest to the few that are shown. */
  readonly columns: string;
  readonly mine: string;
  readonly escalated: string;
  readonly urgent: string;
  readonly dueAt: string;
  /** Whether an answer to a question `wanted` that is for some readers only is for this one. */
  readonly reads: string;
}
const columnsInBasket = (open: string) =>
  `${columnsOf(open, 'record.escalated', 'record.urgent', 'record.due_at')}, basket.kind, null::text as task, false as answers`;
/** Of records that are known to be open: the index then says all. */
export const openColumns = columnsInBasket('true');

export const inBasket: Source = {
  columns: columnsInBasket('record.open'),
  mine,
  escalated: 'record.escalated',
  urgent: 'record.urgent',
  dueAt: 'record.due_at',
  reads: `exists (select from json_to_recordset(wanted.readers) as reader(kind int, version int, states text[], channels text[])
             where reader.kind = basket.kind and reader.version = record.service_version and ${isThrough('reader')})`,
};
/** By what it may do to them where they lie, leaving what it is asked aside. */
export const byDuty: Source = { ...inBasket, mine: mineByDuty };
/** By what it is asked, where they lie in its baskets. */
export const byAnswer: Source = { ...inBasket, mine: 'true' };
export const byTask: Source = {
  columns: `${columnsOf('true', 'task.escalated', 'task.urgent', 'task.due_at')}, null::int as kind, task.name as task, task.answers`,
  mine: mineByTask,
  escalated: 'task.escalated',
  urgent: 'task.urgent',
  dueAt: 'task.due_at',
  reads: 'false',
};

const ofPage = (condition: string): string => condition.replaceAll('basket.kind', 'record.kind');

/** The rows of a list as a file gives them; `page` selects the columns of its sources for no more rows than that. */
export const finishListed = (page: string, order: string, more = ''): string =>
  `select record.id, record.service_version as "versionId", record.state, record.open, record.institution, record.escalated, record.urgent,
     record.due_at as "dueAt", case when record.task is null then stored.deadline when record.due_at is not null then record.task end as deadline, stored.data, stored.submitted_at as "submittedAt", stored.updated_at as "updatedAt",
     record.last_event as "lastEvent", record.assignee, record.channel, record.task${more}
   from (${page}) record join record stored on stored.id = record.id
   order by ${order}`;

/** The same with all that a page shows: what the account can do, and what is late. */
export const finish = (page: string, order: string): string =>
  finishListed(
    page,
    order,
    `,
     case when record.task is null then ${ofPage(mine)} else record.answers or exists (select from basket where ${isSeenIn} and ${mine}) end as mine,
     record.task is null and exists (select from task where task.record_id = record.id and task.open and task.escalated offset 0) as "lateTask"`,
  );

export const isOverdue = ({ escalated, dueAt }: Source) => `(${escalated} or coalesce(${dueAt}, 'infinity') <= $5)`;

/** What a list begins with that takes `filters`: $9 conditions on answers, as `[{ name, … }]`. */
export const filteredScope = `${scope}, wanted as materialized (
     select * from json_to_recordset($9) as wanted(name text, codes text[], least float8, most float8, since text, until text, pattern text, closed int[], readers json)
   )`;

const answer = 'record.data ->> wanted.name';
const numberOf = `case when ${answer} ~ '^-?\\d{1,15}(\\.\\d{1,10})?$' then (${answer})::float8 end`;
// A year or a month that is all that is known of a day may be any day in it.
const dayAt = (rest: string): string => `(${answer} || substr('${rest}', length(${answer}) - 3)) collate "C"`;
const textOf = `case jsonb_typeof(record.data -> wanted.name) when 'object'
             then concat_ws(' ', record.data -> wanted.name ->> 'ar', record.data -> wanted.name ->> 'latin') else ${answer} end`;
// Whether every answer is as wanted. An answer that is missing is not.
// What is to be a single value is compared at once, which costs a tenth.
const answersPass = ({ reads }: Source) => `($10::jsonb is null or record.data @> $10::jsonb)
       and ($9::json is null or not exists (
         select from wanted
         where not coalesce(
           (wanted.codes is null or record.data -> wanted.name ?| wanted.codes or ${answer} = any(wanted.codes) or record.data -> wanted.name ->> 'place' = any(wanted.codes))
           and (wanted.least is null or ${numberOf} >= wanted.least) and (wanted.most is null or ${numberOf} <= wanted.most)
           and (wanted.since is null or ${dayAt('-99-99')} >= wanted.since) and (wanted.until is null or ${dayAt('-01-01')} < wanted.until)
           and (wanted.pattern is null or ${textOf} ~* wanted.pattern)
           and (wanted.closed is null or record.service_version <> all(wanted.closed) or ${reads}), false)))`;

/**
 * $4 states or null, $5 now, $6 overdue only, $7 escalated only, $8 mine only, $9 conditions on answers, $10 answers that are just so,
 * $11 an account that is in charge, '' for nobody, or null.
 */
export const filters = (source: Source) => `($4::text[] is null or record.state = any($4))
       and (not $6::boolean or ${isOverdue(source)})
       and (not $7::boolean or ${source.escalated})
       and (not $8::boolean or ${source.mine})
       and ${answersPass(source)}
       and ($11::text is null or coalesce(record.assignee, '') = $11)`;
