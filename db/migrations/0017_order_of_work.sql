-- The order of work: urgent records first. What nobody can do at the moment, so that lists of what one can act on do not
-- show it. And what institutions are asked and did not answer in time. All three are projections: a record's events and the
-- declaration that it is pinned to say the same.

alter table record add column urgent boolean not null default false, add column barred text[];
comment on column record.urgent is 'A rule of its declaration says that it is urgent; of records from before this column once something happens to them';
comment on column record.barred is 'Actions of its state that nobody can do as it stands, since their condition does not hold; null when there is none, which costs a submission nothing';

drop index record_worklist;
create index record_worklist on record (institution, (not escalated), (not urgent), (coalesce(due_at, 'infinity')), id)
  include (service_version, state, escalated, urgent, due_at, last_event, updated_at, assignee, barred) where open;
comment on index record_worklist is 'Each basket in the order of work, from anywhere: escalated first, then urgent, then by when they are due. Counts need nothing else';

alter table task add column escalated boolean not null default false, add column urgent boolean not null default false;
comment on column task.escalated is 'It was not answered in time, and those who are called upon then were';
comment on column task.urgent is 'The record is urgent: kept here so that tasks are read in the order of work';
drop index task_worklist;
create index task_worklist on task (institution, (not escalated), (not urgent), (coalesce(due_at, 'infinity')), record_id)
  include (service_version, name) where open;
comment on index task_worklist is 'The tasks of each institution in the order of work: escalated first, then urgent, then by when they are due';

-- As in migration 0009, with the new columns.
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
  insert into record (id, service, service_version, state, open, institution, escalated, due_at, next_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, urgent, barred, key, key_mac, key_state)
  select id, service, service_version, state, open, institution, escalated, due_at, next_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, coalesce(urgent, false), barred, key, key_mac, case when key is not null then state end
  from json_to_recordset(records) as x(id bigint, service text, service_version int, state text, open boolean, institution text, escalated boolean,
    due_at timestamptz, next_at timestamptz, deadline text, data jsonb, channel text, locale text, submitted_at timestamptz, updated_at timestamptz, last_event int, assignee text, urgent boolean, barred text[], key uuid, key_mac bytea)
  on conflict (id) do update set
    state = excluded.state, open = excluded.open, institution = excluded.institution, escalated = excluded.escalated, due_at = excluded.due_at,
    next_at = excluded.next_at, deadline = excluded.deadline, data = excluded.data, updated_at = excluded.updated_at, last_event = excluded.last_event,
    assignee = excluded.assignee, urgent = excluded.urgent, barred = excluded.barred;

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
