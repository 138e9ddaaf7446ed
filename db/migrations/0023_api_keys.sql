-- Keys with which institutions' own systems use the API.

create table api_key (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  institution text not null,
  role text not null,
  services text[] check (cardinality(services) > 0),
  per_minute int not null check (per_minute between 1 and 100000),
  start text not null,
  hash bytea not null unique check (length(hash) = 32),
  valid_until timestamptz not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  replaces uuid references api_key (id),
  ends_at timestamptz,
  ended_by uuid,
  demonstration boolean not null default false,
  check (valid_until > created_at and valid_until <= created_at + interval '2 years 1 day')
);
comment on table api_key is 'Keys of institutions'' own systems. What a key may do never changes, and its end only comes closer; the key itself is nowhere';
comment on column api_key.name is 'What its institution calls the system: shown wherever it did something';
comment on column api_key.role is 'What it may do, at its institution and below, like a grant';
comment on column api_key.services is 'Ids of the services it is for; null for all';
comment on column api_key.per_minute is 'Requests that it may make in a minute';
comment on column api_key.start is 'Its first characters, by which people tell keys apart; not enough to use it';
comment on column api_key.hash is 'SHA-256 of the key, which is 256 random bits: there is nothing to guess';
comment on column api_key.created_by is 'Null for the key of the demonstration';
comment on column api_key.replaces is 'The key that it took the place of';
comment on column api_key.ends_at is 'When it ends before its time: when its successor takes over, or when somebody ended it';
create index api_key_institution on api_key (institution);

create function keep_api_key() returns trigger language plpgsql as $$
begin
  if new.ends_at is null or new.ends_at > least(old.ends_at, old.valid_until) then
    raise exception 'key % ends no later than it did', old.id;
  end if;
  return new;
end $$;
create trigger api_key_is_kept before update on api_key for each row execute function keep_api_key();
revoke update, delete, truncate on api_key from diwan_program;
grant update (ends_at, ended_by) on api_key to diwan_program;

create table api_key_use (
  key_id uuid not null references api_key (id),
  day date not null,
  requests bigint not null,
  refused bigint not null,
  last_at timestamptz not null,
  primary key (key_id, day)
);
comment on table api_key_use is 'How often each key was used on each day (UTC), counted every few seconds';
comment on column api_key_use.refused is 'Requests that were too many';
revoke delete, truncate on api_key_use from diwan_program;
