import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createPrivateFile, findPrivateFile, openPrivateFolder } from './private-files.ts';
import { sha256Hex } from './sha256.ts';
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
  const makers = new Map<string, HmacMaker>();
  const makerFor = (purpose: string): HmacMaker => {
    const maker =
      makers.get(purpose) ?? createHmacMaker(createHmac('sha256', master).update(`diwan/1/${purpose}`).digest());
    makers.set(purpose, maker);
    return maker;
  };
  return {
    mac: (purpose, ...parts) =>
      makerFor(purpose)(
        parts.flatMap((part) => [`${typeof part === 'string' ? Buffer.byteLength(part) : part.length}:`, part]),
      ),
  };
};

type HmacMaker = (message: readonly (string | Uint8Array)[]) => Buffer;

/**
 * HMAC-SHA256 as RFC 2104 writes it, over a key of 32 bytes. Each submission makes four, and an Hmac object of Node's costs
 * several times the two hashes that it consists of; a hash as hexadecimal text costs half of one as bytes.
 */
const createHmacMaker = (key: Uint8Array): HmacMaker => {
  const inner = Buffer.alloc(64, 0x36);
  const outer = Buffer.alloc(96, 0x5c);
  for (const [index, byte] of key.entries()) {
    inner[index]! ^= byte;
    outer[index]! ^= byte;
  }
  return (message) => {
    outer.write(sha256Hex(inner, ...message), 64, 'hex');
    return Buffer.from(sha256Hex(outer), 'hex');
  };
};
