import { statement } from '../base/database.ts';

/** What a record's page for civil servants shows besides the record. */
export interface AccountNameRow {
  readonly id: string;
  readonly name: string;
  readonly nameLatin: string;
}

/** Values: accounts, and keys of institutions' own systems. */
export const listAccountNames = statement<AccountNameRow>(
  'record-desk/account-names',
  `select id, name, name_latin as "nameLatin" from account where id = any($1::uuid[])
   union all
   select id, name, name from api_key where id = any($1::uuid[])`,
);

export interface RecordMessageRow {
  readonly id: number;
  readonly template: string;
  readonly channel: 'sms' | 'email';
  readonly recipient: string;
  readonly status: 'waiting' | 'sent' | 'failed';
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly lastError: string | null;
}

export const listRecordMessages = statement<RecordMessageRow>(
  'record-desk/messages',
  `select id, template, channel, recipient, status, created_at as "createdAt", sent_at as "sentAt", last_error as "lastError"
   from outbox
   where record_id = $1
   order by id desc
   limit 50`,
);

export interface ScanCountRow {
  readonly documentId: number;
  readonly count: number;
  readonly last: Date;
}

export const countScansOfDocuments = statement<ScanCountRow>(
  'record-desk/scans',
  `select document_id as "documentId", count(*) as count, max(at) as last from document_scan where document_id = any($1) group by document_id`,
);

export interface OwnScanRow {
  readonly verdict: string;
  readonly total: number;
  readonly today: number;
}

/** How many documents an account has checked, by what was found; $2 is the beginning of the day. */
export const countOwnScans = statement<OwnScanRow>(
  'record-desk/own-scans',
  `select verdict, count(*) as total, count(*) filter (where at >= $2) as today from document_scan where account_id = $1 group by verdict order by verdict`,
);
