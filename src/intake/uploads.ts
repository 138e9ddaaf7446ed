import type { Queryable } from '../base/database.ts';
import type { FilesSettings } from '../definition/fields/files.ts';
import type { KeptFile } from '../form/fields/files.ts';
import { cleanFile, type CleanOutcome } from './clean-file.ts';
import { draftDays } from './drafts.ts';
import { deleteOldUploads, findContent, insertUpload, touchUploads } from './upload-queries.ts';

/** Judges a file and keeps it until it is handed in with a record. */
export const keepUpload = async (
  database: Queryable,
  service: string,
  sent: { readonly fileName: string; readonly data: Buffer },
  settings: Pick<FilesSettings, 'size' | 'types'>,
): Promise<{ readonly file: KeptFile } | Extract<CleanOutcome, { readonly fault: string }>> => {
  const clean = await cleanFile(sent.fileName, sent.data, settings);
  if ('fault' in clean) return clean;
  const { file, content } = clean;
  await database.run(insertUpload, [file.id, service, file.name, file.type, file.size, file.sha256, content]);
  return { file };
};

/** Their form is still being filled in. */
export const touchFiles = async (database: Queryable, files: readonly KeptFile[]): Promise<void> => {
  if (files.length > 0) await database.run(touchUploads, [files.map(({ id }) => id)]);
};

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A file of a record. Ask only for who may see the answer that names it; undefined: it is not this record's, or erased. */
export const findFile = async (database: Queryable, id: string, record: number): Promise<StoredFile | undefined> => {
  const [row] = await database.run(findContent, [id, record]);
  return row?.content ? { name: row.name, type: row.type, content: row.content } : undefined;
};

/** Removes files that were never handed in, as long after their form was last touched as its draft is kept; gives how many. */
export const sweepUploads = async (database: Queryable, now: Date, limit = 200): Promise<number> =>
  (await database.run(deleteOldUploads, [new Date(+now - draftDays * 86_400_000), limit])).length;
