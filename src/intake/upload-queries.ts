import { statement } from '../base/database.ts';
import type { StorageName } from '../outside/file-storage.ts';

/** How many bytes wait to be handed in or are still arriving, of one holder and of all, but for those that become this file. */
export const measureWaiting = statement<{ own: number; waiting: number }>(
  'upload/measure-waiting',
  `select coalesce(sum(size) filter (where holder = $1), 0)::float8 as own, coalesce(sum(size), 0)::float8 as waiting
   from (
     select size, holder from upload where record_id is null
     union all select length, holder from partial_upload where outcome is null and id is distinct from $2::uuid
   ) as waits`,
);

/**
 * Keeps a file where there is room for it: no more than $9 bytes of one holder and $10 of all may wait. Several that arrive
 * at the same moment do not see each other, so that the limits may be passed by as many.
 */
export const insertUpload = statement<{ own: number; waiting: number; kept: boolean }>(
  'upload/insert',
  `with waits as (
     select coalesce(sum(size) filter (where holder = $8), 0) as own, coalesce(sum(size), 0) as waiting
     from (
       select size, holder from upload where record_id is null
       union all select length, holder from partial_upload where outcome is null and id is distinct from $13::uuid
     ) as taken
   ), kept as (
     insert into upload (id, service, name, type, size, sha256, storage, holder, sealed, quarantined_at, preview, point)
     select $1::uuid, $2, $3, $4, $5::int, decode($6, 'hex'), $7, $8::bytea, $11::boolean, $12::timestamptz, $14::bytea, $15::text
     from waits where own + $5::int <= $9::bigint and waiting + $5::int <= $10::bigint
     returning id
   )
   select own::float8 as own, waiting::float8 as waiting, exists (select from kept) as kept from waits`,
);

/** Where a file lies that is to be copied under id $2; no row where that was done before. */
export const findToCopy = statement<{ storage: StorageName }>(
  'upload/find-to-copy',
  `select storage from upload
   where id = $1 and not sealed and storage is not null and not exists (select from upload where id = $2)`,
);

/** A file as it is once more under another id, its content in storage $3. */
export const copyUpload = statement(
  'upload/copy',
  `insert into upload (id, service, name, type, size, sha256, storage, quarantined_at, preview, point)
   select $2, service, name, type, size, sha256, $3, quarantined_at, preview, point from upload where id = $1
   on conflict (id) do nothing`,
);

export const touchUploads = statement(
  'upload/touch',
  'update upload set touched_at = now(), in_draft = true where id = any($1::uuid[]) and record_id is null',
);

export const deleteOldUploads = statement<{ id: string }>(
  'upload/delete-old',
  `with gone as (
     delete from upload
     where id in (
       select id from upload
       where record_id is null and touched_at < $2 and (touched_at < $1 or not in_draft)
       order by touched_at limit $3
     ) and record_id is null
     returning id
   ), keys as (
     delete from data_key using gone where data_key.owner = 'upload ' || gone.id
   )
   select id from gone`,
);

/** Of a record's own files. No row: it is another's, or nothing was handed in under that id. */
export const findUpload = statement<{
  type: string;
  storage: StorageName | null;
  sealed: boolean;
  quarantined: boolean;
}>(
  'upload/find',
  'select type, storage, sealed, quarantined_at is not null as quarantined from upload where id = $1 and record_id = $2',
);

/** Small pictures of files that are shown: of a record, or (no record) of what was just sent and is not encrypted. */
export const findPreview = statement<{
  preview: Buffer | null;
  type: string;
  storage: StorageName | null;
  sealed: boolean;
  quarantined: boolean;
}>(
  'upload/find-preview',
  `select preview, type, storage, sealed, quarantined_at is not null as quarantined from upload
   where id = $1 and record_id is not distinct from $2::bigint and (record_id is not null or not sealed)`,
);

export const keepPreview = statement(
  'upload/keep-preview',
  'update upload set preview = $2 where id = $1 and preview is null and storage is not null',
);
