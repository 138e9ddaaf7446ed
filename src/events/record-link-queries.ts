import { statement } from '../base/database.ts';

/** Values: records as `[{ record_id, path, target_id }]`, and the ids of all that are written anew. */
export const keepRecordLinks = statement(
  'events/keep-record-links',
  `with given as (
     select record_id, path, target_id from json_to_recordset($1) as x(record_id bigint, path text, target_id bigint)
   ), gone as (
     delete from record_link
     where record_id = any($2) and (record_id, path, target_id) not in (select record_id, path, target_id from given)
   )
   insert into record_link (record_id, path, target_id)
   select record_id, path, target_id from given
   on conflict do nothing`,
);
