import { decode, encode, Tagged } from 'cborg';
import { algorithms, headers, type PublishedKey, tags } from './credential-format.ts';

/**
 * Reads COSE_Sign1 messages (RFC 9052) and checks their signatures with WebCrypto, in the browser and in Node alike.
 * Whatever the bytes are, reading ends in a message or in undefined.
 */
export interface Sign1 {
  /** The protected header as it was signed, byte for byte. */
  readonly protectedBytes: Uint8Array<ArrayBuffer>;
  readonly protectedHeader: ReadonlyMap<unknown, unknown>;
  readonly algorithm: unknown;
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** base64url, as in a JWK; undefined when the message names no key. */
  readonly keyId: string | undefined;
}

export type SignatureCheck =
  | { readonly outcome: 'good'; readonly key: PublishedKey }
  | { readonly outcome: 'bad' }
  | { readonly outcome: 'unknown-key' };

const wrappers = Tagged.preserve(tags.sign1, tags.cwt);

/**
 * A COSE_Sign1: tagged, tagged again as CWT, or bare as some countries' signers make it. A `crit` header is refused:
 * nothing here understands one.
 */
export const readSign1 = (bytes: Uint8Array): Sign1 | undefined => {
  const parts = unwrap(decodeCbor(bytes));
  if (!Array.isArray(parts) || parts.length !== 4) return undefined;
  const [protectedBytes, unprotected, payload, signature] = parts as unknown[];
  if (!isBytes(protectedBytes) || !(unprotected instanceof Map) || !isBytes(payload) || !isBytes(signature))
    return undefined;
  const protectedHeader = protectedBytes.length === 0 ? new Map() : decodeCbor(protectedBytes);
  if (!(protectedHeader instanceof Map) || protectedHeader.has(headers.critical)) return undefined;
  // HCERT 1.0.8: what is protected counts; the unprotected header is only for signers that have nothing there. Neither
  // is a choice of the forger: the key decides which algorithm is tried.
  const header = (label: number): unknown =>
    protectedHeader.has(label) ? protectedHeader.get(label) : unprotected.get(label);
  const keyId = header(headers.keyId);
  return {
    protectedBytes,
    protectedHeader,
    algorithm: header(headers.algorithm),
    payload,
    signature,
    keyId: isBytes(keyId) ? base64Url(keyId) : undefined,
  };
};

/** Tries every key that carries the message's key id: eight bytes are not promised to be unique. */
export const checkSignature = async (message: Sign1, keys: readonly PublishedKey[]): Promise<SignatureCheck> => {
  const named = keys.filter((key) => key.kid === message.keyId);
  const signed = encode(['Signature1', message.protectedBytes, new Uint8Array(0), message.payload]);
  let usable = 0;
  for (const key of named) {
    const publicKey = await importKey(key);
    if (!publicKey) continue;
    usable += 1;
    if (message.algorithm !== algorithms[key.alg]) continue;
    if (await crypto.subtle.verify(verification[key.alg], publicKey, message.signature, signed))
      return { outcome: 'good', key };
  }
  return { outcome: usable > 0 ? 'bad' : 'unknown-key' };
};

/** Nothing that a key signed counts outside of its validity; `at` is in seconds since 1970. */
export const isInForce = (key: PublishedKey, at: number): boolean => at >= key.nbf && at < key.exp;

const curves = { ES256: { kty: 'EC', crv: 'P-256' }, EdDSA: { kty: 'OKP', crv: 'Ed25519' } } as const;
const importing = { ES256: { name: 'ECDSA', namedCurve: 'P-256' }, EdDSA: { name: 'Ed25519' } } as const;
const verification = { ES256: { name: 'ECDSA', hash: 'SHA-256' }, EdDSA: { name: 'Ed25519' } } as const;

/** Undefined for a key that this device cannot use: malformed, or of a curve that its browser does not know. */
const importKey = async ({ alg, x, y }: PublishedKey): Promise<CryptoKey | undefined> => {
  try {
    return await crypto.subtle.importKey('jwk', { ...curves[alg], x, ...(y && { y }) }, importing[alg], false, [
      'verify',
    ]);
  } catch {
    return undefined;
  }
};

/** Any CBOR as JavaScript values with maps as `Map`; undefined when it is not CBOR, is too deep, or repeats a key. */
export const decodeCbor = (bytes: Uint8Array): unknown => {
  try {
    return decode(bytes, { useMaps: true, rejectDuplicateMapKeys: true, tags: wrappers });
  } catch {
    return undefined;
  }
};

export const isBytes = (value: unknown): value is Uint8Array<ArrayBuffer> => value instanceof Uint8Array;

const unwrap = (value: unknown): unknown => {
  const inner = value instanceof Tagged && value.tag === tags.cwt ? value.value : value;
  return inner instanceof Tagged && inner.tag === tags.sign1 ? inner.value : inner;
};

export const base64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
