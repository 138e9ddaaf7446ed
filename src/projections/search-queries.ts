import { isInBasket, isSeenIn, isThrough } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import { byTask, filters, inBasket, ofFirstTasks, filteredScope } from './worklist-parts-queries.ts';

export interface SearchRow {
  /** How many records have the words, seen or not; no more than were asked for. */
  readonly hits: number;
  /** The last of them that was looked at. */
  readonly last: number | null;
  /** How many of them the account sees. */
  readonly count: number;
  /** Of those numbered below $14, the newest: at most $15. */
  readonly ids: readonly number[] | null;
}

const readers = `reader as (
     select * from json_to_recordset($16) as reader(kind int, version int, audience text, states text[], channels text[])
   )`;

// What is for some readers only is found by those who may read it in the basket where the record lies.
const mayRead = `(hit.audience = '' or exists (
       select from reader
       where reader.kind = basket.kind and reader.version = record.service_version and reader.audience = hit.audience and ${isThrough('reader')}))`;

/**
 * $1 to $11 are those of every list; $12 the words as far as the account sees baskets, $13 how many records to look at, $17
 * the words themselves, for records that are seen by a task only.
 */
const search = (name: string, hits: string, isWanted: string, byTaskWhere: string) =>
  statement<SearchRow>(
    name,
    `${filteredScope}, ${readers}, hit as materialized (
     select * from ${hits}
   ), found as materialized (
     select record.id
     from hit cross join lateral (select * from record where record.id = hit.record_id offset 0) record join basket on ${isSeenIn}
     where ${isWanted} and ${mayRead} and ${filters(inBasket)}
     union
     select record.id
     from ${ofFirstTasks}
     where not ${isInBasket} and ${isWanted} and ${filters(byTask)} and ${byTaskWhere}
       and exists (select from record_words words where words.record_id = record.id and words.audience = '' and words.words @@ $17::tsquery offset 0)
   )
   select (select count(*) from hit) as hits, (select min(record_id) from hit) as last, (select count(*) from found) as count,
     (select array_agg(id order by id desc) from (select id from found where id < $14::bigint order by id desc limit $15) page) as ids`,
  );

// Of more than are looked at none is counted.
const isAll = '(select count(*) from hit) < $13::int';

/** All records with the words, if they are not more than $13. */
export const searchFound = search('search/found', 'search_candidates($12::tsquery, $13::int)', isAll, 'true');
/** The newest $13 records with the words, numbered below $14. */
export const searchNewest = search(
  'search/newest-found',
  'search_newest($12::tsquery, $14::bigint, $13::int)',
  'true',
  '((select count(*) from hit) < $13::int or record.id >= (select min(record_id) from hit))',
);

/**
 * Records with the words $1 in answers for all or for the audiences $4, at most $2, and those with events that the index has not
 * read. None where these may be many, and while records are being read by the rule $3.
 */
export const findCandidates = statement<{ ids: readonly number[] | null }>(
  'search/candidates',
  `select case when progress.edition = $3 and progress.below is null and progress.last - progress.up_to < $2 then array(
     select found.record_id from search_candidates($1::tsquery, $2::int) found where found.audience = '' or found.audience = any($4)
     union
     select event.record_id from event where event.seq > progress.up_to and event.seq <= progress.last
   ) end as ids
   from (select *, coalesce(pg_sequence_last_value('event_seq_seq'), 0) as last from search_progress offset 0) progress`,
);
