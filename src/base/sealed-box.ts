import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

/**
 * Authenticated encryption: AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits. A sealed text is the nonce, the
 * ciphertext and the tag of 128 bits. `place` says where it belongs; put anywhere else, it does not open.
 */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
export const sealingKeyBytes = 32;

/** What was sealed was changed, or put where it does not belong; or the key is another one. */
export class SealBroken extends Error {
  constructor(place: string) {
    super(`what is sealed at "${place}" does not open`);
    this.name = 'SealBroken';
  }
}

// Asking the system for twelve bytes costs as much as for four thousand.
let pool = Buffer.alloc(0);
const nextNonce = (): Buffer => {
  if (pool.length < nonceBytes) pool = randomBytes(4_092);
  const nonce = pool.subarray(0, nonceBytes);
  pool = pool.subarray(nonceBytes);
  return nonce;
};

// Bytes for a key cost Node three times what a key of its own does: it first asks them what else they may be.
const keyObjects = new WeakMap<Buffer, KeyObject>();
const keyObjectOf = (key: Buffer): KeyObject => {
  const made = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, made);
  return made;
};

/** @param key 32 bytes, used for few texts (a random nonce repeats itself after billions). */
export const seal = (key: Buffer, place: string, content: Buffer): Buffer => {
  const nonce = nextNonce();
  const cipher = createCipheriv(algorithm, keyObjectOf(key), nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(place));
  const sealed = cipher.update(content);
  cipher.final();
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
};

/** The content, or a SealBroken. */
export const unseal = (key: Buffer, place: string, sealed: Buffer): Buffer => {
  if (sealed.length < nonceBytes + tagBytes) throw new SealBroken(place);
  try {
    const nonce = sealed.subarray(0, nonceBytes);
    const decipher = createDecipheriv(algorithm, keyObjectOf(key), nonce, { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(-tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new SealBroken(place);
  }
};
