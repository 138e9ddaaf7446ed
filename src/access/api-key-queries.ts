import { statement } from '../base/database.ts';

export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly role: string;
  readonly services: readonly string[] | null;
  readonly per_minute: number;
  readonly start: string;
  readonly valid_until: Date;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly replaces: string | null;
  readonly ends_at: Date | null;
  readonly ended_by: string | null;
  readonly demonstration: boolean;
}

const columns =
  'id, name, institution, role, services, per_minute, start, valid_until, created_by, created_at, replaces, ends_at, ended_by, demonstration';

/** Values: hash. Whichever key it is, also one that has ended. */
export const findKeyByHash = statement<ApiKeyRow>(
  'api-key/find-by-hash',
  `select ${columns} from api_key where hash = $1`,
);

export const findKeyById = statement<ApiKeyRow>('api-key/find', `select ${columns} from api_key where id = $1`);

/** Every key, the latest first; who may see each depends on grants. */
export const listKeys = statement<ApiKeyRow>(
  'api-key/list',
  `select ${columns} from api_key order by created_at desc, id`,
);

/** Values: name, institution, role, services or null, per minute, start, hash, until, account or null, key replaced or null, demonstration. */
export const insertKey = statement<{ id: string }>(
  'api-key/insert',
  `insert into api_key (name, institution, role, services, per_minute, start, hash, valid_until, created_by, replaces, demonstration)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (hash) do nothing
   returning id`,
);

/** Values: key, when, account. No row: it ends no later than that already. */
export const endKeyAt = statement<{ id: string }>(
  'api-key/end',
  `update api_key set ends_at = $2, ended_by = $3
   where id = $1 and $2 < valid_until and (ends_at is null or $2 < ends_at)
   returning id`,
);

/** Values: keys, days, requests, refused, last moments: what happened since it was written last. */
export const addKeyUse = statement(
  'api-key/add-use',
  `insert into api_key_use (key_id, day, requests, refused, last_at)
   select * from unnest($1::uuid[], $2::date[], $3::bigint[], $4::bigint[], $5::timestamptz[])
   on conflict (key_id, day) do update set
     requests = api_key_use.requests + excluded.requests,
     refused = api_key_use.refused + excluded.refused,
     last_at = greatest(api_key_use.last_at, excluded.last_at)`,
);

export interface KeyUseRow {
  readonly key_id: string;
  /** Such as 2026-11-22. */
  readonly day: string;
  readonly requests: number;
  readonly refused: number;
  readonly last_at: Date;
}

/** Values: keys. Their use on each day of the last thirty, the latest first. */
export const listKeyUse = statement<KeyUseRow>(
  'api-key/list-use',
  `select key_id, day::text as day, requests, refused, last_at
   from api_key_use
   where key_id = any($1) and day > current_date - 30
   order by day desc`,
);
