-- What files hold may lie elsewhere than in this database: the row of a file says where.

create table file_content (
  key text primary key,
  content bytea not null
);
comment on table file_content is 'What files hold, where the database is their storage';
comment on column file_content.key is 'The id of the file';
alter table file_content alter column content set storage external;

create table content_to_remove (
  storage text not null,
  key text not null,
  due_at timestamptz not null,
  failures int not null default 0,
  primary key (key, storage)
);
comment on table content_to_remove is 'What is to go from a storage: what no row of a file names any more, and, until its row is written, what is being put there';
comment on column content_to_remove.due_at is 'Not before; what is being put there is left alone until then, so that only what a failure left behind goes';
create index content_to_remove_due on content_to_remove (due_at);

insert into file_content (key, content) select id::text, content from upload where content is not null;
alter table upload add column storage text check (storage in ('database', 'disk', 's3'));
comment on column upload.storage is 'Where what it holds lies: in file_content, in the data folder or in a store of objects; null when it was erased';
update upload set storage = 'database' where content is not null;
alter table upload drop column content;
create index upload_storage on upload (storage, id) include (size) where storage is not null;
comment on index upload_storage is 'Counts what lies where, and finds what is to be moved';

-- Whatever statement takes a row away, erases or moves it: what it held does not stay behind.
create function let_content_go() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.storage is not distinct from old.storage then
    return null;
  end if;
  if old.storage = 'database' then
    delete from file_content where key = old.id::text;
  else
    insert into content_to_remove (storage, key, due_at) values (old.storage, old.id::text, now())
    on conflict (key, storage) do update set due_at = excluded.due_at;
  end if;
  return null;
end $$;
create trigger content_goes_with_its_row after delete or update of storage on upload
  for each row when (old.storage is not null) execute function let_content_go();
