import { given, hasTaskWhere, isAsked, isSeenIn } from '../access/visibility-queries.ts';

/** The pieces of SQL from which every list of work is made; what is visible is said in `access/visibility-queries.ts`. */
const columnsOf = (open: string, escalated: string, urgent: string, dueAt: string, deadline: string) =>
  `record.id, record.service_version as "versionId", record.state, ${open} as open, record.institution, ${escalated} as escalated, ${urgent} as urgent,
  ${dueAt} as "dueAt", ${deadline} as deadline, record.data, record.submitted_at as "submittedAt", record.updated_at as "updatedAt",
  record.last_event as "lastEvent", record.assignee, record.channel`;

// What every list begins with: $1 a scope as `scopeParameter` writes it, $2 its duties, $3 its account.
export const scope = `with ${given}, duty as (
     select * from json_to_recordset($2) as duty(kind int, version int, state text, action text, other_than text[], hands text[], channels text[], holder text)
   )`;

/** Of several tasks with one record that an account sees, one stands for all: what it may answer, what is escalated, what is due first. */
export const isFirstTask = `not exists (
       select from task other join asked also on ${isAsked.replaceAll('task.', 'other.').replaceAll('asked.', 'also.')}
       where other.record_id = task.record_id
         and (not also.answers, not other.escalated, coalesce(other.due_at, 'infinity'), other.name)
           < (not asked.answers, not task.escalated, coalesce(task.due_at, 'infinity'), task.name))`;

// A record of which only the submission is known (number 1) was acted upon by nobody.
const mine = `(exists (
       select from duty
       where duty.kind = basket.kind and duty.version = record.service_version and duty.state = record.state
         and (duty.channels is null or record.channel = any(duty.channels))
         and (duty.action is null or duty.action <> all(coalesce(record.barred, '{}')))
         and (duty.holder is null
           or (duty.holder = 'self' and record.assignee = $3)
           or (duty.holder = 'other' and record.assignee is distinct from $3)
           or (duty.holder = 'held' and record.assignee is not null))
         and (duty.other_than = '{}' or record.last_event = 1 or not exists (
           select from event
           where event.record_id = record.id and event.kind = 'acted'
             and (event.actor ->> 'account' = any(duty.hands) or event.actor ->> 'for' = any(duty.hands))
             and event.facts ->> 'action' = any(duty.other_than)))) or ${hasTaskWhere(' and asked.answers')})`;

// What waits for its applicant stands in the list by its task, and may also be acted upon where it lies.
const mineByTask = `(asked.answers or exists (select from basket where ${isSeenIn} and ${mine}))`;

export interface Source {
  readonly columns: string;
  readonly mine: string;
  readonly escalated: string;
  readonly urgent: string;
  readonly dueAt: string;
}
export const inBasket: Source = {
  columns: `${columnsOf('record.open', 'record.escalated', 'record.urgent', 'record.due_at', 'record.deadline')}, ${mine} as mine, null as task,
       exists (select from task where task.record_id = record.id and task.open and task.escalated offset 0) as "lateTask"`,
  mine,
  escalated: 'record.escalated',
  urgent: 'record.urgent',
  dueAt: 'record.due_at',
};
export const byTask: Source = {
  columns: `${columnsOf('true', 'task.escalated', 'task.urgent', 'task.due_at', 'case when task.due_at is not null then task.name end')}, ${mineByTask} as mine, task.name as task, false as "lateTask"`,
  mine: mineByTask,
  escalated: 'task.escalated',
  urgent: 'task.urgent',
  dueAt: 'task.due_at',
};

export const isOverdue = ({ escalated, dueAt }: Source) => `(${escalated} or coalesce(${dueAt}, 'infinity') <= $5)`;

/**
 * $4 states or null, $5 now, $6 overdue only, $7 escalated only, $8 mine only, $9 a place field or null, $10 codes of
 * places, $11 an account that is in charge, '' for nobody, or null.
 */
export const filters = (source: Source) => `($4::text[] is null or record.state = any($4))
       and (not $6::boolean or ${isOverdue(source)})
       and (not $7::boolean or ${source.escalated})
       and (not $8::boolean or ${source.mine})
       and ($9::text is null or record.data ->> $9 = any($10::text[]))
       and ($11::text is null or coalesce(record.assignee, '') = $11)`;
