import { deflateSync } from 'node:zlib';
import { encodeBase45 } from './base45.ts';
import { createCborWriter } from './cbor-writer.ts';
import { type CredentialContent, claims, documentPrefix } from './credential-format.ts';
import { envelopeMargin, type SigningKey, signInPlace } from './sign.ts';

/**
 * Signs documents: `DWN1:` + base45(zlib(COSE_Sign1(CWT))), the framing of HCERT 1.0.8. One is signed with every
 * automatic decision, so everything but the signature itself (33 of 40 µs) is written into one reused buffer.
 */
export interface Credential {
  readonly issuer: string;
  readonly key: SigningKey;
  readonly issuedAt: Date;
  readonly notBefore: Date;
  readonly expires: Date;
  /** Where its revocation would be found: the list's full address and the position in it. */
  readonly status: { readonly uri: string; readonly index: number };
  readonly content: CredentialContent;
}

const writer = createCborWriter();
const protectedHeaders = new WeakMap<SigningKey, Buffer>();

/** The text of the QR code. Throws when the key would stop being trusted before the document expires. */
export const signCredential = ({ issuer, key, issuedAt, notBefore, expires, status, content }: Credential): string => {
  const expiry = Math.floor(expires.getTime() / 1000);
  if (expiry > key.published.exp) {
    throw new RangeError('A document may not outlive the key that signs it: rotate the keys, or shorten the validity');
  }
  writer.start(envelopeMargin);
  writer.map(6);
  writer.integer(claims.issuer);
  writer.text(issuer);
  writer.integer(claims.expires);
  writer.integer(expiry);
  writer.integer(claims.notBefore);
  writer.integer(Math.floor(notBefore.getTime() / 1000));
  writer.integer(claims.issuedAt);
  writer.integer(Math.floor(issuedAt.getTime() / 1000));
  writer.integer(claims.status);
  writer.map(1);
  writer.text('status_list');
  writer.map(2);
  writer.text('idx');
  writer.integer(status.index);
  writer.text('uri');
  writer.text(status.uri);
  writer.integer(claims.content);
  writer.map(4);
  writer.text('service');
  writer.text(content.service);
  writer.text('reference');
  writer.text(content.reference);
  writer.text('kind');
  writer.text(content.kind);
  writer.text('claims');
  writer.value(content.claims);

  const { buffer, start, end } = signInPlace(writer, protectedHeaderOf(key), key.privateKey);
  const framed =
    end - start > worthCompressing ? deflateSync(buffer.subarray(start, end), { level: 9 }) : store(buffer, start, end);
  return documentPrefix + encodeBase45(framed);
};

/** { alg: ES256, kid }, inside its byte string. */
const protectedHeaderOf = (key: SigningKey): Buffer => {
  let header = protectedHeaders.get(key);
  if (!header) {
    header = Buffer.concat([Buffer.from('4da201260448', 'hex'), key.keyId]);
    protectedHeaders.set(key, header);
  }
  return header;
};

/**
 * A permit is half signature and identifiers: compressing 344 bytes of it saved one and took 20 µs. Below this size the
 * zlib frame holds one stored block, which every inflater reads.
 */
const worthCompressing = 600;

const store = (buffer: Buffer, start: number, end: number): Buffer => {
  const length = end - start;
  const from = start - 7;
  buffer.writeUInt16BE(0x7801, from);
  buffer[from + 2] = 1;
  buffer.writeUInt16LE(length, from + 3);
  buffer.writeUInt16LE(0xffff - length, from + 5);
  buffer.writeUInt32BE(adler32(buffer, start, end), end);
  return buffer.subarray(from, end + 4);
};

/** RFC 1950, 8.2. Up to 5,552 bytes no sum overflows before its remainder is taken. */
const adler32 = (buffer: Buffer, start: number, end: number): number => {
  let a = 1;
  let b = 0;
  for (let i = start; i < end; i++) {
    a += buffer[i]!;
    b += a;
  }
  return (b % 65521) * 65536 + (a % 65521);
};
