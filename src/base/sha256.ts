import { hash } from 'node:crypto';

const room = Buffer.allocUnsafe(64 * 1024);

const together = (parts: readonly (string | Uint8Array)[]): Buffer => {
  let end = 0;
  for (const part of parts) {
    // A sign takes three bytes at most.
    if (end + part.length * 3 > room.length)
      return Buffer.concat(parts.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)));
    if (typeof part === 'string') end += room.write(part, end);
    else {
      room.set(part, end);
      end += part.length;
    }
  }
  return room.subarray(0, end);
};

/**
 * SHA-256 of bytes and texts one behind the other, in hexadecimal: Node makes that, and bytes of it, faster than bytes. What
 * is hashed is put together in one place, since each submission asks for a dozen.
 */
export const sha256Hex = (...parts: readonly (string | Uint8Array)[]): string => hash('sha256', together(parts));
