-- Records, their events, and what is kept with them. Two rules shape these tables:
--   * an event is never changed or removed by the program: it may only insert and read (see the grants at the end);
--   * what may have to be erased one day (personal words) stands apart from the event, which holds only a commitment to it.
-- Ids of records and documents are handed out in blocks (see "increment by"), so that numbering costs no round trip.

create sequence record_id_block as bigint start with 1000 increment by 1000;
comment on sequence record_id_block is 'Hands out the first of 1000 record ids to one program; ids may have gaps after a restart';

create sequence document_id_block as bigint start with 1000 increment by 1000;
comment on sequence document_id_block is 'Hands out the first of 1000 document ids to one program';

create table service_version (
  id int generated always as identity primary key,
  service text not null,
  digest text not null,
  files jsonb not null,
  published_at timestamptz not null default now(),
  unique (service, digest)
);
comment on table service_version is 'Every declaration that was ever live, whole: a record stays on the one it was made under';
comment on column service_version.files is 'File name to text, as read from the service''s folder';

create table record (
  id bigint primary key,
  service text not null,
  service_version int not null,
  state text not null,
  open boolean not null,
  institution text not null,
  escalated boolean not null default false,
  due_at timestamptz,
  deadline text,
  data jsonb not null,
  channel text not null,
  locale text not null,
  submitted_at timestamptz not null,
  updated_at timestamptz not null,
  last_event int not null,
  key uuid,
  key_mac bytea,
  key_state text
);
comment on table record is 'The present state of each record: a projection of its events that is written in their transaction';
comment on column record.open is 'Somebody in an institution has to act; only these rows are in the worklist''s index';
comment on column record.institution is 'Whose basket it lies in';
comment on column record.due_at is 'When the running deadline passes; null when none runs or it is paused';
comment on column record.last_event is 'Number of the last event: a writer that read an older one has to read again';
comment on column record.key is 'Chosen by the sender; sent again, it gets the same answer';
comment on column record.key_mac is 'Keyed hash of what was sent: the same key with other data is refused';
comment on column record.key_state is 'The state that was answered';
create unique index record_key on record (key, service);
create index record_worklist on record (institution, due_at, id) where open;
create index record_due on record (due_at) where due_at is not null;

create table event (
  seq bigint generated always as identity,
  record_id bigint not null,
  number int not null,
  kind text not null,
  at timestamptz not null,
  actor json not null,
  facts json not null,
  commitment bytea,
  digest bytea not null,
  primary key (record_id, number)
);
comment on table event is 'What happened to each record, append-only. Facts are never personal; personal words are in event_content';
comment on column event.seq is 'The order in which events were written; readers of the feed ask for those past the last one they know';
comment on column event.facts is 'As text (json, not jsonb): always read whole, and cheaper to write';
comment on column event.actor is 'Who: {"kind": "applicant" | "system"} or {"kind": "account", "account", "role", "institution"}';
comment on column event.commitment is 'SHA-256 of salt and content; null when the event has no content';
comment on column event.digest is 'SHA-256 over the previous digest of the record and this event: a chain per record';

-- Events lie on disk in the order of seq, so a summary per range of pages finds them as well as a tree that every insert pays for.
create index event_seq on event using brin (seq) with (pages_per_range = 32, autosummarize = on);

create table event_content (
  record_id bigint not null,
  number int not null,
  salt bytea not null,
  content json not null,
  primary key (record_id, number)
);
comment on table event_content is 'The personal part of an event; erasing it (and its salt) leaves the trail whole and tells nothing';

create table tally (
  key bytea not null,
  name text not null,
  service text not null,
  n int not null,
  primary key (key, name, service)
) with (fillfactor = 80);
comment on table tally is 'Declared counts over records (how many approved permits has this phone that day), kept as running numbers';
comment on column tally.key is 'Keyed hash of the values that the counted records share';

create table document (
  id bigint primary key,
  record_id bigint not null,
  kind text not null,
  issued_at timestamptz not null,
  valid_from timestamptz,
  valid_until timestamptz,
  credential text not null,
  revoked_at timestamptz,
  revocation_reason text
);
comment on table document is 'Signed documents that records issued; the id is also the position in the status list';
comment on column document.record_id is 'The events of the record say which documents it issued: no index is needed the other way';
comment on column document.credential is 'The text of the QR code';
create index document_revoked on document (id) where revoked_at is not null;

create table outbox (
  id bigint generated always as identity primary key,
  record_id bigint not null,
  template text not null,
  channel text not null check (channel in ('sms', 'email')),
  recipient text not null,
  locale text not null,
  values jsonb not null default '{}',
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
comment on table outbox is 'Messages to deliver, inserted with the event that causes them; the words are made when sent, since they hold a secret';
create index outbox_waiting on outbox (channel, next_attempt_at) where status = 'waiting';
create index outbox_failed on outbox (id) where status = 'failed';

create table draft (
  id uuid primary key,
  service text not null,
  service_version int not null,
  locale text not null,
  answers jsonb not null,
  updated_at timestamptz not null default now()
);
comment on table draft is 'Answers of forms that are being filled in, page by page; removed when submitted or after some days';
create index draft_updated on draft (updated_at);

revoke update, delete, truncate on event from diwan_program;
revoke delete, truncate on record, document, service_version from diwan_program;
revoke update on service_version from diwan_program;
