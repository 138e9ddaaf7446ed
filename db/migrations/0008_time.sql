-- A deadline may be reminded of before it is due: the clock looks for the next moment at which something must happen to a
-- record, lists for when it is due.

alter table record add column next_at timestamptz;
update record set next_at = due_at where due_at is not null;
comment on column record.next_at is 'When the clock must look at it next: a reminder, or the deadline itself; null when no deadline runs';

drop index record_due;
create index record_next on record (next_at) where next_at is not null;
comment on index record_next is 'Holds only records whose deadline runs: what the clock reads, the longest past first';

create table calendar (
  digest text primary key,
  content jsonb not null,
  since timestamptz not null default now()
);
comment on table calendar is 'Every calendar of working hours and holidays that deadlines were counted on: what was computed can be computed again';
comment on column calendar.digest is 'Named by the events whose deadlines were counted on it';
revoke update, delete, truncate on calendar from diwan_program;
