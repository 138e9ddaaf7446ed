import { deflateSync } from 'node:zlib';
import { createCborWriter } from './cbor-writer.ts';
import { claims, statusListType } from './credential-format.ts';
import { envelopeMargin, type SigningKey, signInPlace } from './sign.ts';

/**
 * Makes revocation lists: Token Status List in its CWT form (draft-ietf-oauth-status-list, sections 4 and 5), one bit
 * per document, signed so that it can be carried offline by anyone.
 */
export interface StatusListOptions {
  /** Its full address, the same that documents carry. */
  readonly uri: string;
  readonly revoked: Iterable<number>;
  /** How many documents it covers. */
  readonly size: number;
  readonly issuedAt: Date;
  /** Seconds after which a verifier with a connection should fetch a fresher one. */
  readonly timeToLive: number;
  /** Seconds during which it may clear a document where there is no connection. */
  readonly lifetime: number;
}

/** An officer may be without connection for a week; the age of the list is shown with every verdict. */
export const usualAges = { timeToLive: 900, lifetime: 7 * 24 * 3600 } as const;

/** The packed bits: document `i` is bit `i % 8` of byte `i / 8`, counted from the least significant. */
export const buildStatusList = (revoked: Iterable<number>, size: number): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(size / 8));
  for (const index of revoked) {
    if (!Number.isInteger(index) || index < 0 || index >= size)
      throw new RangeError(`Position ${index} is outside a list of ${size}`);
    bytes[index >> 3]! |= 1 << (index & 7);
  }
  return bytes;
};

const writer = createCborWriter();

/** The signed list, as served. Costs about 1 ms for 131,072 documents: keep it for some seconds. */
export const signStatusList = (key: SigningKey, options: StatusListOptions): Uint8Array => {
  const issuedAt = Math.floor(options.issuedAt.getTime() / 1000);
  writer.start(envelopeMargin);
  writer.map(5);
  writer.integer(claims.subject);
  writer.text(options.uri);
  writer.integer(claims.issuedAt);
  writer.integer(issuedAt);
  writer.integer(claims.expires);
  writer.integer(Math.min(issuedAt + options.lifetime, key.published.exp));
  writer.integer(claims.timeToLive);
  writer.integer(options.timeToLive);
  writer.integer(claims.statusList);
  writer.map(2);
  writer.text('bits');
  writer.integer(1);
  writer.text('lst');
  writer.bytes(deflateSync(buildStatusList(options.revoked, options.size), { level: 9 }));
  const { buffer, start, end } = signInPlace(writer, protectedHeaderOf(key), key.privateKey);
  return Uint8Array.prototype.slice.call(buffer, start, end);
};

/** { alg: ES256, kid, type }, inside its byte string; the type keeps a document from being passed off as a list. */
const protectedHeaderOf = (key: SigningKey): Buffer => {
  const type = Buffer.from(statusListType);
  const header = Buffer.concat([
    Buffer.from('a301260448', 'hex'),
    key.keyId,
    Buffer.from([0x10, 0x78, type.length]),
    type,
  ]);
  return Buffer.concat([Buffer.from([0x58, header.length]), header]);
};
