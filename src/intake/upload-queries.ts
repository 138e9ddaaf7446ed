import { statement } from '../base/database.ts';

export const insertUpload = statement(
  'upload/insert',
  `insert into upload (id, service, name, type, size, sha256, content, sealed)
   values ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8)`,
);

/** Files as they are, once more under other ids; those that were copied before stay as they are. */
export const copyUploads = statement(
  'upload/copy',
  `insert into upload (id, service, name, type, size, sha256, content)
   select wanted.copy, upload.service, upload.name, upload.type, upload.size, upload.sha256, upload.content
   from unnest($1::uuid[], $2::uuid[]) as wanted(id, copy)
   join upload on upload.id = wanted.id
   on conflict (id) do nothing`,
);

export const touchUploads = statement(
  'upload/touch',
  'update upload set touched_at = now() where id = any($1::uuid[]) and record_id is null',
);

export const deleteOldUploads = statement<{ id: string }>(
  'upload/delete-old',
  `with gone as (
     delete from upload
     where id in (
       select id from upload where record_id is null and touched_at < $1 order by touched_at limit $2
     ) and record_id is null
     returning id
   ), keys as (
     delete from data_key using gone where data_key.owner = 'upload ' || gone.id
   )
   select id from gone`,
);

/** Of a record's own files. No row: it is another's, or nothing was handed in under that id. */
export const findContent = statement<{ type: string; content: Buffer | null; sealed: boolean }>(
  'upload/find-content',
  'select type, content, sealed from upload where id = $1 and record_id = $2',
);
