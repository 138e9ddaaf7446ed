-- People may prove that they hold a phone number and see their requests together. Nothing needs it: reference and secret
-- open each request as well. Codes stand in auth_verification for some minutes.

create table applicant (
  id uuid primary key default gen_random_uuid(),
  phone text not null unique,
  since timestamptz not null default now(),
  proved_at timestamptz not null default now()
);
comment on table applicant is 'A phone number whose holder has shown a code sent to it; removed when the person asks';
comment on column applicant.phone is 'E.164';
comment on column applicant.since is 'Since when nobody can have taken the number over unnoticed: begins anew after a year without a code';
comment on column applicant.proved_at is 'When a code was shown last';

create table applicant_session (
  token_hash bytea primary key,
  applicant_id uuid not null references applicant (id) on delete cascade,
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table applicant_session is 'Browsers that show the requests of a person';
comment on column applicant_session.token_hash is 'SHA-256 of the 256 random bits in the cookie';
create index applicant_session_applicant on applicant_session (applicant_id);
create index applicant_session_expires on applicant_session (expires_at);

create table applicant_request (
  applicant_id uuid not null references applicant (id) on delete cascade,
  record_id bigint not null,
  primary key (applicant_id, record_id)
);
comment on table applicant_request is 'Requests that a person opened with their secret, or made, while signed in: the number in them may be another';

alter table record add column contact bytea;
comment on column record.contact is 'Keyed hash of the applicant''s phone number (128 bits): finds the requests of one number, and tells nobody without the key which';
create index record_contact on record (contact, id) where contact is not null;

-- As in migration 0017, with the contact.
create or replace function write_decisions(records json, events json, new_tallies json, known_tallies json, documents json, revocations json, messages json, tasks json, told text)
returns void
language plpgsql
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  kept int;
  wanted int;
begin
  insert into record (id, service, service_version, state, open, institution, escalated, due_at, next_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, urgent, barred, contact, key, key_mac, key_state)
  select id, service, service_version, state, open, institution, escalated, due_at, next_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, coalesce(urgent, false), barred, contact, key, key_mac, case when key is not null then state end
  from json_to_recordset(records) as x(id bigint, service text, service_version int, state text, open boolean, institution text, escalated boolean,
    due_at timestamptz, next_at timestamptz, deadline text, data jsonb, channel text, locale text, submitted_at timestamptz, updated_at timestamptz, last_event int, assignee text, urgent boolean, barred text[], contact bytea, key uuid, key_mac bytea)
  on conflict (id) do update set
    state = excluded.state, open = excluded.open, institution = excluded.institution, escalated = excluded.escalated, due_at = excluded.due_at,
    next_at = excluded.next_at, deadline = excluded.deadline, data = excluded.data, updated_at = excluded.updated_at, last_event = excluded.last_event,
    assignee = excluded.assignee, urgent = excluded.urgent, barred = excluded.barred, contact = excluded.contact;

  -- Two that act on the same record at once both write its next event: the second is told so by the unique number.
  with given as materialized (
    select record_id, number, kind, at, actor, facts, commitment, digest, salt, content
    from json_to_recordset(events) as x(record_id bigint, number int, kind text, at timestamptz, actor json, facts json, commitment bytea, digest bytea, salt bytea, content json)
  ), happened as (
    insert into event (record_id, number, kind, at, actor, facts, commitment, digest)
    select record_id, number, kind, at, actor, facts, commitment, digest from given
  )
  insert into event_content (record_id, number, salt, content)
  select record_id, number, salt, content from given where salt is not null;

  -- Counts that were looked at must still be what they were taken for: new ones must not be there yet, known ones must be
  -- what was seen, whether they change or not.
  if new_tallies is not null then
    insert into tally (key, name, service, n)
    select key, name, service, n from json_to_recordset(new_tallies) as x(key bytea, name text, service text, n int)
    on conflict do nothing;
    get diagnostics kept = row_count;
    if kept <> json_array_length(new_tallies) then
      raise exception 'a count is not what it was taken for' using errcode = 'serialization_failure';
    end if;
  end if;
  if known_tallies is not null then
    with given as (
      select key, name, service, seen, n from json_to_recordset(known_tallies) as x(key bytea, name text, service text, seen int, n int)
    ), changed as (
      update tally set n = given.n from given
      where tally.key = given.key and tally.name = given.name and tally.service = given.service and tally.n = given.seen and given.n <> given.seen
      returning 1
    ), unchanged as (
      select 1 from given left join tally on tally.key = given.key and tally.name = given.name and tally.service = given.service
      where given.n = coalesce(given.seen, 0) and tally.n is not distinct from given.seen
    )
    select (select count(*) from changed) + (select count(*) from unchanged), (select count(*) from given) into kept, wanted;
    if kept <> wanted then
      raise exception 'a count is not what it was taken for' using errcode = 'serialization_failure';
    end if;
  end if;

  if documents is not null then
    insert into document (id, record_id, kind, issued_at, valid_from, valid_until, credential)
    select id, record_id, kind, issued_at, valid_from, valid_until, credential
    from json_to_recordset(documents) as x(id bigint, record_id bigint, kind text, issued_at timestamptz, valid_from timestamptz, valid_until timestamptz, credential text);
  end if;

  if revocations is not null then
    update document set revoked_at = x.revoked_at
    from json_to_recordset(revocations) as x(id bigint, revoked_at timestamptz)
    where document.id = x.id and document.revoked_at is null;
  end if;

  if messages is not null then
    insert into outbox (record_id, template, channel, recipient, locale, values, status, sent_at)
    select record_id, template, channel, recipient, locale, values, status, sent_at
    from json_to_recordset(messages) as x(record_id bigint, template text, channel text, recipient text, locale text, values jsonb, status text, sent_at timestamptz);
  end if;

  if tasks is not null then
    insert into task (record_id, name, service_version, institution, open, escalated, urgent, outcome, opened_at, due_at, ended_at)
    select record_id, name, service_version, institution, open, coalesce(escalated, false), coalesce(urgent, false), outcome, opened_at, due_at, ended_at
    from json_to_recordset(tasks) as x(record_id bigint, name text, service_version int, institution text, open boolean, escalated boolean, urgent boolean, outcome text,
      opened_at timestamptz, due_at timestamptz, ended_at timestamptz)
    on conflict (record_id, name) do update set
      institution = excluded.institution, open = excluded.open, escalated = excluded.escalated, urgent = excluded.urgent, outcome = excluded.outcome, opened_at = excluded.opened_at,
      due_at = excluded.due_at, ended_at = excluded.ended_at;
  end if;

  if told is not null then
    perform pg_notify('diwan_work', told);
  end if;
end
$$;
comment on function write_decisions is 'Writes decisions and all that follows from them, whole or not at all; see src/events/write-decisions.ts';
