-- Who may see and do what: grants that others are told of and that nobody can quietly change, deputies, and records that are
-- opened in an emergency by somebody who otherwise may not.

create table deputy (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth_user (id),
  deputy_id uuid not null references auth_user (id),
  valid_from timestamptz not null default now(),
  valid_until timestamptz not null,
  named_at timestamptz not null default now(),
  ended_by uuid references auth_user (id),
  ended_at timestamptz,
  check (deputy_id <> account_id),
  check (valid_until > valid_from and valid_until <= valid_from + interval '366 days')
);
comment on table deputy is 'Who stands in for whom, for a time: the deputy holds what the account itself was granted. A row is never changed, only ended';
comment on column deputy.account_id is 'Who is stood in for, and who named the deputy';
create index deputy_of on deputy (deputy_id) where ended_at is null;
create index deputy_for on deputy (account_id) where ended_at is null;
create trigger ended_deputy_stays_ended before update on deputy
  for each row when (old.ended_at is not null) execute function refuse_to_reopen_grant();
revoke update, delete, truncate on deputy from diwan_program;
grant update (ended_by, ended_at) on deputy to diwan_program;

create function can_sign_in(account_id uuid) returns boolean language sql stable as $$
  select exists (
    select from auth_user
    where auth_user.id = account_id and closed_at is null and (not demonstration or exists (
      select from auth_account where auth_account.user_id = auth_user.id and auth_account.password is not null)))
$$;
comment on function can_sign_in is 'Whether an account is open, and not one of a demonstration that is over';

create view held_grant as
  select role_grant.id, role_grant.account_id, role_grant.role, role_grant.institution, role_grant.services,
         role_grant.valid_until as until, null::uuid as for_account, role_grant.granted_at
    from role_grant
   where role_grant.ended_at is null and role_grant.valid_from <= now()
     and (role_grant.valid_until is null or role_grant.valid_until > now())
  union all
  select role_grant.id, deputy.deputy_id, role_grant.role, role_grant.institution, role_grant.services,
         least(role_grant.valid_until, deputy.valid_until), deputy.account_id, role_grant.granted_at
    from deputy
    join role_grant on role_grant.account_id = deputy.account_id
   where deputy.ended_at is null and deputy.valid_from <= now() and deputy.valid_until > now()
     and role_grant.ended_at is null and role_grant.valid_from <= now()
     and (role_grant.valid_until is null or role_grant.valid_until > now())
     and role_grant.role <> 'administrator'
     and can_sign_in(deputy.account_id);
comment on view held_grant is 'What each account may do now: its own grants, and those of whom it is the deputy, who passes nothing on. Administration is never deputised, nor anything of an account that is closed';
comment on column held_grant.until is 'When it ends by itself: the grant, or the deputising';
comment on column held_grant.for_account is 'Whose grant it is, where the account is a deputy';

create table grant_event (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  kind text not null check (kind in ('granted', 'ended', 'deputised', 'deputy-ended')),
  account_id uuid not null,
  by_account_id uuid,
  subject uuid not null,
  facts jsonb not null,
  digest bytea not null
);
comment on table grant_event is 'Who granted, ended and deputised what, append-only and chained: written by triggers of role_grant and deputy, so that nothing is granted without it';
comment on column grant_event.account_id is 'Whose rights';
comment on column grant_event.by_account_id is 'Who did it; null for the program itself';
comment on column grant_event.subject is 'The grant or the deputising';
comment on column grant_event.facts is 'Roles, codes and times';
comment on column grant_event.digest is 'SHA-256 over the digest before and this event: a chain over all of them';
create index grant_event_account on grant_event (account_id, seq desc);
revoke insert, update, delete, truncate on grant_event from diwan_program;

create function grant_event_digest(previous bytea, at timestamptz, kind text, account_id uuid, by_account_id uuid, subject uuid, facts jsonb)
returns bytea language sql stable as $$
  select sha256(coalesce(previous, '\x'::bytea) || convert_to(
    concat_ws(E'\n', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), kind, account_id, coalesce(by_account_id::text, '-'), subject, facts::text), 'UTF8'))
