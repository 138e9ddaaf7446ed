-- What keeps sensitive answers closed to whoever has the database only, who opened or read a record, and what was erased.

create table data_key (
  owner text primary key,
  wrapping text not null,
  wrapped bytea not null
);
comment on table data_key is 'The key under which the sensitive answers of one record, draft or file lie, itself encrypted by a master key outside the database; when the row goes, they can never be read again';
comment on column data_key.owner is '"record", "draft" or "upload", a space, and its id';
comment on column data_key.wrapping is 'Which master key it is wrapped by';
comment on column data_key.wrapped is 'As the master key''s keeper gave it: useless without it';
create index data_key_wrapping on data_key (wrapping);
comment on index data_key_wrapping is 'Finds what an older master key has wrapped';

alter table upload add column sealed boolean not null default false;
comment on column upload.sealed is 'Whether its content is encrypted; name and sha256 are keyed hashes then, which tell nothing and still show what is the same';

create table reading (
  id bigint generated always as identity primary key,
  record_id bigint not null,
  at timestamptz not null,
  account_id uuid not null,
  role text not null,
  institution text not null,
  purpose text not null,
  way text not null,
  reason text,
  fields text[]
);
comment on table reading is 'Each time that a civil servant read what a record says of a person, append-only: who, as what, and what for. The person reads it too';
comment on column reading.account_id is 'Kept for inquiries; the person concerned is told the institution and the role';
comment on column reading.role is 'The role under which the account may read it, at that institution';
comment on column reading.purpose is 'handling, task, handed-over, oversight; others say in their own migration what they add';
comment on column reading.way is 'page, api, file, document, export or opening';
comment on column reading.reason is 'Of an opening: the code of what it was opened for';
comment on column reading.fields is 'Of an opening: the sensitive questions whose answers were opened';
create index reading_record on reading (record_id, at);
comment on index reading_record is 'All that its person asks; and whether somebody has just opened it';
revoke update, delete, truncate on reading from diwan_program;

alter table record add column erased_at timestamptz;
comment on column record.erased_at is 'When what it said of a person was erased; the trail stays';
create index record_kept on record (service, submitted_at) where erased_at is null;
comment on index record_kept is 'The oldest first of what is still kept: what a rule erases next stands at its beginning';

create table erasure_failure (
  record_id bigint primary key,
  at timestamptz not null,
  error text not null
);
comment on table erasure_failure is 'Records that a rule should have erased and that could not be: what is in the way is seen in the log, and it is tried again';
