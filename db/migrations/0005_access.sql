-- Who works with the program. The auth_ tables belong to the library that checks passwords and keeps sessions: their
-- shape is its own, their names and columns are set in src/access/authentication.ts, and a test asks it whether anything
-- is missing. What an account may do is ours: role_grant.

create table auth_user (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  name_latin text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  locale text not null,
  demonstration boolean not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth_user is 'Civil servants who sign in; the program reads them through the view account';
comment on column auth_user.name is 'In Arabic script';
comment on column auth_user.locale is 'The language of pages and messages for this person';
comment on column auth_user.demonstration is 'Made with a published password to show the program; cannot sign in where DIWAN_DEMO=0';

create table auth_session (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
comment on table auth_session is 'Open sessions; a row that is gone or expired signs nobody in';
comment on column auth_session.token is 'Worthless alone: the cookie also carries a signature made with a secret kept outside the database';
create index auth_session_user_id_idx on auth_session (user_id);
create index auth_session_expires_at_idx on auth_session (expires_at);

create table auth_account (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth_user (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
comment on table auth_account is 'The ways in which a person may sign in: a password, later an outside identity provider';
comment on column auth_account.password is 'scrypt hash with its cost and salt; null when this way in is closed';
create index auth_account_user_id_idx on auth_account (user_id);

create table auth_verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth_verification is 'Short-lived codes and links that prove who asks';
create index auth_verification_identifier_idx on auth_verification (identifier);

create view account as
  select id, email, name, name_latin, locale, demonstration, created_at from auth_user;
comment on view account is 'A civil servant, without anything that serves to sign in';

create table role_grant (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth_user (id),
  role text not null,
  institution text not null,
  services text[] check (cardinality(services) > 0),
  valid_from timestamptz not null default now(),
  valid_until timestamptz check (valid_until > valid_from),
  granted_by uuid references auth_user (id),
  granted_at timestamptz not null default now(),
  ended_by uuid references auth_user (id),
  ended_at timestamptz
);
comment on table role_grant is 'A role at an institution, for a time. A row is never changed, only ended: it tells who could do what when';
comment on column role_grant.institution is 'Code of the institution; its subtree and its place are covered too';
comment on column role_grant.services is 'Ids of the services it is for; null for all';
comment on column role_grant.granted_by is 'Null when the program itself granted it (demonstration, first administrator)';
comment on column role_grant.ended_at is 'Set once, when the grant is taken back before its time';
create index role_grant_account on role_grant (account_id) where ended_at is null;
create index role_grant_institution on role_grant (institution, role) where ended_at is null;

create function refuse_to_reopen_grant() returns trigger language plpgsql as $$
begin
  raise exception 'grant % has ended; make a new one', old.id;
end $$;
create trigger ended_grant_stays_ended before update on role_grant
  for each row when (old.ended_at is not null) execute function refuse_to_reopen_grant();

revoke update, delete, truncate on role_grant from diwan_program;
grant update (ended_by, ended_at) on role_grant to diwan_program;
