import { statement } from '../base/database.ts';
import type { Actor } from '../record/events.ts';

export interface PastEventRow {
  readonly id: number;
  readonly version: number;
  readonly number: number;
  readonly kind: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly facts: unknown;
  readonly content: unknown;
}

/** How far back one look goes: records of one service may lie far apart among those of all. */
export const windowOfIds = 20_000;

/**
 * What happened to some records of a service that were not erased (of each the first hundred events), with ids below a bound
 * and within the window under it, the latest first.
 * Values: service, bound, most records.
 */
export const listPasts = statement<PastEventRow>(
  'replay/list-pasts',
  `select past.id, past.service_version as version, event.number, event.kind, event.at, event.actor, event.facts, event_content.content
   from (
     select id, service_version
     from record
     where service = $1 and erased_at is null and id < $2::bigint and id >= $2::bigint - ${windowOfIds}
     order by id desc
     limit $3
   ) as past
   join event on event.record_id = past.id and event.number <= 100
   left join event_content on event_content.record_id = event.record_id and event_content.number = event.number
   order by past.id desc, event.number`,
);

export const findRange = statement<{ first: number | null; last: number | null }>(
  'replay/find-range',
  'select min(id) as first, max(id) as last from record',
);
