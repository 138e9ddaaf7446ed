import { statement } from '../base/database.ts';
import type { Actor } from '../record/events.ts';

export interface EventRow {
  readonly service: string;
  readonly service_version: number;
  readonly number: number;
  readonly kind: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly facts: unknown;
  readonly content: unknown;
  readonly digest: Buffer;
}

/** All events of a record in order, with the version it is pinned to. No rows: there is no such record. */
export const findEvents = statement<EventRow>(
  'events/find-events',
  `select record.service, record.service_version, event.number, event.kind, event.at, event.actor, event.facts, event_content.content, event.digest
   from record
   join event on event.record_id = record.id
   left join event_content on event_content.record_id = event.record_id and event_content.number = event.number
   where record.id = $1
   order by event.number`,
);

/** The same of several records, one after the other. */
export const findEventsOfMany = statement<EventRow & { readonly record_id: number }>(
  'events/find-events-of-many',
  `select event.record_id, record.service, record.service_version, event.number, event.kind, event.at, event.actor, event.facts,
     event_content.content, event.digest
   from record
   join event on event.record_id = record.id
   left join event_content on event_content.record_id = event.record_id and event_content.number = event.number
   where record.id = any($1::bigint[])
   order by event.record_id, event.number`,
);

export interface DueRow {
  readonly id: number;
}

/** Records to which the clock has something to do, the longest past first. */
export const findOverdue = statement<DueRow>(
  'events/find-overdue',
  'select id from record where next_at <= $1 order by next_at limit $2',
);

/**
 * Records of a service (null: of all) with numbers above $2 in which something runs or stands still: a deadline, or a task
 * that is due; $3 of them.
 */
export const listRunning = statement<DueRow>(
  'events/list-running',
  `select id from record
   where ($1::text is null or service = $1) and id > $2
     and (deadline is not null or exists (select from task where task.record_id = record.id and task.open and task.due_at is not null offset 0))
   order by id
   limit $3`,
);

/** How many records have a deadline or a task that runs. */
export const countRunning = statement<{ count: number }>(
  'events/count-running',
  `select count(*) as count from record
   where deadline is not null or exists (select from task where task.record_id = record.id and task.open and task.due_at is not null offset 0)`,
);
