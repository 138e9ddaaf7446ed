import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * How a key looks: `dwk_`, 256 random bits in 43 characters, and a checksum in six. The fixed beginning and length let
 * scanners of source code find one that was left somewhere; the checksum tells them, and us, a key from what only looks like
 * one, without a question to the database.
 */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const prefix = 'dwk_';
const bodyLength = 43;
const checkLength = 6;

export const keyPattern = new RegExp(`${prefix}[0-9A-Za-z]{${bodyLength + checkLength}}`);
const everyKey = new RegExp(keyPattern, 'g');
const wholeKey = new RegExp(`^${keyPattern.source}$`);

const inLetters = (value: bigint, length: number): string => {
  let text = '';
  for (let rest = value; text.length < length; rest /= 62n) text = letters[Number(rest % 62n)] + text;
  return text;
};

const checkOf = (body: string): string => inLetters(BigInt(crc32(prefix + body)), checkLength);

/** The key that these 32 bytes make. */
export const keyFrom = (bytes: Uint8Array): string => {
  const body = inLetters(BigInt(`0x${Buffer.from(bytes).toString('hex')}`), bodyLength);
  return prefix + body + checkOf(body);
};

export const newKey = (): string => keyFrom(randomBytes(32));

/** Whether a text can be a key at all: the right shape, and its checksum right. */
export const isKey = (text: string): boolean =>
  wholeKey.test(text) && checkOf(text.slice(prefix.length, -checkLength)) === text.slice(-checkLength);

export const looksLikeKey = (text: string): boolean => text.startsWith(prefix);

/** SHA-256: of 256 random bits there is nothing to guess, so that no slow hash is needed, and a look-up by it tells nothing. */
export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** What people see of a key that exists. */
export const startOfKey = (key: string): string => key.slice(0, prefix.length + 4);

/** Whether a key stands in an address, in whatever spelling. */
export const hasKeyIn = (address: string): boolean => {
  if (!/dwk/i.test(address) && !address.includes('%')) return false;
  try {
    return keyPattern.test(decodeURIComponent(address.replaceAll('+', ' ')));
  } catch {
    return keyPattern.test(address);
  }
};

/** A text without the keys in it, for whatever is logged. */
export const withoutKeys = (text: string): string =>
  text.includes(prefix) ? text.replaceAll(everyKey, `${prefix}…`) : text;
