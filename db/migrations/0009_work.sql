-- Who is in charge of a record, and what other institutions are asked to do with it while it stays where it is. Both are
-- projections: a record and its events say the same.

alter table record add column assignee text;
comment on column record.assignee is 'The account that is in charge; null when nobody is, which costs a submission nothing';
create index record_assignee on record (assignee, id) where assignee is not null;
comment on index record_assignee is 'The newest record of each who gets records in turn: who waited longest is next';

create table task (
  record_id bigint not null,
  name text not null,
  service_version int not null,
  institution text not null,
  open boolean not null,
  outcome text,
  opened_at timestamptz not null,
  due_at timestamptz,
  ended_at timestamptz,
  primary key (record_id, name)
);
comment on table task is 'What an institution is asked to do with a record that lies in another basket, as it was asked last: a projection of the record''s events, written in their transaction';
comment on column task.open is 'While it is, the roles that may answer it at this institution see the record';
comment on column task.outcome is 'How it was answered; null while it is open and when it was withdrawn since the record ended';
create index task_worklist on task (institution, (coalesce(due_at, 'infinity')), record_id) include (service_version, name) where open;
comment on index task_worklist is 'The tasks of each institution in the order in which they are due';
revoke delete, truncate on task from diwan_program;

drop function write_decisions(json, json, json, json, json, json, json, text);

-- As in migration 0006, with when the clock looks at a record next, who is in charge and the tasks.
create function write_decisions(records json, events json, new_tallies json, known_tallies json, documents json, revocations json, messages json, tasks json, told text)
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
  insert into record (id, service, service_version, state, open, institution, escalated, due_at, next_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, key, key_mac, key_state)
  select id, service, service_version, state, open, institution, escalated, due_at, next_at, deadline, data, channel, locale, submitted_at, updated_at, last_event, assignee, key, key_mac, case when key is not null then state end
  from json_to_recordset(records) as x(id bigint, service text, service_version int, state text, open boolean, institution text, escalated boolean,
    due_at timestamptz, next_at timestamptz, deadline text, data jsonb, channel text, locale text, submitted_at timestamptz, updated_at timestamptz, last_event int, assignee text, key uuid, key_mac bytea)
  on conflict (id) do update set
    state = excluded.state, open = excluded.open, institution = excluded.institution, escalated = excluded.escalated, due_at = excluded.due_at,
    next_at = excluded.next_at, deadline = excluded.deadline, data = excluded.data, updated_at = excluded.updated_at, last_event = excluded.last_event,
    assignee = excluded.assignee;

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
    insert into task (record_id, name, service_version, institution, open, outcome, opened_at, due_at, ended_at)
    select record_id, name, service_version, institution, open, outcome, opened_at, due_at, ended_at
    from json_to_recordset(tasks) as x(record_id bigint, name text, service_version int, institution text, open boolean, outcome text,
      opened_at timestamptz, due_at timestamptz, ended_at timestamptz)
    on conflict (record_id, name) do update set
      institution = excluded.institution, open = excluded.open, outcome = excluded.outcome, opened_at = excluded.opened_at,
      due_at = excluded.due_at, ended_at = excluded.ended_at;
  end if;

  if told is not null then
    perform pg_notify('diwan_work', told);
  end if;
end
$$;
comment on function write_decisions is 'Writes decisions and all that follows from them, whole or not at all; see src/events/write-decisions.ts';
