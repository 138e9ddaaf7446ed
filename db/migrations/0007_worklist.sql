-- What lists of records are read by. All but the last index hold only records that are not over, so that the worklist costs
-- the same however many there are, and a submission that is decided at once pays for none of them.

drop index record_worklist;
create index record_worklist on record (institution, (not escalated), (coalesce(due_at, 'infinity')), id)
  include (service_version, state, escalated, due_at, last_event, updated_at) where open;
comment on index record_worklist is 'Each basket in the order of work, from anywhere: escalated first, then by when they are due. Counts need nothing else';

create index record_changed on record (updated_at) where open;
comment on index record_changed is 'What came into worklists since a moment';

create index record_waiting on record (institution, id) where not open and (deadline is not null or escalated);
comment on index record_waiting is 'What waits for its applicant: a deadline is paused, or has passed before, and the record is not over';

-- Messages are kept roughly in the order of their records; a summary of each stretch costs a submission next to nothing.
create index outbox_record on outbox using brin (record_id int8_minmax_multi_ops) with (pages_per_range = 32, autosummarize = on);
