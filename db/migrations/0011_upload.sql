-- Files that people send. They come before the record that they belong to, so they lie apart from it.

create table upload (
  id uuid primary key,
  service text not null,
  name text not null,
  type text not null,
  size int not null,
  sha256 bytea not null,
  record_id bigint,
  touched_at timestamptz not null default now(),
  content bytea
);
comment on table upload is 'Files that were sent along with forms; a record''s answers hold only what is said of them here';
comment on column upload.id is 'Not to be guessed: known to who sent the file, and to who may see the answer that names it';
comment on column upload.record_id is 'The record that it was handed in with; null as long as it belongs to a form that is being filled in';
comment on column upload.touched_at is 'When its form was last touched: what is never handed in goes when its draft does';
comment on column upload.sha256 is 'Of the content';
comment on column upload.content is 'As it is kept: pictures are made anew without what cameras write into them; null when it was erased';
-- Pictures and PDF files are packed already.
alter table upload alter column content set storage external;
create index upload_waiting on upload (touched_at) where record_id is null;
create index upload_record on upload (record_id) where record_id is not null;
