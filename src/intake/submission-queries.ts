import { statement } from '../base/database.ts';

export interface KeyRow {
  readonly key: string;
  readonly service: string;
  readonly data_mac: Buffer;
  readonly record_id: number;
  readonly state: string;
}

export const findKeys = statement<KeyRow>(
  'intake/find-keys',
  `select record.key, record.service, record.key_mac as data_mac, record.id as record_id, record.key_state as state
   from unnest($1::uuid[], $2::text[]) as wanted(key, service)
   join record using (key, service)`,
);

/** The documents that a record issued at the moment it was submitted. */
export const findFirstDocuments = statement<{ id: number; kind: string; credential: string }>(
  'intake/find-first-documents',
  `select document.id, document.kind, document.credential
   from record
   join event on event.record_id = record.id and event.at = record.submitted_at
   cross join json_to_recordset(event.facts -> 'issued') as issued(id bigint)
   join document on document.id = issued.id
   where record.id = $1
   order by document.id`,
);
