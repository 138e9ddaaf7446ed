import type { Database, Queryable } from '../base/database.ts';
import { seal, unseal } from '../base/sealed-box.ts';
import type { Secrets } from '../base/secrets.ts';
import type { FilesSettings } from '../definition/fields/files.ts';
import type { Field } from '../definition/service.ts';
import { type DataKeys, keepNewKeys, uploadOwner } from '../events/data-keys.ts';
import { uploadMarks } from '../events/uploads.ts';
import type { KeptFile } from '../form/fields/files.ts';
import { cleanFile, type CleanOutcome } from './clean-file.ts';
import { draftDays } from './drafts.ts';
import { deleteOldUploads, findContent, insertUpload, touchUploads } from './upload-queries.ts';

/** What keeping files needs from the rest of the program. */
export interface UploadParts {
  readonly database: Database;
  readonly secrets: Pick<Secrets, 'mac'>;
  readonly dataKeys: DataKeys;
}

/** Judges a file and keeps it until it is handed in with a record. */
export const keepUpload = async (
  { database, secrets, dataKeys }: UploadParts,
  service: string,
  sent: { readonly fileName: string; readonly data: Buffer },
  settings: Pick<FilesSettings, 'size' | 'types'> & Pick<Field, 'protect'>,
): Promise<{ readonly file: KeptFile } | Extract<CleanOutcome, { readonly fault: string }>> => {
  const clean = await cleanFile(sent.fileName, sent.data, settings);
  if ('fault' in clean) return clean;
  const { file, content } = clean;
  const { id, type, size } = file;
  if (settings.protect !== 'sensitive') {
    await database.run(insertUpload, [id, service, file.name, type, size, file.sha256, content, false]);
    return { file };
  }
  const [made] = await dataKeys.make([uploadOwner(id)]);
  if (!made) throw new Error('no key was made');
  const { name, sha256 } = uploadMarks(secrets, file);
  const sealed = seal(made.key, uploadOwner(id), content);
  await database.transaction(async (transaction) => {
    await transaction.run(insertUpload, [id, service, name, type, size, sha256, sealed, true]);
    await keepNewKeys(transaction, [made]);
  });
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

/** A file of a record, as an answer names it. Ask only for who may see that answer; undefined: it is not this record's, or erased. */
export const findFile = async (
  { database, dataKeys }: Pick<UploadParts, 'database' | 'dataKeys'>,
  { id, name }: Pick<KeptFile, 'id' | 'name'>,
  record: number,
): Promise<StoredFile | undefined> => {
  const [row] = await database.run(findContent, [id, record]);
  if (!row?.content) return undefined;
  if (!row.sealed) return { name, type: row.type, content: row.content };
  const key = (await dataKeys.find(database, [uploadOwner(id)])).get(uploadOwner(id));
  return key && { name, type: row.type, content: unseal(key, uploadOwner(id), row.content) };
};

/** Removes files that were never handed in, as long after their form was last touched as its draft is kept; gives how many. */
export const sweepUploads = async (database: Queryable, now: Date, limit = 200): Promise<number> =>
  (await database.run(deleteOldUploads, [new Date(+now - draftDays * 86_400_000), limit])).length;
