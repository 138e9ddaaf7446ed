import { claims, headers, type PublishedKey, statusListType } from './credential-format.ts';
import { inflateWithin } from './inflate.ts';
import { checkSignature, decodeCbor, isBytes, isInForce, readSign1 } from './sign1.ts';

/**
 * Reads a signed revocation list (Token Status List, CWT form) in the browser and in Node. A list counts only when a
 * key that is valid now signed it; how old it may be is for the caller to judge.
 */
export interface StatusList {
  readonly uri: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  readonly expires: number | undefined;
  /** After how many seconds a fresher one should be fetched when there is a connection. */
  readonly timeToLive: number | undefined;
  /** 0 valid, 1 revoked, 2 suspended; undefined beyond the end of the list. */
  readonly statusAt: (index: number) => number | undefined;
}

/** Room for a list of a million documents at eight bits each. */
const largestList = 1_048_576;

export const readStatusList = async (
  token: Uint8Array,
  keys: readonly PublishedKey[],
  now: Date,
): Promise<StatusList | undefined> => {
  const message = readSign1(token);
  if (message?.protectedHeader.get(headers.type) !== statusListType) return undefined;
  const signature = await checkSignature(message, keys);
  if (signature.outcome !== 'good' || !isInForce(signature.key, now.getTime() / 1000)) return undefined;

  const body = decodeCbor(message.payload);
  if (!(body instanceof Map)) return undefined;
  const [uri, issuedAt, expires, timeToLive, list] = [
    body.get(claims.subject),
    body.get(claims.issuedAt),
    body.get(claims.expires),
    body.get(claims.timeToLive),
    body.get(claims.statusList),
  ];
  if (typeof uri !== 'string' || typeof issuedAt !== 'number' || !(list instanceof Map)) return undefined;
  const width = list.get('bits');
  const compressed = list.get('lst');
  if (![1, 2, 4, 8].includes(width) || !isBytes(compressed)) return undefined;
  const bytes = inflateWithin(compressed, largestList);
  if (!bytes) return undefined;
  return {
    uri,
    issuedAt,
    expires: typeof expires === 'number' ? expires : undefined,
    timeToLive: typeof timeToLive === 'number' ? timeToLive : undefined,
    statusAt: (index) => statusAt(bytes, width, index),
  };
};

/** Which list a token claims to be, without trusting it: to open only the one that is needed. */
export const statusListAddress = (token: Uint8Array): string | undefined => {
  const body = decodeCbor(readSign1(token)?.payload ?? new Uint8Array(0));
  const uri = body instanceof Map ? body.get(claims.subject) : undefined;
  return typeof uri === 'string' ? uri : undefined;
};

/** Entries are packed from the least significant bit of each byte upwards. */
export const statusAt = (bytes: Uint8Array, width: number, index: number): number | undefined => {
  const perByte = 8 / width;
  const byte = bytes[Math.floor(index / perByte)];
  return byte === undefined ? undefined : (byte >> ((index % perByte) * width)) & ((1 << width) - 1);
};
