import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { messageOf, StartupError } from './startup-error.ts';

/**
 * One program per data folder. The lock is one that the kernel holds for the process and drops with it, however it ends,
 * so there is no stale lock to judge. Node has no flock(); SQLite, which is part of Node, takes just such a lock when a
 * transaction is opened as exclusive. Nothing is ever stored in that file, and nothing else may open it: closing any
 * other descriptor of it would drop the lock.
 */
export interface DataFolderLock {
  readonly release: () => void;
}

// Keeps the locks of this process from being collected as garbage, which would release them.
const held = new Set<DatabaseSync>();
const sqliteBusy = 5;

export const lockDataFolder = (folder: string): DataFolderLock => {
  const path = join(folder, 'running.lock');
  // Only tells whom to look for; the lock is what counts.
  const pidPath = join(folder, 'running.pid');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path);
    lock.exec('pragma busy_timeout = 0; begin exclusive');
    writeFileSync(pidPath, `${process.pid}\n`, { mode: 0o600 });
  } catch (cause) {
    lock?.close();
    if ((cause as { errcode?: number }).errcode === sqliteBusy) throw alreadyRunning(folder, pidPath, cause);
    throw new StartupError(
      `The data folder ${folder} cannot be locked (${path}: ${messageOf(cause)}). Is it yours, and is it on a local disk?`,
      { cause },
    );
  }
  const taken = lock;
  held.add(taken);
  return {
    release: () => {
      if (!held.delete(taken)) return;
      rmSync(pidPath, { force: true });
      taken.close();
    },
  };
};

const alreadyRunning = (folder: string, pidPath: string, cause: unknown): StartupError =>
  new StartupError(
    `Diwan is already running on the data folder ${folder}${describePid(pidPath)}. Stop it first, or set DIWAN_DATA (and PORT) to run a second one beside it.`,
    { cause },
  );

const describePid = (pidPath: string): string => {
  try {
    return `, as process ${readFileSync(pidPath, 'utf8').trim()}`;
  } catch {
    return '';
  }
};