$$;

create function write_grant_event(kind text, account_id uuid, by_account_id uuid, subject uuid, facts jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  previous bytea;
  moment timestamptz;
begin
  -- One after the other, or two events would follow the same one.
  perform pg_advisory_xact_lock(hashtext('grant_event'));
  moment := clock_timestamp();
  select digest into previous from grant_event order by seq desc limit 1;
  insert into grant_event (at, kind, account_id, by_account_id, subject, facts, digest)
  values (moment, kind, account_id, by_account_id, subject, facts,
    grant_event_digest(previous, moment, kind, account_id, by_account_id, subject, facts));
end $$;
revoke all on function write_grant_event from public;

create function first_broken_grant_event() returns bigint language sql stable as $$
  select seq
  from (
    select seq, digest, grant_event_digest(lag(digest) over (order by seq), at, kind, account_id, by_account_id, subject, facts) as expected
    from grant_event
  ) as checked
  where digest is distinct from expected
  order by seq
  limit 1
$$;
comment on function first_broken_grant_event is 'The first event that is not what was written, or does not follow the one before it; null when the chain is whole';

-- Open pages and sessions are told whose rights have changed (`diwan_access`), so that these change at once.
create function note_grant() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform write_grant_event('granted', new.account_id, new.granted_by, new.id, jsonb_strip_nulls(jsonb_build_object(
      'role', new.role, 'institution', new.institution, 'services', to_jsonb(new.services), 'from', new.valid_from, 'until', new.valid_until)));
  else
    perform write_grant_event('ended', new.account_id, new.ended_by, new.id, jsonb_strip_nulls(jsonb_build_object(
      'role', new.role, 'institution', new.institution, 'services', to_jsonb(new.services))));
  end if;
  perform pg_notify('diwan_access', account::text)
  from (select new.account_id union select deputy_id from deputy where account_id = new.account_id and ended_at is null) as told(account);
  return null;
end $$;
create trigger grant_is_an_event after insert or update on role_grant for each row execute function note_grant();

create function note_deputy() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    perform write_grant_event('deputised', new.account_id, new.account_id, new.id,
      jsonb_build_object('deputy', new.deputy_id, 'from', new.valid_from, 'until', new.valid_until));
  else
    perform write_grant_event('deputy-ended', new.account_id, new.ended_by, new.id, jsonb_build_object('deputy', new.deputy_id));
  end if;
  perform pg_notify('diwan_access', new.deputy_id::text);
  return null;
end $$;
create trigger deputy_is_an_event after insert or update on deputy for each row execute function note_deputy();

-- An institution that answers to nobody must not be left without anybody who can grant: whoever tries to, by whatever way.
-- Looked at when all is written: grants that move with an institution end before others begin.
create function keep_last_administrator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('administrator'));
  if exists (select from institution where code = old.institution and parent is null and retired_at is null) and not exists (
    select from role_grant other
    where other.id <> old.id and other.role = 'administrator' and other.institution = old.institution
      and other.services is null and other.ended_at is null and other.valid_from <= now() and other.valid_until is null
      and can_sign_in(other.account_id))
  then
    raise exception 'the last administrator of % stays', old.institution using errcode = 'DW001';
  end if;
  return null;
end $$;
create constraint trigger last_administrator_stays after update on role_grant
  deferrable initially deferred
  for each row
  when (old.role = 'administrator' and old.services is null and old.valid_until is null and old.ended_at is null and new.ended_at is not null)
  execute function keep_last_administrator();

create table break_glass (
  record_id bigint not null,
  account_id uuid not null references auth_user (id),
  event int not null,
  until timestamptz not null,
  primary key (record_id, event)
);
comment on table break_glass is 'Records that somebody without a right to them opened in an emergency, and until when: a projection of the record''s events, where the reason is';
comment on column break_glass.event is 'Number of the record''s event';
revoke update, delete, truncate on break_glass from diwan_program;
