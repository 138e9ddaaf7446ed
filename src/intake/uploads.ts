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

/** How much may wait to be handed in, in bytes, and who it is counted for. */
export interface UploadRoom {
  /** A hash that stands for a client or an account. */
  readonly holder: Buffer;
  /** Of one holder. */
  readonly own: number;
  /** Of all together. */
  readonly all: number;
}

export type KeepOutcome =
  | { readonly file: KeptFile }
  | {
      readonly fault: Extract<CleanOutcome, { readonly fault: string }>['fault'] | 'uploads-full' | 'own-uploads-full';
    };

/** Days that a file is kept which no form being filled in names: sent through the API, or from a page that was left. */
export const looseDays = 2;

/** Judges a file and keeps it until it is handed in with a record, where there is room. */
export const keepUpload = async (
  { database, secrets, dataKeys }: UploadParts,
  service: string,
  sent: { readonly fileName: string; readonly data: Buffer },
  settings: Pick<FilesSettings, 'size' | 'types'> & Pick<Field, 'protect'>,
  room: UploadRoom,
): Promise<KeepOutcome> => {
  const clean = await cleanFile(sent.fileName, sent.data, settings);
  if ('fault' in clean) return clean;
  const { file, content } = clean;
  const { id, type, size } = file;
  const insert = async (queryable: Queryable, name: string, sha256: string, kept: Buffer, isSealed: boolean) => {
    const values = [id, service, name, type, size, sha256, kept, room.holder, room.own, room.all, isSealed];
    const [state] = await queryable.run(insertUpload, values);
    if (state?.kept) return { file };
    return { fault: (state?.own ?? 0) + size > room.own ? 'own-uploads-full' : 'uploads-full' } as const;
  };
  if (settings.protect !== 'sensitive') return insert(database, file.name, file.sha256, content, false);
  const [made] = await dataKeys.make([uploadOwner(id)]);
  if (!made) throw new Error('no key was made');
  const { name, sha256 } = uploadMarks(secrets, file);
  const sealed = seal(made.key, uploadOwner(id), content);
  return database.transaction(async (transaction) => {
    const outcome = await insert(transaction, name, sha256, sealed, true);
    if ('file' in outcome) await keepNewKeys(transaction, [made]);
    return outcome;
  });
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

/** Removes files that were never handed in, when the draft that names them goes or soon where none does; gives how many. */
export const sweepUploads = async (database: Queryable, now: Date, limit = 200): Promise<number> =>
  (await database.run(deleteOldUploads, [daysBefore(now, draftDays), daysBefore(now, looseDays), limit])).length;

const daysBefore = (now: Date, days: number): Date => new Date(+now - days * 86_400_000);
