import type { Database, Queryable } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { seal, unseal } from '../base/sealed-box.ts';
import type { Secrets } from '../base/secrets.ts';
import { type FilesSettings, keptTypes } from '../definition/fields/files.ts';
import type { Field } from '../definition/service.ts';
import { type DataKeys, keepNewKeys, uploadOwner } from '../events/data-keys.ts';
import { openMarks, uploadMarks } from '../events/uploads.ts';
import type { KeptFile } from '../form/fields/files.ts';
import { StorageFailure } from '../outside/file-storage.ts';
import type { Files } from '../outside/files.ts';
import type { VirusScan } from '../outside/virus-scanner.ts';
import { type CleanFile, cleanFile, type CleanOutcome, previewOf } from './clean-file.ts';
import { draftDays } from './drafts.ts';
import {
  copyUpload,
  deleteOldUploads,
  findPreview,
  findToCopy,
  findUpload,
  insertUpload,
  keepPreview,
  measureWaiting,
  touchUploads,
} from './upload-queries.ts';
import { judge, recordInfected } from './virus-scan.ts';

/** What keeping files needs from the rest of the program. */
export interface UploadParts {
  readonly database: Database;
  readonly secrets: Pick<Secrets, 'mac'>;
  readonly dataKeys: DataKeys;
  readonly files: Files;
  readonly scan: VirusScan;
}

/** How much may wait to be handed in, in bytes, and who it is counted for. */
export interface UploadRoom {
  /** A hash that stands for a client or an account. */
  readonly holder: Buffer;
  /** Of one holder. */
  readonly own: number;
  /** Of all together. */
  readonly all: number;
  /** What arrived in pieces and becomes the file itself: it is not counted twice. */
  readonly without?: string;
}

export type KeepOutcome =
  | { readonly file: KeptFile }
  | {
      readonly fault:
        | Extract<CleanOutcome, { readonly fault: string }>['fault']
        | 'uploads-full'
        | 'own-uploads-full'
        | 'storage-away'
        | 'file-infected'
        | 'not-scanned';
    };

/** Days that a file is kept which no form being filled in names: sent through the API, or from a page that was left. */
export const looseDays = 2;

const previewPlace = (id: string): string => `${uploadOwner(id)} preview`;

type UploadSettings = Pick<FilesSettings, 'size' | 'types'> &
  Partial<Pick<FilesSettings, 'keepLocation'>> &
  Pick<Field, 'protect'>;

/** Judges a file and keeps it until it is handed in with a record, where there is room. */
export const keepUpload = async (
  parts: UploadParts,
  service: string,
  sent: { readonly fileName: string; readonly data: Buffer },
  settings: UploadSettings,
  room: UploadRoom,
): Promise<KeepOutcome> => {
  const clean = await cleanFile(sent.fileName, sent.data, settings);
  if ('fault' in clean) return clean;
  // Before its content is put anywhere: who has no room fills no disk.
  const full = await lacksRoom(parts.database, clean.file.size, room);
  if (full) return { fault: full };
  // As it was sent: what is made anew of a picture tells nothing of what came.
  const verdict = await judge(parts.scan, sent.data);
  if (verdict.kind === 'infected') {
    const { signature } = verdict;
    await recordInfected(parts.database, { service, signature, size: sent.data.length, wasKept: false });
    return { fault: 'file-infected' };
  }
  const isQuarantined = verdict.kind === 'away';
  if (isQuarantined && parts.scan.whenAway === 'refuse') return { fault: 'not-scanned' };
  try {
    return await keepClean(parts, service, { ...clean, isQuarantined }, settings, room);
  } catch (error) {
    if (error instanceof StorageFailure) return { fault: 'storage-away' };
    throw error;
  }
};

/** What stands against a file of that size; undefined: there is room. */
export const lacksRoom = async (
  database: Queryable,
  size: number,
  room: UploadRoom,
): Promise<'own-uploads-full' | 'uploads-full' | undefined> => {
  const [waits] = await database.run(measureWaiting, [room.holder, room.without ?? null]);
  return faultOfRoom(waits, size, room);
};

const faultOfRoom = (
  waits: { readonly own: number; readonly waiting: number } | undefined,
  size: number,
  { own, all }: UploadRoom,
): 'own-uploads-full' | 'uploads-full' | undefined => {
  if ((waits?.own ?? 0) + size > own) return 'own-uploads-full';
  return (waits?.waiting ?? 0) + size > all ? 'uploads-full' : undefined;
};

