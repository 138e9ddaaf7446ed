import { statement } from '../base/database.ts';
import type { StorageName } from './file-storage.ts';

/** Before a content is put: should its row never be written, it goes after an hour. */
export const noteComing = statement(
  'files/note-coming',
  `insert into content_to_remove (storage, key, due_at) values ($1, $2, now() + interval '1 hour')
   on conflict (key, storage) do update set due_at = excluded.due_at`,
);

/** With the row that names it: it has come to stay. */
export const noteArrived = statement(
  'files/note-arrived',
  'delete from content_to_remove where storage = $1 and key = $2',
);

export const letGoNow = statement(
  'files/let-go-now',
  'update content_to_remove set due_at = now() where storage = $1 and key = $2',
);

/** What is due to go and really named by no row, the longest due first. */
export const listDue = statement<{ storage: StorageName; key: string }>(
  'files/list-due',
  `select storage, key from content_to_remove due
   where due_at <= now()
     and not exists (select from upload where upload.id::text = due.key and upload.storage = due.storage)
   order by due_at limit $1`,
);

/** One of these, held until the transaction ends: whoever puts something under that key meanwhile waits. */
export const holdDue = statement<{ key: string }>(
  'files/hold-due',
  `select key from content_to_remove due
   where storage = $1 and key = $2 and due_at <= now()
     and not exists (select from upload where upload.id::text = due.key and upload.storage = due.storage)
   for update skip locked`,
);

/** Tried again later and later, up to a day. */
export const notGone = statement(
  'files/not-gone',
  `update content_to_remove
   set failures = failures + 1, due_at = now() + least(interval '1 day', interval '1 minute' * 2 ^ least(failures, 12))
   where storage = $1 and key = $2`,
);

export interface StorageContentRow {
  readonly storage: StorageName;
  readonly files: number;
  readonly bytes: number;
}

export const measureStorages = statement<StorageContentRow>(
  'files/measure-storages',
  `select storage, count(*) as files, sum(size::bigint)::bigint as bytes
   from upload where storage is not null group by storage`,
);

export const countDue = statement<{ due: number; failing: number }>(
  'files/count-due',
  `select count(*) as due, count(*) filter (where failures > 0) as failing from content_to_remove
   where due_at <= now() or failures > 0`,
);
