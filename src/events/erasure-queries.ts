import { statement } from '../base/database.ts';

/**
 * Takes away all that is kept of a person's words in records $1, for good; documents $2 are theirs. The trail stays: events,
 * what issued which document, who read it.
 */
export const eraseRecords = statement(
  'events/erase-records',
  `with contents as (
     delete from event_content where record_id = any($1::bigint[])
   ), files as (
     update upload set storage = null, name = '', sha256 = '', preview = null, point = null, quarantined_at = null where record_id = any($1) returning id
   ), messages as (
     delete from outbox where record_id = any($1)
   ), papers as (
     update document set credential = '' where id = any($2::bigint[])
   ), links as (
     delete from record_link where record_id = any($1)
   ), subjects as (
     delete from record_subject where record_id = any($1)
   ), points as (
     delete from record_point where record_id = any($1)
   ), words as (
     delete from record_words where record_id = any($1)
   ), keys as (
     delete from data_key
     where owner in (select 'record ' || id from unnest($1) as id)
        or owner in (select 'upload ' || upload.id from upload where upload.record_id = any($1))
   ), failures as (
     delete from erasure_failure where record_id = any($1)
   )
   update record set erased_at = $3, key_mac = case when key_mac is not null then ''::bytea end where id = any($1)`,
);
