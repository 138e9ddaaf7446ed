import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Standing } from '../record/search-words.ts';

export interface SearchProgressRow {
  readonly upTo: number;
  readonly edition: number;
  readonly below: number | null;
}

export const findProgress = statement<SearchProgressRow>(
  'search/progress',
  'select up_to as "upTo", edition, below from search_progress',
);

/** One program at a time writes words. */
export const lockProgress = statement<SearchProgressRow>(
  'search/lock-progress',
  'select up_to as "upTo", edition, below from search_progress for update',
);

export interface PositionRow {
  /** The last number that any event was given, committed or not. */
  readonly last: number;
  /** Whatever wrote with a number below this has ended, and the number that the next one gets. */
  readonly oldest: number;
  readonly next: number;
}

// The number is read before the snapshot: whoever was given it by then has begun, and is below `next`.
export const findPosition = statement<PositionRow>(
  'search/position',
  `with position as materialized (select coalesce(pg_sequence_last_value('event_seq_seq'), 0) as last)
   select last, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as oldest, pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next
   from position`,
);

export const noteUpTo = statement('search/note-up-to', 'update search_progress set up_to = greatest(up_to, $1)');
export const noteBelow = statement('search/note-below', 'update search_progress set below = $1, edition = $2');

export interface ToReadRow {
  readonly id: number;
  readonly versionId: number;
  readonly institution: string;
  readonly standing: Standing;
  readonly lastEvent: number;
  readonly data: Answers;
}

const columns = `record.id, record.service_version as "versionId", record.institution, record.last_event as "lastEvent", record.data,
  case when record.open then 'open' when record.deadline is not null or record.escalated then 'waiting' else 'over' end as standing`;

/** Records with events numbered above $1 and not above $2 that were not read since. */
export const listChanged = statement<ToReadRow>(
  'search/changed',
  `select ${columns}
   from (select distinct record_id from event where seq > $1 and seq <= $2) changed
     join record on record.id = changed.record_id
     left join record_words known on known.record_id = record.id and known.audience = ''
   where record.erased_at is null and known.last_event is distinct from record.last_event`,
);

/** Records numbered below $1, the newest first: $2 of them. */
export const listBelow = statement<ToReadRow & { readonly erased: boolean }>(
  'search/below',
  `select ${columns}, record.erased_at is not null as erased from record where record.id < $1 order by record.id desc limit $2`,
);

/**
 * Values: words as `[{ id, audience, last_event, words }]`, and the records that they are of. A record that is being erased is
 * waited for, and stays without words.
 */
export const writeWords = statement(
  'search/write-words',
  `with given as materialized (
     select id, audience, last_event, array_to_tsvector(words) as words
     from json_to_recordset($1) as x(id bigint, audience text, last_event int, words text[])
   ), held as materialized (
     select record.id, record.last_event from record where record.id = any($2::bigint[]) and record.erased_at is null order by record.id for share
   ), gone as (
     delete from record_words known
     where known.record_id = any($2) and not exists (select from given where given.id = known.record_id and given.audience = known.audience)
   )
   insert into record_words (record_id, audience, last_event, words)
   select given.id, given.audience, given.last_event, given.words
   from given join held on held.id = given.id
   on conflict (record_id, audience) do update set last_event = excluded.last_event, words = excluded.words`,
);

/** All records are to be read anew, whoever does it. */
export const readAnew = statement('search/read-anew', 'update search_progress set edition = 0, below = null');

export const countToRead = statement<{ below: number | null; last: number }>(
  'search/to-read',
  `select below, coalesce((select max(id) from record), 0) as last from search_progress`,
);
