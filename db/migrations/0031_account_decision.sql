-- What administrators decide about other people's accounts: close one, open it again, take away a second factor that was
-- lost. And who runs the installation, so that the database itself can keep its last administrator.

create table account_decision (
  id bigint generated always as identity primary key,
  account_id uuid not null references auth_user (id),
  kind text not null check (kind in ('account-closed', 'account-reopened', 'factors-taken')),
  by_account_id uuid not null references auth_user (id),
  institution text not null,
  at timestamptz not null default now(),
  reason text not null check (length(reason) between 1 and 500),
  work_to uuid references auth_user (id),
  work_done_at timestamptz,
  check (by_account_id <> account_id),
  check (work_to <> account_id)
);
comment on table account_decision is 'What was decided about an account by who administers it, and why; kept for good';
comment on column account_decision.institution is 'Where who decided is an administrator';
comment on column account_decision.reason is 'As it was written; the person is told by e-mail';
comment on column account_decision.work_to is 'Who gets the open work of a closed account, where that is allowed; null: it stays in its baskets';
comment on column account_decision.work_done_at is 'Since when nothing is in the hands of the closed account any more';
create index account_decision_account on account_decision (account_id, id desc);
create index account_decision_work on account_decision (id) where kind = 'account-closed' and work_done_at is null;
revoke update, delete, truncate on account_decision from diwan_program;
grant update (work_done_at) on account_decision to diwan_program;

alter table grant_event drop constraint grant_event_kind_check;
alter table grant_event add constraint grant_event_kind_check
  check (kind in ('granted', 'ended', 'deputised', 'deputy-ended', 'account-closed', 'account-reopened', 'factors-taken'));

-- The decision is the act: an account is closed or opened by writing it, and so never without its event.
create function carry_out_account_decision() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.kind = 'account-closed' then
    update auth_user set closed_at = new.at, updated_at = now() where id = new.account_id and closed_at is null;
    if not found then raise exception 'account % is closed already', new.account_id using errcode = 'DW002'; end if;
  elsif new.kind = 'account-reopened' then
    update auth_user set closed_at = null, updated_at = now() where id = new.account_id and closed_at is not null;
    if not found then raise exception 'account % is open already', new.account_id using errcode = 'DW002'; end if;
    update account_decision set work_done_at = now() where account_id = new.account_id and kind = 'account-closed' and work_done_at is null;
  end if;
  perform write_grant_event(new.kind, new.account_id, new.by_account_id, new.account_id,
    jsonb_build_object('decision', new.id, 'institution', new.institution));
  return null;
end $$;
create trigger account_decision_is_carried_out after insert on account_decision
  for each row execute function carry_out_account_decision();

-- Open pages and sessions are told, as when rights change.
create function note_account_closed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_notify('diwan_access', account::text)
  from (select new.id union select deputy_id from deputy where account_id = new.id and ended_at is null) as told(account);
  return null;
end $$;
create trigger closing_is_told after update of closed_at on auth_user
  for each row when (old.closed_at is distinct from new.closed_at) execute function note_account_closed();

alter table territory_source add column operator text;
comment on column territory_source.operator is 'The institution that runs the installation, as files and console say';

create function has_lasting_administrator(post text) returns boolean language sql stable as $$
  select exists (
    select from role_grant
    where role = 'administrator' and institution = post and services is null and ended_at is null
      and valid_from <= now() and valid_until is null and can_sign_in(account_id))
$$;
comment on function has_lasting_administrator is 'Whether somebody administers this institution itself, for all services and without an end';

-- An institution that answers to nobody keeps an administrator, and so does the one that runs the installation: itself, or
-- one that it answers to.
create function refuse_last_administrator(post text) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtext('administrator'));
  if exists (select from institution where code = post and parent is null and retired_at is null) and not has_lasting_administrator(post) then
    raise exception 'the last administrator of % stays', post using errcode = 'DW001';
  end if;
  if exists (
    with recursive above as (
      select institution.code, institution.parent from territory_source join institution on institution.code = territory_source.operator
      where institution.retired_at is null
      union
      select institution.code, institution.parent from above join institution on institution.code = above.parent
    )
    select from above having bool_or(code = post) and not bool_or(has_lasting_administrator(code))
  ) then
    raise exception 'the last administrator of the installation stays' using errcode = 'DW001';
  end if;
end $$;

create or replace function keep_last_administrator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_last_administrator(old.institution);
  return null;
end $$;

create function keep_last_open_administrator() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform refuse_last_administrator(institution)
  from role_grant
  where account_id = old.id and role = 'administrator' and services is null and ended_at is null and valid_until is null
  order by institution;
  return null;
end $$;
create constraint trigger last_open_administrator_stays after update of closed_at on auth_user
  deferrable initially deferred
  for each row when (old.closed_at is null and new.closed_at is not null)
  execute function keep_last_open_administrator();
