import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { findErrorCode, messageOf, StartupError } from './startup-error.ts';

/** Makes the data folder, readable by its owner only, or says why it cannot be used. */
export const openDataFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new StartupError(
      `The data folder ${folder} cannot be used: ${reasonFor(cause)} DIWAN_DATA says where it is.`,
      { cause },
    );
  }
};

const reasonFor = (cause: unknown): string => {
  switch (findErrorCode(cause)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'there is a file of that name.';
    case 'EACCES':
    case 'EPERM':
      return 'this account may not read and write it. Start as its owner, or change its owner with chown.';
    case 'ENOENT':
      return 'it does not exist and cannot be made where it should be.';
    case 'EROFS':
      return 'it lies on a disk that is read-only.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Free some space.';
    default:
      return `${messageOf(cause)}.`;
  }
};

const mebibyte = 1024 * 1024;

/** Refuses to start a database that would stop at its first write. `needed` in MiB. */
export const requireDiskSpace = (folder: string, needed: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / mebibyte);
  if (free >= needed) return;
  throw new StartupError(
    `The disk of ${folder} is full: ${free} MB are free and at least ${needed} MB are needed. Free some space, then start again.`,
  );
};
