import { statSync } from 'node:fs';
import { openPrivateFolder } from '../base/private-files.ts';
import type { PublishedKeySet } from './credential-format.ts';
import { announcedFor, createKeyFile, readKeyFiles, signsFor } from './key-files.ts';
import type { SigningKey } from './sign.ts';

/**
 * The keys that documents are signed with, kept in a folder outside the database. The first one is made at the first
 * start; every two years the next one is announced a week ahead and takes over by itself; old ones stay published until
 * the documents that they signed have expired. Files added or taken away by a person count within a minute.
 */
export interface KeyRing {
  /** The newest key whose time has come. */
  readonly signer: (now: Date) => SigningKey;
  /** The body of `/.well-known/diwan/keys.json`: every key that is or soon will be trusted. */
  readonly publicKeySet: (now: Date) => PublishedKeySet;
}

/** Milliseconds between two looks at the folder. */
const lookEvery = 60_000;

/**
 * @param onProblem hears of a folder that can no longer be read; the keys read before stay in use. At the start the same
 *   is a StartupError.
 */
export const openKeys = (folder: string, now: Date, onProblem: (problem: unknown) => void): KeyRing => {
  openPrivateFolder(folder);
  let seen = changeOf(folder);
  let keys = completeKeys(folder, now);
  let looked = now.getTime();

  const look = (at: Date): SigningKey[] => {
    if (at.getTime() - looked < lookEvery) return keys;
    looked = at.getTime();
    try {
      const change = changeOf(folder);
      if (change !== seen || nextIsDue(keys, at)) {
        keys = completeKeys(folder, at);
        seen = change;
      }
    } catch (problem) {
      onProblem(problem);
    }
    return keys;
  };

  return {
    signer: (at) => {
      const key = findSigner(look(at), at);
      if (!key) throw new Error(`No key in ${folder} may sign at ${at.toISOString()}`);
      return key;
    },
    publicKeySet: (at) => ({
      keys: look(at)
        .map(({ published }) => published)
        .filter(({ exp }) => at.getTime() / 1000 < exp),
    }),
  };
};

/** Adds a key on request: at once, or from the end of the usual week of notice on. */
export const rotateKey = (folder: string, now: Date, { atOnce }: { atOnce: boolean }): SigningKey => {
  openPrivateFolder(folder);
  readKeyFiles(folder);
  return createKeyFile(folder, atOnce ? now : later(now, announcedFor));
};

/** Reads the folder and makes the key that is missing: one that may sign now, and the next one when it is time. */
const completeKeys = (folder: string, now: Date): SigningKey[] => {
  const keys = readKeyFiles(folder);
  if (!findSigner(keys, now)) return [createKeyFile(folder, now), ...keys];
  return nextIsDue(keys, now) ? [createKeyFile(folder, later(now, announcedFor)), ...keys] : keys;
};

const nextIsDue = ([newest]: readonly SigningKey[], now: Date): boolean =>
  !newest || newest.published.nbf + signsFor - announcedFor <= now.getTime() / 1000;

const findSigner = (keys: readonly SigningKey[], now: Date): SigningKey | undefined => {
  const at = now.getTime() / 1000;
  return keys.find(({ published }) => published.nbf <= at && at < published.exp);
};

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1000);

/** Adding and removing a file both change when the folder was last modified. */
const changeOf = (folder: string): number => statSync(folder).mtimeMs;
