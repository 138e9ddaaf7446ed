-- Actions on many records at once: which records were chosen and as they then were, what is done to each, and what became of it.

create table bulk_run (
  id uuid primary key,
  account_id uuid not null,
  by_key boolean not null default false,
  key text,
  digest bytea,
  service text,
  action text,
  inputs bytea,
  offers jsonb not null default '[]',
  status text not null default 'choosing' check (status in ('choosing', 'waiting', 'running', 'done', 'stopped', 'failed')),
  fault text,
  chosen int not null,
  possible int not null default 0,
  told int not null default 0,
  done int not null default 0,
  refused int not null default 0,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  claimed_by uuid,
  claimed_until timestamptz
);
comment on table bulk_run is 'An action that somebody does on many records at once, and how far it has come';
comment on column bulk_run.account_id is 'Who does it, an account or an API key (by_key); may act only as far as it may at the moment of each record';
comment on column bulk_run.key is 'By which a program that sends it again finds this one; with the digest of what it sent';
comment on column bulk_run.inputs is 'What is said with the action, sealed under a key of its own; gone when it has ended';
comment on column bulk_run.offers is 'The actions that the chosen records allow: service, action, on how many';
comment on column bulk_run.fault is 'Why it ended before its end, as the code of a problem';
comment on column bulk_run.possible is 'On how many of the chosen it could be done when it was looked at';
comment on column bulk_run.told is 'How many applicants get a message by it';
comment on column bulk_run.refused is 'Of the possible, how many could not be done any more when their turn came';
comment on column bulk_run.claimed_by is 'The program that works on it now, until claimed_until unless it says so again';
create unique index bulk_run_key on bulk_run (account_id, key) where key is not null;
create index bulk_run_account on bulk_run (account_id, created_at desc);
create index bulk_run_running on bulk_run (claimed_until) where status = 'running';

create table bulk_record (
  run_id uuid not null references bulk_run (id) on delete cascade,
  number int not null,
  reference text not null,
  record_id bigint,
  seen_event int,
  status text not null default 'chosen' check (status in ('chosen', 'ready', 'out', 'done', 'refused')),
  reason jsonb,
  tries int not null default 0,
  primary key (run_id, number)
);
comment on table bulk_record is 'A record that was chosen for an action on many, and what became of it';
comment on column bulk_record.record_id is 'Null where there is none of this reference that its sender sees';
comment on column bulk_record.seen_event is 'The last event when it was looked at: what happened since is not acted upon blindly';
comment on column bulk_record.status is 'chosen: nothing decided; ready: to be done; out: could not be done when it was looked at; done; refused: when its turn came';
comment on column bulk_record.reason is 'Why not: a code, and words in each language';
comment on column bulk_record.tries is 'How often it failed for a reason of the program';
create index bulk_record_ready on bulk_record (run_id, number) where status = 'ready';

comment on column data_key.owner is '"record", "draft", "upload", "import" or "bulk", a space, and its id';
