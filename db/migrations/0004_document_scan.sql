-- Checks of documents by signed-in officers: how much of what is issued is looked at, where it fails. What the document
-- says is not repeated here, and a check without an account leaves no row.

create table document_scan (
  id bigint generated always as identity primary key,
  document_id bigint,
  account_id uuid not null,
  at timestamptz not null,
  verdict text not null,
  received_at timestamptz not null default now()
);
comment on table document_scan is 'Documents that officers checked while signed in, with or without connection at that time';
comment on column document_scan.document_id is 'Null when nothing signed by us could be read from the code';
comment on column document_scan.at is 'When it was checked, by the clock of the device';
comment on column document_scan.verdict is 'valid, not-yet-valid, expired, revoked, unchecked-revocation, key-not-valid, unknown-key, tampered, not-a-document';
comment on column document_scan.received_at is 'When the count reached the program; later than at when the device was offline';
create unique index document_scan_once on document_scan (account_id, at, document_id) nulls not distinct;
create index document_scan_document on document_scan (document_id);

revoke update, delete, truncate on document_scan from diwan_program;
