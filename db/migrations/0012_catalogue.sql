-- What is on offer, since when and by whom. The present catalogue is the last row of each service; nothing else says it, so
-- that every program on the database offers the same.

create table publication (
  id bigint generated always as identity primary key,
  service text not null,
  act text not null check (act in ('published', 'withdrawn', 'proposed', 'discarded')),
  digest text not null,
  service_version int references service_version (id),
  replaced int references service_version (id),
  origin text not null check (origin in ('folder', 'console', 'command')),
  account_id uuid,
  system_user_name text,
  folder text,
  note text,
  at timestamptz not null default now(),
  check ((act in ('published', 'withdrawn')) = (service_version is not null))
);
comment on table publication is 'What became of each declaration, append-only: who proposed, published, withdrew or discarded which version when';
comment on column publication.id is 'Also the number by which programs notice that the catalogue has changed';
comment on column publication.digest is 'Of the files, also of those that were proposed and never published';
comment on column publication.replaced is 'The version that was in force before, to which what the new one says of old data refers';
comment on column publication.origin is 'A services folder at the start of a program, the staff console, or the command line';
comment on column publication.account_id is 'Who did it in the console';
comment on column publication.system_user_name is 'Who did it at the command line, by the name that the machine knows';
comment on column publication.folder is 'Host and path of the folder that the files were read from';
create index publication_service on publication (service, id);
revoke update, delete, truncate on publication from diwan_program;

create table service_proposal (
  id uuid primary key default gen_random_uuid(),
  service text not null,
  digest text not null,
  files jsonb not null,
  origin text not null check (origin in ('folder', 'console', 'command')),
  account_id uuid,
  folder text,
  note text,
  at timestamptz not null default now(),
  unique (service, digest)
);
comment on table service_proposal is 'Declarations that were found right and wait for somebody to publish or discard them; publication keeps the trace';
revoke update, truncate on service_proposal from diwan_program;

alter table draft add column began_under int;
comment on column draft.began_under is 'The version under which its person began; another one than now is said on the pages. Null: service_version';

-- What programs of before put on offer at their start.
insert into publication (service, act, digest, service_version, replaced, origin, at)
select service, 'published', digest, id, lag(id) over (partition by service order by id), 'folder', published_at
from service_version
order by id;
