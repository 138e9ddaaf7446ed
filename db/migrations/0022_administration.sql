-- What administrators change about the country in the console. The country's files are the seed; on top of them every change
-- that is not undone holds, in the order of its number. The tables place and institution are what results from both.

create table country_change (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  account uuid references auth_user (id),
  kind text not null,
  about jsonb not null default '{}',
  effect jsonb not null default '{}',
  undoes bigint unique references country_change (id)
);
comment on table country_change is 'Every change to institutions, places, the calendar and the settings of the installation, append-only: who, when, what';
comment on column country_change.account is 'Who changed it; null only for the first set-up, which makes the first account';
comment on column country_change.about is 'What it concerns, for the list of changes: codes, counts, a note';
comment on column country_change.effect is 'What holds since: only the values that it changed, so that later changes of other values stand beside it';
comment on column country_change.undoes is 'The change that this one takes back; each at most once';
revoke update, delete, truncate on country_change from diwan_program;

alter table institution add column contact jsonb not null default '{}';
alter table institution add column successors text[] not null default '{}';
comment on column institution.contact is 'Telephone, e-mail and address at which the public reaches it, where known';
comment on column institution.successors is 'Codes of those that took its place when it was merged or split, the one for everything else first';
alter table place add column successor text;
comment on column place.successor is 'The code that took the place of this one; what names the old code is understood as the new one';

create table place_import (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  account uuid not null references auth_user (id),
  file_name text not null,
  digest text not null,
  rows jsonb not null
);
comment on table place_import is 'Files of places that were sent and checked and wait to be taken over; removed after some days';
comment on column place_import.rows is 'What the file says of each place, as it was read';

create table setup (
  one boolean primary key default true check (one),
  answers jsonb not null default '{}',
  version int not null default 0,
  begun_at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table setup is 'One row: the first set-up of an empty installation, as far as it has come. Finished once, it never runs again';
comment on column setup.version is 'Counts what was kept: of two browsers that keep at once the second is told';
revoke delete, truncate on setup from diwan_program;
