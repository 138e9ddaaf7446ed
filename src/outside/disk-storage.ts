import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileStorage, StorageFailure } from './file-storage.ts';

/**
 * In a folder of this machine, a file for each key in folders by its first letters: `ab/cd/abcd…`. A content is written
 * beside, brought to the disk and then renamed, so that a key names a whole content or none, whatever happens.
 */
const keyPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What a power cut left half written goes after this time. */
const staleMilliseconds = 86_400_000;

export const createDiskStorage = (folder: string): FileStorage => {
  const drafts = join(folder, 'incoming');
  const folderOf = (key: string): string => {
    // Keys are the program's own; anything else would be a path.
    if (!keyPattern.test(key)) throw new StorageFailure('a key is not of the form that files have');
    return join(folder, key.slice(0, 2), key.slice(2, 4));
  };
  let opened: Promise<void> | undefined;
  const openOnce = () =>
    (opened ??= prepare(folder, drafts).catch((error: unknown) => {
      opened = undefined;
      throw error;
    }));

  return {
    put: (key, content) =>
      failing(async () => {
        await openOnce();
        const home = folderOf(key);
        const draft = join(drafts, `${key}.${randomBytes(6).toString('hex')}`);
        try {
          await writeToDisk(draft, content);
          const made = await mkdir(home, { recursive: true, mode: 0o700 });
          await rename(draft, join(home, key));
          await syncFolder(home);
          if (made !== undefined) await Promise.all([syncFolder(join(home, '..')), syncFolder(folder)]);
        } catch (error) {
          await rm(draft, { force: true });
          throw error;
        }
      }),
    get: (key) =>
      failing(async () => {
        try {
          return await readFile(join(folderOf(key), key));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
          throw error;
        }
      }),
    remove: (key) => failing(() => rm(join(folderOf(key), key), { force: true })),
    check: () =>
      failing(async () => {
        await openOnce();
        const probe = join(drafts, `probe.${randomBytes(6).toString('hex')}`);
        await writeFile(probe, 'probe', { mode: 0o600 });
        await rm(probe, { force: true });
      }),
  };
};

const prepare = async (folder: string, drafts: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(drafts, { recursive: true, mode: 0o700 });
  for (const name of await readdir(drafts)) {
    const path = join(drafts, name);
    // oxlint-disable-next-line no-await-in-loop -- seldom more than none
    const found = await stat(path).catch(() => undefined);
    // oxlint-disable-next-line no-await-in-loop -- likewise
    if (found && +found.mtime < Date.now() - staleMilliseconds) await rm(path, { force: true });
  }
};

const writeToDisk = async (path: string, content: Buffer): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Windows does not let folders be opened, and brings names to the disk by itself. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

const failing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof StorageFailure) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw new StorageFailure(`the folder of files cannot be used (${code ?? (cause as Error).name})`, { cause });
  }
};
