import { statement } from '../base/database.ts';

export interface KeptRow {
  readonly id: number;
  readonly service: string;
  readonly version: number;
  readonly updatedAt: Date;
}

// $1 says for each version of a service since when its records may have been over to be erased.
const kept = `json_to_recordset($1) as kept(service text, version int, since timestamptz)`;
const isOver = `record.service = kept.service and record.service_version = kept.version and record.erased_at is null
       and record.submitted_at < kept.since and record.updated_at < kept.since
       and not record.open and record.deadline is null and record.next_at is null`;

/** Records whose time seems over, with ids above $2: at most $3. Those that failed within a day ($4: since) are left alone. */
export const listToErase = statement<KeptRow>(
  'retention/list-to-erase',
  `select record.id, record.service, record.service_version as version, record.updated_at as "updatedAt"
   from ${kept} cross join lateral (
     select * from record
     where ${isOver} and record.id > $2::bigint
       and not exists (select from erasure_failure failure where failure.record_id = record.id and failure.at > $4)
     order by record.submitted_at
     limit $3
   ) record
   order by record.id
   limit $3`,
);

export interface ErasurePreviewRow {
  readonly service: string;
  readonly count: number;
  readonly first: Date;
}

/** By service, how many records would be erased until the moments that $1 says, and since when the longest of them is over. */
export const previewErasures = statement<ErasurePreviewRow>(
  'retention/preview',
  `select kept.service, count(*) as count, min(record.updated_at) as first
   from ${kept} join record on ${isOver}
   group by kept.service
   order by kept.service`,
);

export const keepErasureFailure = statement(
  'retention/keep-failure',
  `insert into erasure_failure (record_id, at, error) values ($1, $2, $3)
   on conflict (record_id) do update set at = excluded.at, error = excluded.error`,
);

export const listErasureFailures = statement<{ id: number; service: string; at: Date; error: string }>(
  'retention/list-failures',
  `select record.id, record.service, failure.at, failure.error
   from erasure_failure failure join record on record.id = failure.record_id
   order by failure.at desc
   limit 50`,
);

/** Delivered and failed messages that are older than $1: at most $2. */
export const purgeMessages = statement<{ id: number }>(
  'retention/purge-messages',
  `delete from outbox
   where id in (select id from outbox where status <> 'waiting' and created_at < $1 order by id limit $2)
     and status <> 'waiting'
   returning id`,
);
