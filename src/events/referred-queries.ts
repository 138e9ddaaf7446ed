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

/** The newest records of a service, of those numbered from $3, of which an answer ($4: names) matches the pattern $5. */
export const searchReferable = statement<ReferredRow>(
  'events/search-referable',
  `select id, service_version, state, data from record
   where service = $1 and id >= $3 and (cardinality($2::text[]) = 0 or state = any($2::text[]))
     and exists (select from unnest($4::text[]) as shown(name) where data ->> shown.name ~* $5)
   order by id desc limit 20`,
);

export const newestRecord = statement<{ last: number }>(
  'events/newest-record',
  'select coalesce(max(id), 0) as last from record',
);
