import { createHash, type KeyObject, sign } from 'node:crypto';
import { type CborWriter, writeHead } from './cbor-writer.ts';
import type { PublishedKey } from './credential-format.ts';

/** A key that signs, with the bytes that all of its messages share made once. */
export interface SigningKey {
  readonly published: PublishedKey;
  readonly privateKey: KeyObject;
  /** The eight bytes that messages carry. */
  readonly keyId: Buffer;
}

/**
 * Key id as in HCERT 1.0.8 for a key without certificate: the first eight bytes of the SHA-256 of its COSE key, written
 * with its required members in their deterministic order (RFC 9679).
 */
export const keyIdOf = (x: Buffer, y: Buffer): Buffer =>
  createHash('sha256')
    .update('a401022001215820', 'hex')
    .update(x)
    .update('225820', 'hex')
    .update(y)
    .digest()
    .subarray(0, 8);

/** Room in front of a payload for everything that `signInPlace` writes there. */
export const envelopeMargin = 96;
/** Room behind it: the signature with its head, and a checksum. */
export const envelopeTail = 80;

const signature1 = Buffer.from('846a5369676e617475726531', 'hex');
/** Used over and over: memory of its own costs more than all that is laid here. */
const head = Buffer.alloc(5);
const sign1Tagged = Buffer.from('d284', 'hex');

/**
 * Makes a tagged COSE_Sign1 with ES256 around the payload that the writer holds from `envelopeMargin` on, without
 * copying it: first the structure to sign (RFC 9052, 4.4) is laid in front of it, then the message over that.
 * Returns where the message lies in the writer's buffer.
 */
export const signInPlace = (
  writer: CborWriter,
  protectedHeader: Buffer,
  privateKey: KeyObject,
): { buffer: Buffer; start: number; end: number } => {
  const payloadEnd = writer.end();
  const buffer = writer.buffer(envelopeTail);
  const headLength = writeHead(head, 0, 0x40, payloadEnd - envelopeMargin);

  const lay = (opening: Buffer, between: number): number => {
    let at = envelopeMargin - headLength;
    head.copy(buffer, at, 0, headLength);
    buffer[--at] = between;
    at -= protectedHeader.length;
    protectedHeader.copy(buffer, at);
    at -= opening.length;
    opening.copy(buffer, at);
    return at;
  };
  // 0x40: no external data. 0xa0: an empty unprotected header.
  const signed = buffer.subarray(lay(signature1, 0x40), payloadEnd);
  // The plain call is twice as fast as the one that returns the raw form, which is two integers away.
  const der = sign('sha256', signed, privateKey);
  const start = lay(sign1Tagged, 0xa0);
  buffer[payloadEnd] = 0x58;
  buffer[payloadEnd + 1] = 64;
  rawSignature(der, buffer, payloadEnd + 2);
  return { buffer, start, end: payloadEnd + 66 };
};

/** ECDSA signatures come as a DER sequence of two integers without leading zeros; COSE wants both as 32 bytes. */
const rawSignature = (der: Buffer, target: Buffer, at: number): void => {
  target.fill(0, at, at + 64);
  let from = 2;
  for (const end of [at + 32, at + 64]) {
    const length = der[from + 1]!;
    const padding = length > 32 ? length - 32 : 0;
    der.copy(target, end - length + padding, from + 2 + padding, from + 2 + length);
    from += 2 + length;
  }
};
