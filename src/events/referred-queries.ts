import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';

export interface ReferredRow {
  readonly id: number;
  readonly service_version: number;
  readonly state: string;
  readonly data: Answers;
}

export const findReferred = statement<ReferredRow>(
  'events/find-referred',
  'select id, service_version, state, data from record where id = any($1::bigint[])',
);

/**
 * Records of a service ($1) in one of the states ($2), if any are named, of which an answer ($4: names) matches the pattern $5:
 * among those that have the words $3, and the newest, numbered from $6, which may not have been read for their words yet.
 */
const searchReferable = (name: string, hits: string) =>
  statement<ReferredRow>(
    name,
    `with hit as materialized (select distinct record_id from ${hits} where audience = '')
     select id, service_version, state, data from record
     where service = $1 and (cardinality($2::text[]) = 0 or state = any($2::text[]))
       and id = any(array(select record_id from hit union select id from record where service = $1 and id >= $6))
       and exists (select from unnest($4::text[]) as shown(name) where data ->> shown.name ~* $5)
     order by id desc limit 20`,
  );
export const mostHits = 3_000;
export const searchAllReferable = searchReferable(
  'events/search-referable',
  `search_candidates($3::tsquery, ${mostHits})`,
);
/** The same among the newest that have the words, where they are many. */
export const searchNewestReferable = searchReferable(
  'events/search-newest-referable',
  `search_newest($3::tsquery, ${Number.MAX_SAFE_INTEGER}, ${mostHits})`,
);
export const countHits = statement<{ hits: number }>(
  'events/count-hits',
  `select count(*) as hits from search_candidates($1::tsquery, ${mostHits})`,
);

/** Records of a service ($1) that have any of the words of one of these searches, and the newest. */
export const findByWords = statement<ReferredRow>(
  'events/find-by-words',
  `select id, service_version, state, data from record
   where service = $1 and id = any(array(
     select hit.record_id
     from unnest($2::text[]) as wanted(words) cross join lateral search_candidates(wanted.words::tsquery, 200) hit
     where hit.audience = ''
     union
     select id from record where service = $1 and id >= $3))`,
);

export const newestRecord = statement<{ last: number }>(
  'events/newest-record',
  'select coalesce(max(id), 0) as last from record',
);
