-- What people are told in the console and by e-mail. Events wait in a list of their own until a job has told whom they
-- concern: what concerns nobody, which is nearly every submission, is never put there.

create table event_to_tell (
  id bigint generated always as identity primary key,
  record_id bigint not null,
  number int not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
comment on table event_to_tell is 'Events that may concern somebody, written with them by a trigger and taken out in the transaction that writes the notifications';

create function note_event_to_tell() returns trigger language plpgsql as $$
begin
  insert into event_to_tell (record_id, number) values (new.record_id, new.number);
  return null;
end $$;
-- The kind is looked at first, so that an event of the intake costs a comparison and a search in a short text.
create trigger event_is_told after insert on event for each row
  when (new.kind in ('deadline-near', 'deadline-passed', 'task-near', 'task-overdue', 'reassigned', 'opened-by-exception')
    or (new.kind in ('submitted', 'acted') and (new.facts::text like '%"assigned":%' or new.facts::text like '%"opened":%'))
    or (new.kind = 'acted' and new.actor::text like '%"applicant"%'))
  execute function note_event_to_tell();

create table notification (
  id bigint generated always as identity primary key,
  account_id uuid not null references auth_user (id),
  kind text not null,
  record_id bigint,
  event int,
  facts jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz
);
comment on table notification is 'What concerns somebody: whose, of which record, never what people wrote. Whether it may still be seen is asked when it is read';
comment on column notification.record_id is 'Null where it is about no record';
comment on column notification.event is 'Number of the record''s event';
comment on column notification.facts is 'Codes and numbers only';
comment on column notification.mailed_at is 'When an e-mail spoke of it, or would have had it still been seen';
create unique index notification_once on notification (account_id, record_id, event, kind) where record_id is not null;
create index notification_account on notification (account_id, id desc);
create index notification_unread on notification (account_id, record_id) where read_at is null;
create index notification_unmailed on notification (account_id, kind) where mailed_at is null and read_at is null;
create index notification_at on notification using brin (at);

create table notification_setting (
  account_id uuid primary key references auth_user (id),
  mail text not null default 'daily' check (mail in ('never', 'daily', 'escalations')),
  hour smallint not null default 8 check (hour between 5 and 11),
  hidden text[] not null default '{}',
  unmailed text[] not null default '{}',
  digested_on date
);
comment on table notification_setting is 'Of what somebody wants to be told, and how; no row: as everybody at first';
comment on column notification_setting.mail is 'Never; each working day; or only when something was escalated, at once';
comment on column notification_setting.hidden is 'Kinds that are not shown';
comment on column notification_setting.unmailed is 'Kinds that are shown and in no e-mail';
comment on column notification_setting.digested_on is 'The day of the last daily e-mail, or on which there was nothing to say';

-- Whoever sent a file of rows learns that it was read.
create function note_import_told() returns trigger language plpgsql as $$
begin
  insert into notification (account_id, kind, facts, at)
  select auth_user.id, 'import', jsonb_build_object('import', new.id, 'service', new.service, 'made', new.made, 'wrong', new.wrong), now()
  from auth_user where auth_user.id = new.account_id;
  return null;
end $$;
create trigger import_is_told after update of status on import_file for each row
  when (old.status = 'running' and new.status in ('done', 'failed') and not new.by_key)
  execute function note_import_told();
