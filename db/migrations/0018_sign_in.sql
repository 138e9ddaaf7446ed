-- How civil servants prove who they are beyond a password: second factors, passkeys, recovery codes, invitations, and
-- what happened to each account. Challenges that last minutes stay in auth_verification.

alter table auth_session
  add column second_factor text check (second_factor in ('totp', 'recovery-code', 'passkey', 'provider')),
  add column proved_at timestamptz not null default now(),
  add column seen_at timestamptz not null default now();
comment on column auth_session.second_factor is 'What was shown beside the password; null when nothing was, and then the session is whole only where nothing is needed';
comment on column auth_session.proved_at is 'When the person last showed who it is: sensitive acts ask for this to be recent';
comment on column auth_session.seen_at is 'When it was last used, give or take five minutes';

alter table auth_user add column closed_at timestamptz;
comment on column auth_user.closed_at is 'Since when nobody signs in with this account any more; null while it is open';
create or replace view account as
  select id, email, name, name_latin, locale, demonstration, created_at, closed_at from auth_user;

create table account_totp (
  account_id uuid primary key references auth_user (id) on delete cascade,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  made_at timestamptz not null default now()
);
comment on table account_totp is 'The authenticator app of an account (RFC 6238); it counts once a first code was shown';
comment on column account_totp.secret is 'Encrypted with a key outside the database (AES-256-GCM, nonce before, tag after)';
comment on column account_totp.last_step is 'The time step of the newest code that was taken: no code of it or of an earlier one is taken again';

create table account_passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth_user (id) on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  sign_count bigint not null,
  transports text[] not null,
  backed_up boolean not null,
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null default now(),
  used_at timestamptz
);
comment on table account_passkey is 'Passkeys of an account (W3C Web Authentication); only public keys are here';
comment on column account_passkey.credential_id is 'In base64url, as browsers name it';
comment on column account_passkey.sign_count is 'As the authenticator counts; it must grow, unless it does not count';
comment on column account_passkey.backed_up is 'Whether it is kept in several devices of the person';
create index account_passkey_account on account_passkey (account_id);

create table account_recovery_code (
  account_id uuid not null references auth_user (id) on delete cascade,
  code_hash bytea not null,
  made_at timestamptz not null default now(),
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table account_recovery_code is 'Codes for who has lost the second factor; each works once';
comment on column account_recovery_code.code_hash is 'HMAC-SHA-256 under a key outside the database';

create table account_invitation (
  id uuid primary key default gen_random_uuid(),
  email text not null check (email = lower(email)),
  locale text not null,
  grants jsonb not null,
  invited_by uuid references auth_user (id),
  invited_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  account_id uuid references auth_user (id),
  withdrawn_at timestamptz,
  withdrawn_by uuid references auth_user (id),
  check (accepted_at is null or withdrawn_at is null)
);
comment on table account_invitation is 'Who was invited to open an account, by whom, with which roles; the link is made from the id with a key outside the database';
comment on column account_invitation.grants is 'Roles that the account gets when it is opened: [{ role, institution, services }]';
comment on column account_invitation.account_id is 'The account that was opened with it';
create index account_invitation_open on account_invitation (invited_at) where accepted_at is null and withdrawn_at is null;

create table account_event (
  id bigint generated always as identity primary key,
  account_id uuid not null,
  kind text not null,
  at timestamptz not null default now(),
  by_account_id uuid not null,
  session_id uuid,
  client_network text,
  device text,
  details jsonb not null default '{}'
);
comment on table account_event is 'What happened to an account, kept for good: sign-ins, factors, passwords, sessions, invitations';
comment on column account_event.account_id is 'Whose account';
comment on column account_event.by_account_id is 'Who did it: the person, or an administrator';
comment on column account_event.session_id is 'In which session it was done, where there was one';
comment on column account_event.client_network is 'IPv4 address, or IPv6 network of 64 bits';
comment on column account_event.device is 'Browser and system as far as the browser told, in a few words';
comment on column account_event.details is 'Codes and ids only';
create index account_event_account on account_event (account_id, id desc);
revoke update, delete, truncate on account_event from diwan_program;

-- Messages to civil servants about their account belong to no record.
alter table outbox alter column record_id drop not null;
comment on column outbox.record_id is 'Null for messages about an account, whose template begins with account/';
