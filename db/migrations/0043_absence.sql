-- Who is away, from when until when, and to whom open work goes meanwhile. Being away takes and gives no rights: it says where
-- work lies.

create table absence (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth_user (id),
  valid_from timestamptz not null default now(),
  valid_until timestamptz not null,
  deputy_id uuid references auth_user (id),
  said_by uuid not null references auth_user (id),
  said_at timestamptz not null default now(),
  ended_by uuid references auth_user (id),
  ended_at timestamptz,
  check (deputy_id <> account_id),
  check (valid_until > valid_from and valid_until <= valid_from + interval '366 days')
);
comment on table absence is 'Times in which somebody does not work; a row is never changed, only ended';
comment on column absence.deputy_id is 'Who gets the open work, where he or she may act on it; null: the institution shares it';
comment on column absence.said_by is 'The person, or an administrator of the institution';
create index absence_account on absence (account_id, valid_until) where ended_at is null;
revoke update, delete, truncate on absence from diwan_program;
grant update (ended_by, ended_at) on absence to diwan_program;
create trigger ended_absence_stays_ended before update on absence
  for each row when (old.ended_at is not null) execute function refuse_to_reopen_grant();

create function away_until(account uuid) returns timestamptz language sql stable as $$
  select max(valid_until) from absence
  where account_id = account and ended_at is null and valid_from <= now() and valid_until > now()
$$;
comment on function away_until is 'Until when an account is away; null when it is there';

create index record_charge on record (assignee, (coalesce(due_at, 'infinity')), id) where assignee is not null and open;
comment on index record_charge is 'What is open in the hands of each, by when it is due';
