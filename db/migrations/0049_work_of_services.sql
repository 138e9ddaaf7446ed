-- Who sees many baskets and narrows the list of one service by what very many of its records answer: the first of them are found
-- in the order of work of the service, without going through each basket.

create index record_service_work on record (service_version, (not escalated), (not urgent), (coalesce(due_at, 'infinity')), id)
  include (escalated, urgent, due_at) where open;
comment on index record_service_work is 'The open records of each declaration in the order of work';
