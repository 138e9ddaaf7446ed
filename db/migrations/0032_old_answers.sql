-- Sensitive answers that were written before they were encrypted are encrypted in the background: how far that is.

create table old_answers (
  one boolean primary key default true check (one),
  up_to bigint not null default 0,
  last bigint not null,
  sealed bigint not null default 0,
  done_at timestamptz
);
comment on table old_answers is 'One row: how far old sensitive answers have been encrypted since migration 0020 came';
comment on column old_answers.up_to is 'The number of the last record that was looked at';
comment on column old_answers.last is 'The last record that may hold answers as they were written: newer ones are encrypted from the start';
comment on column old_answers.sealed is 'In how many records something was encrypted';
insert into old_answers (last, done_at)
select coalesce(max(id), 0), case when max(id) is null then now() end from record;
revoke insert, delete, truncate on old_answers from diwan_program;
