-- How many records stand in worklists, by all that decides who may see them and act on them: a list then costs the same
-- whether it holds a thousand records or a million. Each change adds lines and changes none, so that two who write never wait
-- for each other; the sum of what a reader's snapshot shows is exact, and the program adds lines up from time to time.

create table worklist_tally (
  institution text not null,
  service_version int not null,
  state text not null,
  channel text not null,
  open boolean not null,
  escalated boolean not null,
  untouched boolean not null,
  assignee text,
  barred text[],
  n int not null,
  latest timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
comment on table worklist_tally is 'Numbers of records that are open or wait for their applicants, kept by a trigger on record; several lines may say of the same, and their sum counts';
comment on column worklist_tally.untouched is 'Only the submission is known of them: nobody has acted, so that nobody is kept from acting by what he or she did';
comment on column worklist_tally.n is 'How many more, or fewer, there are';
comment on column worklist_tally.latest is 'When one of them came in or changed last';

create function keep_worklist_tally() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and (old.open or old.deadline is not null or old.escalated) then
    insert into worklist_tally (institution, service_version, state, channel, open, escalated, untouched, assignee, barred, n, latest)
    values (old.institution, old.service_version, old.state, old.channel, old.open, old.escalated, old.last_event = 1, old.assignee, old.barred, -1, old.updated_at);
  end if;
  if tg_op <> 'DELETE' and (new.open or new.deadline is not null or new.escalated) then
    insert into worklist_tally (institution, service_version, state, channel, open, escalated, untouched, assignee, barred, n, latest)
    values (new.institution, new.service_version, new.state, new.channel, new.open, new.escalated, new.last_event = 1, new.assignee, new.barred, 1, new.updated_at);
  end if;
  return null;
end $$;
comment on function keep_worklist_tally is 'Not called for a submission that is decided at once, which pays nothing for it';

create trigger record_is_counted after insert on record
  for each row when (new.open or new.deadline is not null or new.escalated) execute function keep_worklist_tally();
create trigger record_is_counted_anew after update on record
  for each row when (old.open or old.deadline is not null or old.escalated or new.open or new.deadline is not null or new.escalated)
  execute function keep_worklist_tally();
create trigger record_is_counted_no_more after delete on record
  for each row when (old.open or old.deadline is not null or old.escalated) execute function keep_worklist_tally();

insert into worklist_tally
select institution, service_version, state, channel, open, escalated, last_event = 1, assignee, barred, count(*), max(updated_at)
from record where open or deadline is not null or escalated
group by institution, service_version, state, channel, open, escalated, last_event = 1, assignee, barred;

-- With the channel, which decides who sees what as well: pages are found without opening a record, and only those shown are read.
drop index record_worklist;
create index record_worklist on record (institution, (not escalated), (not urgent), (coalesce(due_at, 'infinity')), id)
  include (service_version, state, escalated, urgent, due_at, last_event, updated_at, assignee, barred, channel) where open;
comment on index record_worklist is 'Each basket in the order of work, from anywhere: escalated first, then urgent, then by when they are due. Lists need nothing else to find what they show';
