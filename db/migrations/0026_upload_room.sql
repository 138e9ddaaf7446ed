-- How much may wait: files that were sent along with forms that are not handed in.

alter table upload add column holder bytea;
comment on column upload.holder is
  'Who sent it, as a keyed hash of a network address or an account that cannot be turned back: only to count what waits. Null once it is a record''s';
alter table upload add column in_draft boolean not null default false;
comment on column upload.in_draft is 'A form that is being filled in names it; what none does goes within days';

-- What waits is summed whenever a file arrives, without reading the files.
create index upload_room on upload (holder) include (size) where record_id is null;
