-- Records that civil servants enter: a form half filled in is theirs, on whatever machine they sign in.

create table entry_draft (
  draft_id uuid primary key references draft (id) on delete cascade,
  service text not null,
  account_id uuid not null references auth_user (id),
  role text not null,
  institution text not null,
  channel text not null,
  locale text not null,
  begun_at timestamptz not null default now()
);
comment on table entry_draft is 'Forms that civil servants are filling in for somebody: who, for which institution, and by which channel it came; the answers are in draft';
comment on column entry_draft.locale is 'The language in which the person concerned is written to, whatever the clerk reads';
comment on column entry_draft.role is 'The role under which it will be entered';
create index entry_draft_account on entry_draft (account_id, service);
