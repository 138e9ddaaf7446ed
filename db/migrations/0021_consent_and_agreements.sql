-- What institutions agreed to show each other, and every record that was read under such an agreement.

create table agreement (
  id bigint generated always as identity primary key,
  giver text not null,
  receiver text not null,
  service text not null,
  fields text[] not null check (cardinality(fields) > 0),
  role text not null,
  purpose jsonb not null,
  legal_basis text not null,
  needs_consent text,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  proposed_side text not null check (proposed_side in ('giver', 'receiver')),
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  accepted boolean,
  decided_by uuid,
  decided_at timestamptz,
  ended_side text check (ended_side in ('giver', 'receiver')),
  ended_by uuid,
  ended_at timestamptz,
  ended_because text,
  check (receiver <> giver),
  check (valid_until > valid_from and valid_until <= valid_from + interval '5 years 1 day'),
  check ((accepted is null) = (decided_at is null) and (decided_at is null) = (decided_by is null)),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_side is null)),
  check (decided_by <> proposed_by)
);
comment on table agreement is 'What one institution may read of another''s records, proposed by one side and accepted by the other. What it says never changes: it is decided on once, and ended once';
comment on column agreement.giver is 'Code of the institution whose records are read';
comment on column agreement.receiver is 'Code of the institution that reads them';
comment on column agreement.fields is 'Names of the answers that are read; "state" is where the record stands';
comment on column agreement.role is 'The role that reads them, at the receiving institution or above it';
comment on column agreement.purpose is 'What for, in each language: the person whose data they are reads it';
comment on column agreement.legal_basis is 'The law or decision that it rests on, in the words of that text';
comment on column agreement.needs_consent is 'The purpose of the service to which the person must consent; null: it holds without';
comment on column agreement.accepted is 'What the other side decided; null while it has not';
comment on column agreement.ended_at is 'Set once, by either side, before it ends by itself';
create index agreement_giver on agreement (giver);
create index agreement_receiver on agreement (receiver);
create index agreement_service on agreement (service);

create function keep_agreement() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or (old.accepted is false) then
    raise exception 'agreement % is over; make a new one', old.id;
  end if;
  if old.accepted is not null and (new.accepted, new.decided_by, new.decided_at) is distinct from (old.accepted, old.decided_by, old.decided_at) then
    raise exception 'agreement % was decided on already', old.id;
  end if;
  return new;
end $$;
create trigger agreement_is_kept before update on agreement for each row execute function keep_agreement();
revoke update, delete, truncate on agreement from diwan_program;
grant update (accepted, decided_by, decided_at, ended_side, ended_by, ended_at, ended_because) on agreement to diwan_program;

create table agreement_reading (
  agreement_id bigint not null references agreement (id),
  record_id bigint not null,
  at timestamptz not null default now(),
  reader uuid not null,
  way text not null check (way in ('page', 'api', 'export'))
);
comment on table agreement_reading is 'Each record that was given to somebody under an agreement, append-only, written before it is given';
comment on column agreement_reading.reader is 'The account, or the key of a system';
create index agreement_reading_use on agreement_reading (agreement_id, at);
revoke update, delete, truncate on agreement_reading from diwan_program;
