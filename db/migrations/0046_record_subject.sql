-- Under what records gather: the institutions that they concern, and the persons or bodies that a number identifies.

create table record_subject (
  subject bytea not null,
  record_id bigint not null,
  path text not null,
  primary key (subject, record_id, path)
);
comment on table record_subject is 'The answers under which records are gathered (`subjects` of their declarations): a projection of events that is written in their transaction, for services that declare some only';
comment on column record_subject.subject is 'An institution by its code; a phone or identity number by a keyed hash (128 bits), which tells nobody without the key which';
comment on column record_subject.path is 'The question in which it stands';
create index record_subject_record on record_subject (record_id);
