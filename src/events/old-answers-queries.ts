import { statement } from '../base/database.ts';
import type { StorageName } from '../outside/file-storage.ts';

export interface OldAnswersRow {
  readonly upTo: number;
  readonly last: number;
  /** In how many records something was encrypted. */
  readonly sealed: number;
  readonly done: boolean;
}

export const findOldAnswers = statement<OldAnswersRow>(
  'old-answers/find',
  `select up_to as "upTo", last, sealed, done_at is not null as done from old_answers`,
);

/** Values: after this record, up to this one, how many. Of what is erased nothing is left. */
export const listOldRecords = statement<{ readonly id: number; readonly version: number }>(
  'old-answers/list',
  `select id, service_version as version from record where id > $1 and id <= $2 and erased_at is null order by id limit $3`,
);

/** Values: up to which record, in how many something was encrypted, whether all is done. Of two programs neither goes back. */
export const noteOldAnswers = statement(
  'old-answers/note',
  `update old_answers set up_to = greatest(up_to, $1), sealed = sealed + $2, done_at = case when $3 then coalesce(done_at, now()) end`,
);

/** Values: record. Nobody writes to it meanwhile. */
export const lockRecord = statement<{ readonly data: Readonly<Record<string, unknown>> }>(
  'old-answers/lock',
  'select data from record where id = $1 and erased_at is null for update',
);

export interface OldContentRow {
  readonly number: number;
  readonly salt: Buffer;
  readonly content: Readonly<Record<string, unknown>>;
}

/** Values: record. */
export const listContents = statement<OldContentRow>(
  'old-answers/contents',
  'select number, salt, content from event_content where record_id = $1 order by number',
);

/** Values: record, event, salt, content. */
export const putContent = statement(
  'old-answers/put-content',
  'update event_content set salt = $3, content = $4 where record_id = $1 and number = $2',
);

/** Values: record, answers for lists, whether the telephone number is nobody's to read. */
export const putListed = statement(
  'old-answers/put-listed',
  `with numbers as (update outbox set recipient = '' where record_id = $1 and channel = 'sms' and $3)
   update record set data = $2 where id = $1`,
);

export interface OpenFileRow {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly storage: StorageName;
}

/** Values: record, files. Those that lie there readable. */
export const listOpenFiles = statement<OpenFileRow>(
  'old-answers/files',
  `select id, name, encode(sha256, 'hex') as sha256, storage from upload
   where record_id = $1 and id = any($2::uuid[]) and not sealed and storage is not null`,
);

/** Values: file, name, SHA-256, each as it is kept when nobody may read it; its storage before and now. */
export const markSealedFile = statement<{ readonly id: string }>(
  'old-answers/mark-file',
  `update upload set name = $2, sha256 = decode($3, 'hex'), sealed = true, storage = $5,
     preview = null, point = null
   where id = $1 and not sealed and storage = $4 returning id`,
);

/** Values: file, content. */
export const replaceContent = statement(
  'old-answers/replace-content',
  'update file_content set content = $2 where key = $1',
);
