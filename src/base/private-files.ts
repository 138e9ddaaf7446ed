import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.ts';

/**
 * Files that nobody but the program may read: keys and secrets. What others could read is refused rather than used,
 * because a key that was once readable can no longer be trusted to be the program's alone.
 */
const othersMay = 0o077;

/** The folder, made with mode 700 when it is missing. */
export const openPrivateFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new StartupError(`The folder ${folder} could not be made: ${reasonOf(cause)}.`, { cause });
  }
  refuseIfShared(folder, '700');
};

/** The content of a private file, or undefined when there is none. */
export const findPrivateFile = (path: string): Buffer | undefined => {
  try {
    refuseIfShared(path, '600');
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof StartupError) throw cause;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartupError(`The file ${path} could not be read: ${reasonOf(cause)}.`, { cause });
  }
};

/**
 * Writes a new private file: whole and on disk, or not at all. Never replaces one; false when it exists already, which
 * means that another program was quicker.
 */
export const createPrivateFile = (folder: string, name: string, content: string | Buffer): boolean => {
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}`);
  try {
    const file = openSync(draft, 'wx', 0o600);
    try {
      writeSync(file, typeof content === 'string' ? Buffer.from(content) : content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(draft, join(folder, name));
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new StartupError(`The file ${join(folder, name)} could not be written: ${reasonOf(cause)}.`, { cause });
  } finally {
    rmSync(draft, { force: true });
  }
};

// Windows has no such modes; there the folder's access list is the operator's to set.
const refuseIfShared = (path: string, mode: string): void => {
  if (process.platform === 'win32' || (statSync(path).mode & othersMay) === 0) return;
  throw new StartupError(
    `${path} can be read by other accounts of this machine. If nobody has misused that, run: chmod ${mode} '${path}'`,
  );
};

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
