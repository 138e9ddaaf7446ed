import { statement } from '../base/database.ts';

/**
 * Makes files a record's own. Gives those that now are: neither another record's, nor other than what is said of them.
 * A row that somebody else takes at the same moment is waited for, and then found taken.
 */
export const claimUploads = statement<{ id: string; record_id: number }>(
  'upload/claim',
  `update upload set record_id = wanted.record_id, holder = null
   from jsonb_to_recordset($1::jsonb)
     as wanted(record_id bigint, service text, id uuid, name text, type text, size int, sha256 text, point text, sealed boolean)
   where upload.id = wanted.id
     and upload.service = wanted.service
     and (upload.record_id is null or upload.record_id = wanted.record_id)
     and upload.name = wanted.name and upload.type = wanted.type and upload.size = wanted.size
     and upload.sha256 = decode(wanted.sha256, 'hex') and upload.sealed = wanted.sealed
     and upload.point is not distinct from wanted.point
   returning upload.id, upload.record_id`,
);
