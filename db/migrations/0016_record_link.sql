-- Which records name which, so that a record can show those that point to it however many there are.

create table record_link (
  record_id bigint not null,
  path text not null,
  target_id bigint not null,
  primary key (record_id, path, target_id)
);
comment on table record_link is 'The records that the answers of a record name: a projection of its events that is written in their transaction, for services that ask for records only';
comment on column record_link.path is 'The question that names it; within rows: the name of the rows, a dot, the name in the row';
create index record_link_target on record_link (target_id, record_id);
