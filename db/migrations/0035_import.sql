-- Files of rows that become records: what was sent, how far it has been read, and what was wrong with single rows. All that
-- a file says lies encrypted, and goes when it has been read.

create table import_file (
  id uuid primary key,
  service text not null,
  account_id uuid not null,
  role text not null,
  institution text not null,
  for_account uuid,
  by_key boolean not null default false,
  locale text not null,
  file_name text not null,
  digest bytea,
  size bigint not null default 0,
  encoding text,
  layout jsonb,
  sheets jsonb not null default '[]',
  head bytea,
  mapping jsonb,
  repeats text not null default 'skip' check (repeats in ('skip', 'take')),
  status text not null default 'receiving' check (status in ('receiving', 'waiting', 'running', 'done', 'cancelled', 'failed')),
  fault jsonb,
  last_row int not null default 0,
  share real not null default 0,
  rows_read int not null default 0,
  made int not null default 0,
  repeated int not null default 0,
  wrong int not null default 0,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  claimed_by uuid,
  claimed_until timestamptz
);
comment on table import_file is 'A file of rows that somebody sent to be imported, and how far that has come';
comment on column import_file.account_id is 'Who sent it, an account or an API key (by_key); with role and institution, as whom';
comment on column import_file.locale is 'The language in which applicants are written to';
comment on column import_file.digest is 'SHA-256 of the file';
comment on column import_file.encoding is 'What the bytes of a text file can be';
comment on column import_file.layout is 'How it is read: kind, encoding and delimiter, or sheet';
comment on column import_file.head is 'The headings and first rows, sealed; null when the file has been read';
comment on column import_file.mapping is 'For each column the question, or part of one, that it answers, or null';
comment on column import_file.repeats is 'Rows that say the same as an earlier one: skip them, or take each for a record of its own';
comment on column import_file.last_row is 'The number of the last row that was dealt with; set in the transaction that wrote its record';
comment on column import_file.share is 'How much of the file has been read, from 0 to 1';
comment on column import_file.claimed_by is 'The program that reads it now, until claimed_until unless it says so again';
create index import_file_account on import_file (account_id, created_at desc);
create index import_file_open on import_file (created_at) where status in ('receiving', 'waiting', 'running');
create index import_file_same on import_file (digest) where digest is not null;

create table import_chunk (
  import_id uuid not null references import_file (id) on delete cascade,
  number int not null,
  content bytea not null,
  primary key (import_id, number)
);
comment on table import_chunk is 'The bytes of a file that waits or is being read, sealed; gone when it has been read';
alter table import_chunk alter column content set storage external;

create table import_wrong_row (
  import_id uuid not null references import_file (id) on delete cascade,
  number int not null,
  content bytea not null,
  primary key (import_id, number)
);
comment on table import_wrong_row is 'Rows that could not be taken, with what is wrong with each, sealed: to be corrected and sent again';

create table import_repeated_row (
  import_id uuid not null references import_file (id) on delete cascade,
  number int not null,
  record_id bigint not null,
  primary key (import_id, number)
);
comment on table import_repeated_row is 'Rows that were there already, with the record that each is';

create table import_mapping (
  account_id uuid not null,
  service text not null,
  mapping jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (account_id, service)
);
comment on table import_mapping is 'Which question each heading answered when this sender last imported to this service';

comment on column data_key.owner is '"record", "draft", "upload" or "import", a space, and its id';