const keepClean = async (
  { secrets, dataKeys, files }: UploadParts,
  service: string,
  { file, content, preview, isQuarantined }: CleanFile & { readonly isQuarantined: boolean },
  { protect }: UploadSettings,
  room: UploadRoom,
): Promise<KeepOutcome> => {
  const { id, type, size } = file;
  const isSealed = protect === 'sensitive';
  const made = isSealed ? await dataKeys.make([uploadOwner(id)]) : [];
  const { name, sha256, point } = isSealed ? uploadMarks(secrets, file) : openMarks(file);
  const kept = made[0] ? seal(made[0].key, uploadOwner(id), content) : content;
  const small = made[0] && preview ? seal(made[0].key, previewPlace(id), preview) : preview;
  if (isSealed && !made[0]) throw new Error('no key was made');
  let outcome: KeepOutcome = { file };
  await files.keep(id, kept, async (transaction, storage) => {
    const since = isQuarantined ? new Date() : null;
    const { holder, own, all, without = null } = room;
    const values = [
      id,
      service,
      name,
      type,
      size,
      sha256,
      storage,
      holder,
      own,
      all,
      isSealed,
      since,
      without,
      small,
      point,
    ];
    const [state] = await transaction.run(insertUpload, values);
    if (!state?.kept) outcome = { fault: faultOfRoom(state, size, room) ?? 'uploads-full' };
    else await keepNewKeys(transaction, made);
    return state?.kept === true;
  });
  return outcome;
};

/** A file that is not sealed once more under another id, for another record; nothing happens where that was done before. */
export const copyFile = async (
  { database, files }: Pick<UploadParts, 'database' | 'files'>,
  id: string,
  copy: string,
): Promise<void> => {
  const [found] = await database.run(findToCopy, [id, copy]);
  const content = found && (await files.get(found.storage, id));
  if (!content) return;
  await files.keep(copy, content, async (transaction, storage) => {
    await transaction.run(copyUpload, [id, copy, storage]);
    return true;
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

/**
 * A file of a record, as an answer names it. Ask only for who may see that answer; undefined: it is not this
 * record's, or erased. What was not scanned yet is given to nobody.
 */
export const findFile = async (
  parts: Pick<UploadParts, 'database' | 'dataKeys' | 'files'>,
  { id, name }: Pick<KeptFile, 'id' | 'name'>,
  record: number,
): Promise<StoredFile | undefined> => {
  const { database, dataKeys, files } = parts;
  const [row] = await database.run(findUpload, [id, record]);
  if (row?.quarantined) throw new Problem(row.storage ? 'not-scanned-yet' : 'file-infected', { retryAfter: 300 });
  if (!row?.storage) return undefined;
  // What is moved at this very moment lies elsewhere when it is looked for again.
  const content = (await files.get(row.storage, id)) ?? (await findMoved(parts, id, record));
  if (!content || !row.sealed) return content && { name, type: row.type, content };
  const key = (await dataKeys.find(database, [uploadOwner(id)])).get(uploadOwner(id));
  return key && { name, type: row.type, content: unseal(key, uploadOwner(id), content) };
};

const findMoved = async (
  { database, files }: Pick<UploadParts, 'database' | 'files'>,
  id: string,
  record: number,
): Promise<Buffer | undefined> => {
  const [row] = await database.run(findUpload, [id, record]);
  if (!row?.storage) return undefined;
  const content = await files.get(row.storage, id);
  if (!content) throw new StorageFailure(`a file is not in its storage (${row.storage})`);
  return content;
};

/**
 * A small picture of a file of a record, or of one that was just sent: what is not scanned yet, or no picture, has none. Made
 * when it is first asked for where it was not when the file came.
 */
export const findPreviewOf = async (
  parts: Pick<UploadParts, 'database' | 'dataKeys' | 'files'>,
  id: string,
  record: number | undefined,
): Promise<Buffer | undefined> => {
  const { database, dataKeys, files } = parts;
  const [row] = await database.run(findPreview, [id, record ?? null]);
  if (!row?.storage || row.quarantined || row.type !== keptTypes.image) return undefined;
  const key = row.sealed ? (await dataKeys.find(database, [uploadOwner(id)])).get(uploadOwner(id)) : undefined;
  if (row.sealed && !key) return undefined;
  if (row.preview) return key ? unseal(key, previewPlace(id), row.preview) : row.preview;
  const content = await files.get(row.storage, id);
  if (!content) return undefined;
  const preview = await previewOf(key ? unseal(key, uploadOwner(id), content) : content);
  await database.run(keepPreview, [id, key ? seal(key, previewPlace(id), preview) : preview]);
  return preview;
};

/** Removes files that were never handed in, when the draft that names them goes or soon where none does; gives how many. */
export const sweepUploads = async (database: Queryable, now: Date, limit = 200): Promise<number> =>
  (await database.run(deleteOldUploads, [daysBefore(now, draftDays), daysBefore(now, looseDays), limit])).length;

const daysBefore = (now: Date, days: number): Date => new Date(+now - days * 86_400_000);
