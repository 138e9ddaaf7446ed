import { statement } from '../base/database.ts';

/**
 * Writes a batch of decisions at once: records, events, their contents, keys, counts, documents and messages, in one
 * statement, hence one transaction and one round trip. It fails as a whole, with
 *   unique_violation on event (record_id, number) – somebody acted on a record since it was read;
 *   unique_violation on submission_key           – somebody else sent the same key;
 *   division_by_zero                             – a count changed since it was read.
 * In each case the caller reads again and decides again.
 */
export const writeDecisionsStatement = statement(
  'events/write-decisions',
  `with
     records as (
       insert into record (id, service, service_version, state, open, institution, escalated, due_at, deadline, data, channel, locale, submitted_at, updated_at, last_event)
       select id, service, service_version, state, open, institution, escalated, due_at, deadline, data, channel, locale, submitted_at, updated_at, last_event
       from json_to_recordset($1) as x(id bigint, service text, service_version int, state text, open boolean, institution text, escalated boolean,
         due_at timestamptz, deadline text, data jsonb, channel text, locale text, submitted_at timestamptz, updated_at timestamptz, last_event int)
       on conflict (id) do update set
         state = excluded.state, open = excluded.open, institution = excluded.institution, escalated = excluded.escalated, due_at = excluded.due_at,
         deadline = excluded.deadline, data = excluded.data, updated_at = excluded.updated_at, last_event = excluded.last_event
     ),
     events as (
       insert into event (record_id, number, kind, at, actor, facts, commitment, digest)
       select record_id, number, kind, at, actor, facts, commitment, digest
       from json_to_recordset($2) as x(record_id bigint, number int, kind text, at timestamptz, actor jsonb, facts jsonb, commitment bytea, digest bytea)
     ),
     contents as (
       insert into event_content (record_id, number, salt, content)
       select record_id, number, salt, content
       from json_to_recordset($3) as x(record_id bigint, number int, salt bytea, content jsonb)
     ),
     keys as (
       insert into submission_key (key, service, data_mac, record_id, state)
       select key, service, data_mac, record_id, state
       from json_to_recordset($4) as x(key uuid, service text, data_mac bytea, record_id bigint, state text)
     ),
     wanted_tallies as (
       select key, name, service, seen, n from json_to_recordset($5) as x(key bytea, name text, service text, seen int, n int)
     ),
     new_tallies as (
       insert into tally (key, name, service, n)
       select key, name, service, n from wanted_tallies where seen is null
       on conflict do nothing
       returning 1
     ),
     changed_tallies as (
       update tally set n = wanted.n
       from wanted_tallies wanted
       where tally.key = wanted.key and tally.name = wanted.name and tally.service = wanted.service and tally.n = wanted.seen
       returning 1
     ),
     documents as (
       insert into document (id, record_id, kind, issued_at, valid_from, valid_until, credential)
       select id, record_id, kind, issued_at, valid_from, valid_until, credential
       from json_to_recordset($6) as x(id bigint, record_id bigint, kind text, issued_at timestamptz, valid_from timestamptz, valid_until timestamptz, credential text)
     ),
     revocations as (
       update document set revoked_at = x.revoked_at
       from json_to_recordset($7) as x(id bigint, revoked_at timestamptz)
       where document.id = x.id
     ),
     messages as (
       insert into outbox (record_id, template, channel, recipient, locale, values)
       select record_id, template, channel, recipient, locale, values
       from json_to_recordset($8) as x(record_id bigint, template text, channel text, recipient text, locale text, values jsonb)
     )
   select
     1 / (((select count(*) from new_tallies) + (select count(*) from changed_tallies) = (select count(*) from wanted_tallies))::int) as kept,
     case when $9::text is not null then pg_notify('diwan_work', $9) end as told`,
);

export const nextRecordIds = statement<{ first: number }>('events/next-record-ids', `select nextval('record_id_block') as first`);
export const nextDocumentIds = statement<{ first: number }>('events/next-document-ids', `select nextval('document_id_block') as first`);

export const findTallies = statement<{ key: string; name: string; n: number }>(
  'events/find-tallies',
  `select encode(tally.key, 'hex') as key, tally.name, tally.n
   from unnest($1::text[], $2::text[]) as wanted(key, name)
   join tally on tally.key = decode(wanted.key, 'hex') and tally.name = wanted.name and tally.service = $3`,
);
