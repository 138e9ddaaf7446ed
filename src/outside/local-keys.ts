import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFile, findPrivateFile, openPrivateFolder } from '../base/private-files.ts';
import { seal, sealingKeyBytes, unseal } from '../base/sealed-box.ts';
import { StartupError } from '../base/startup-error.ts';
import { type KeyWrapping, KeyWrappingFailure } from './key-wrapping.ts';

/** A master key that this machine holds. */
interface MasterKey {
  readonly name: string;
  readonly key: Buffer;
}

/** Files `wrapping-<when>-<digest>.key`, 32 bytes each; the newest wraps, all unwrap. docs/keys.md tells when one may go. */
const fileName = /^wrapping-(\d{8}T\d{6}Z-[0-9a-f]{8})\.key$/;
const lookEvery = 60_000;

const digestOf = (key: Buffer): string =>
  createHash('sha256').update('diwan/wrapping/').update(key).digest('hex').slice(0, 8);

/** Master keys in the folder of keys; the first is made at the first start. A file that is added counts within a minute. */
export const openFileKeys = (folder: string, clock: () => number = Date.now): KeyWrapping => {
  openPrivateFolder(folder);
  if (readKeyFiles(folder).length === 0) addMasterKey(folder, new Date(clock()));
  let keys = readKeyFiles(folder);
  let changed = statSync(folder).mtimeMs;
  let looked = clock();
  return wrappingBy((isMissing) => {
    // Another program on the same folder may have added one a moment ago: what it wrapped is asked for before the minute is over.
    if (!isMissing && clock() - looked < lookEvery) return keys;
    looked = clock();
    const change = statSync(folder).mtimeMs;
    if (change !== changed) {
      const read = readKeyFiles(folder);
      // A folder that somebody has emptied is no reason to go on without a key.
      if (read.length > 0) keys = read;
      changed = change;
    }
    return keys;
  });
};

/** Adds a master key, from now on the present one; gives its name. */
export const addMasterKey = (folder: string, now: Date): string => {
  openPrivateFolder(folder);
  const key = randomBytes(sealingKeyBytes);
  const name = `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${digestOf(key)}`;
  createPrivateFile(folder, `wrapping-${name}.key`, key);
  return name;
};

/** The newest first. */
const readKeyFiles = (folder: string): readonly MasterKey[] =>
  readdirSync(folder)
    .flatMap((file) => {
      const name = fileName.exec(file)?.[1];
      const key = name === undefined ? undefined : findPrivateFile(join(folder, file));
      if (name === undefined || key === undefined) return [];
      if (key.length !== sealingKeyBytes || !name.endsWith(digestOf(key)))
        throw new StartupError(
          `${join(folder, file)} is damaged. Put it back from a backup: without it the sensitive answers that it protects cannot be read.`,
        );
      return [{ name, key }];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));

/** Master keys from a variable: base64 of 32 bytes each, separated by commas; the first wraps, all unwrap. */
export const readMasterKeys = (text: string): readonly Buffer[] => {
  const keys = text.split(',').map((each) => Buffer.from(each.trim(), 'base64'));
  if (keys.some(({ length }) => length !== sealingKeyBytes))
    throw new StartupError(
      'MASTER_KEYS holds keys of 32 bytes in base64, separated by commas: openssl rand -base64 32',
    );
  return keys;
};

export const keysAtHand = (keys: readonly Buffer[]): KeyWrapping => {
  const named = keys.map((key) => ({ name: digestOf(key), key }));
  return wrappingBy(() => named);
};

const wrappingBy = (look: (isMissing: boolean) => readonly MasterKey[]): KeyWrapping => {
  const find = (wrapping: string): MasterKey => {
    const isNamed = ({ name }: MasterKey) => name === wrapping;
    const found = look(false).find(isNamed) ?? look(true).find(isNamed);
    if (!found) throw new KeyWrappingFailure(`the master key ${wrapping} is missing: put it back (docs/keys.md)`);
    return found;
  };
  return {
    wrap: async (keys) => {
      const [present] = look(false);
      if (!present) throw new KeyWrappingFailure('there is no master key');
      return keys.map((key) => ({
        wrapping: present.name,
        wrapped: seal(present.key, `data key ${present.name}`, key),
      }));
    },
    unwrap: async (keys) =>
      keys.map(({ wrapping, wrapped }) => unseal(find(wrapping).key, `data key ${wrapping}`, wrapped)),
  };
};
