import type { ClaimValue } from './credential-format.ts';

/**
 * Writes the CBOR (RFC 8949) of what a document holds into one reused buffer: a permit is signed with every submission,
 * and this costs a sixth of a general encoder with its token objects and sorting. Reading is left to the library.
 * Everything is synchronous, so that one buffer is enough.
 */
export interface CborWriter {
  /** Starts over, leaving `margin` bytes free in front for an envelope. */
  readonly start: (margin: number) => void;
  readonly map: (size: number) => void;
  readonly integer: (value: number) => void;
  readonly text: (value: string) => void;
  readonly bytes: (value: Uint8Array) => void;
  readonly value: (value: ClaimValue) => void;
  /** The whole buffer, with room for `extra` bytes after `end`. */
  readonly buffer: (extra: number) => Buffer;
  readonly end: () => number;
}

const major = { unsigned: 0x00, negative: 0x20, bytes: 0x40, text: 0x60, array: 0x80, map: 0xa0 } as const;

/** Writes the first byte of an item and its number in the shortest form; returns where it ends. Numbers stay below 2^53. */
export const writeHead = (buffer: Buffer, at: number, type: number, number: number): number => {
  if (number < 24) {
    buffer[at] = type | number;
    return at + 1;
  }
  if (number < 0x100) {
    buffer[at] = type | 24;
    buffer[at + 1] = number;
    return at + 2;
  }
  if (number < 0x10000) {
    buffer[at] = type | 25;
    return buffer.writeUInt16BE(number, at + 1);
  }
  if (number < 0x100000000) {
    buffer[at] = type | 26;
    return buffer.writeUInt32BE(number, at + 1);
  }
  buffer[at] = type | 27;
  buffer.writeUInt32BE(Math.floor(number / 0x100000000), at + 1);
  return buffer.writeUInt32BE(number % 0x100000000, at + 5);
};

export const createCborWriter = (): CborWriter => {
  let buffer = Buffer.allocUnsafeSlow(8192);
  let at = 0;

  const reserve = (size: number) => {
    if (at + size <= buffer.length) return;
    const larger = Buffer.allocUnsafeSlow((at + size) * 2);
    buffer.copy(larger, 0, 0, at);
    buffer = larger;
  };
  const head = (type: number, number: number) => {
    reserve(9);
    at = writeHead(buffer, at, type, number);
  };
  const integer = (value: number) => (value < 0 ? head(major.negative, -1 - value) : head(major.unsigned, value));

  // The length comes first and is known last: a head is assumed as for ASCII and moved apart when it was not.
  const text = (value: string) => {
    reserve(value.length * 3 + 9);
    const assumed = headSize(value.length);
    const length = buffer.write(value, at + assumed);
    const needed = headSize(length);
    if (needed !== assumed) buffer.copyWithin(at + needed, at + assumed, at + assumed + length);
    at = writeHead(buffer, at, major.text, length) + length;
  };

  const value = (item: ClaimValue): void => {
    if (typeof item === 'string') return text(item);
    if (typeof item === 'number' && Number.isSafeInteger(item) && !Object.is(item, -0)) return integer(item);
    if (Array.isArray(item)) {
      head(major.array, item.length);
      return item.forEach(value);
    }
    if (typeof item === 'object' && item !== null) {
      const entries = Object.entries(item as { readonly [name: string]: ClaimValue }).filter(
        ([, inner]) => inner !== undefined,
      );
      head(major.map, entries.length);
      for (const [name, inner] of entries) {
        text(name);
        value(inner);
      }
      return;
    }
    reserve(9);
    if (typeof item === 'number') {
      buffer[at] = 0xfb;
      at = buffer.writeDoubleBE(item, at + 1);
    } else {
      buffer[at++] = item === null ? 0xf6 : item ? 0xf5 : 0xf4;
    }
  };

  return {
    start: (margin) => (at = margin),
    map: (size) => head(major.map, size),
    integer,
    text,
    bytes: (item) => {
      head(major.bytes, item.length);
      reserve(item.length);
      buffer.set(item, at);
      at += item.length;
    },
    value,
    buffer: (extra) => {
      reserve(extra);
      return buffer;
    },
    end: () => at,
  };
};

const headSize = (number: number): number => (number < 24 ? 1 : number < 0x100 ? 2 : number < 0x10000 ? 3 : 5);
