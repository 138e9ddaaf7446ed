import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createPrivateFile, findPrivateFile, openPrivateFolder } from './private-files.ts';
import { StartupError } from './startup-error.ts';

/** Keyed hashes of the program, all from one secret that lives outside the database. */
export interface Secrets {
  /**
   * HMAC-SHA256, 32 bytes, under a key of its own for each purpose (`record-secret`, `session`…), so that a hash made
   * for one can never be used for another. Parts are set apart by their lengths: ('ab', 'c') and ('a', 'bc') differ.
   */
  readonly mac: (purpose: string, ...parts: readonly (string | Uint8Array)[]) => Buffer;
}

const masterKeySize = 32;

/** Reads `<folder>/master.key`; at the first start makes it. */
export const loadSecrets = (folder: string): Secrets => {
  openPrivateFolder(folder);
  const path = join(folder, 'master.key');
  if (!findPrivateFile(path)) createPrivateFile(folder, 'master.key', randomBytes(masterKeySize));
  const master = findPrivateFile(path);
  if (master?.length !== masterKeySize) {
    throw new StartupError(
      `${path} is damaged: it should hold ${masterKeySize} bytes. Put it back from a backup. With a new one, the secrets that applicants hold no longer open their requests.`,
    );
  }
  return secretsFrom(master);
};

/** Secrets over a master key that is at hand. */
export const secretsFrom = (master: Uint8Array): Secrets => {
  // As key objects: Node takes the bytes of a key apart anew at each use, which costs five times the hash itself.
  const keys = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    let key = keys.get(purpose);
    if (!key) {
      key = createSecretKey(createHmac('sha256', master).update(`diwan/1/${purpose}`).digest());
      keys.set(purpose, key);
    }
    return key;
  };
  return {
    mac: (purpose, ...parts) => {
      const hmac = createHmac('sha256', keyFor(purpose));
      for (const part of parts) {
        const length = typeof part === 'string' ? Buffer.byteLength(part) : part.length;
        hmac.update(`${length}:`).update(part);
      }
      return hmac.digest();
    },
  };
};
