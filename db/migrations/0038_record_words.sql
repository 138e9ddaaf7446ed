-- By which words records are found: a projection that follows them in the background, so that nobody who submits pays for it.

create table record_words (
  record_id bigint not null,
  audience text not null,
  last_event int not null,
  words tsvector not null,
  primary key (record_id, audience)
) with (fillfactor = 85);
comment on table record_words is 'The words of each record''s answers in one spelling. What is erased goes from here in the same transaction; sensitive words never stand here';
comment on column record_words.audience is 'Who may read the answers behind the words: empty for all who see the record, else what the declaration says of them';
comment on column record_words.last_event is 'The event up to which the record was read';
comment on column record_words.words is 'Besides words: @ and the institution in whose basket it lies, # and its service, = and the keyed hash of a number by which it is found';
create index record_words_found on record_words using gin (words) with (gin_pending_list_limit = 512);

create table search_progress (
  one boolean primary key default true check (one),
  up_to bigint not null,
  edition int not null default 0,
  below bigint
);
comment on table search_progress is 'One row: how far record_words follows the records';
comment on column search_progress.up_to is 'The words of all records are read up to this number of event.seq; what comes after is looked at';
comment on column search_progress.edition is 'By which rule words were read: another one of the program reads all of them anew';
comment on column search_progress.below is 'All records from this number on were read since; null when all were';
insert into search_progress (up_to) values (coalesce(pg_sequence_last_value('event_seq_seq'), 0));
revoke insert, delete, truncate on search_progress from diwan_program;

-- The planner does not know how common a word is when it makes a plan for any; both ways are said here.
create function search_candidates(wanted tsquery, most int) returns table (record_id bigint, audience text)
language plpgsql stable rows 1000
set enable_seqscan = off
as $$
begin
  return query select found.record_id, found.audience from record_words found where found.words @@ wanted limit most;
end
$$;
comment on function search_candidates is 'Records with these words, in no order: for words that are rare enough to read all of them';

create function search_newest(wanted tsquery, top bigint, most int) returns table (record_id bigint, audience text)
language plpgsql stable rows 1000
set enable_seqscan = off
set enable_bitmapscan = off
set enable_sort = off
as $$
begin
  return query select found.record_id, found.audience from record_words found
    where found.record_id < top and found.words @@ wanted order by found.record_id desc, found.audience desc limit most;
end
$$;
comment on function search_newest is 'The newest records with these words, from a number on: for words that are so common that they are soon found';
