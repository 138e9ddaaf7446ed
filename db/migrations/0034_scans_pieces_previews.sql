-- Files are scanned for viruses, arrive in pieces, and have small pictures beside them.

alter table upload add column quarantined_at timestamptz;
comment on column upload.quarantined_at is
  'Since when it waits for a virus scanner, and is shown to nobody; where it holds nothing any more, the scanner found something in it';
create index upload_quarantined on upload (quarantined_at) where quarantined_at is not null and storage is not null;
comment on index upload_quarantined is 'What is to be scanned, the oldest first';

create table infected_file (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  service text not null,
  signature text not null,
  size int not null,
  was_kept boolean not null
);
comment on table infected_file is 'Files in which a virus scanner found something: when, for which service and what it calls it; never what they held or who sent them';
comment on column infected_file.was_kept is 'Whether it had been taken while the scanner was away, instead of being refused';
revoke update, delete, truncate on infected_file from diwan_program;

alter table upload add column preview bytea;
comment on column upload.preview is 'A small picture of it, encrypted where it is; null for what is no picture, or none was made yet';
alter table upload alter column preview set storage external;
alter table upload add column point text;
comment on column upload.point is
  'Where a picture was taken, latitude and longitude, where its question keeps that; of what is encrypted a keyed hash';

create table partial_upload (
  id uuid primary key,
  service text not null,
  question text not null,
  name bytea not null,
  length int not null,
  received int not null default 0,
  holder bytea not null,
  sealed boolean not null,
  touched_at timestamptz not null default now(),
  outcome bytea
);
comment on table partial_upload is 'Files that arrive in pieces, over lines that break; when all has arrived they become uploads like any other';
comment on column partial_upload.id is 'Not to be guessed: whoever knows it may send the rest';
comment on column partial_upload.question is 'The question it is sent for, as the declaration names it';
comment on column partial_upload.name is 'Of the file, as it was sent; encrypted where the question is sensitive, as its pieces and its outcome are';
comment on column partial_upload.length is 'In bytes, of the whole';
comment on column partial_upload.holder is 'As in upload: what has not arrived yet takes room as well';
comment on column partial_upload.outcome is 'The file that it became, or why it was refused: told again to who did not hear the answer';
create index partial_upload_touched on partial_upload (touched_at);
create index partial_upload_room on partial_upload (holder) include (length) where outcome is null;

create table upload_piece (
  upload_id uuid not null references partial_upload on delete cascade,
  at int not null,
  content bytea not null,
  primary key (upload_id, at)
);
comment on table upload_piece is 'What has arrived of a file that comes in pieces';
comment on column upload_piece.at is 'How many bytes come before it';
alter table upload_piece alter column content set storage external;
