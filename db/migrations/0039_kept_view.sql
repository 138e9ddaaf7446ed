-- Searches stand in no address: what was typed is kept here, under a number that opens it for who typed it. With a name it stays,
-- and may be shared.

create table kept_view (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null,
  asked bytea not null,
  name text check (length(name) between 1 and 80),
  institution text,
  role text,
  created_at timestamptz not null default now(),
  check (institution is null or name is not null),
  check (role is null or institution is not null)
);
comment on table kept_view is 'Lists that somebody has asked for. Whoever opens one sees of its records what he or she may see, and nothing else';
comment on column kept_view.asked is 'What is looked for, encrypted under a key outside the database: names and numbers are typed there';
comment on column kept_view.name is 'Null: a search of the day, which goes by itself';
comment on column kept_view.institution is 'Shared with those who hold a role there; null: for the account alone';
comment on column kept_view.role is 'Of those, with the holders of this role only';
create index kept_view_account on kept_view (account_id, created_at);
create index kept_view_shared on kept_view (institution) where institution is not null;
create index kept_view_old on kept_view (created_at) where name is null;
