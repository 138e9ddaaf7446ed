/**
 * Base45 (RFC 9285): bytes as the 45 characters that a QR code stores at 5.5 bits each. Runs in the browser too.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const codes = Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
const unknown = 45;
const values = new Uint8Array(128).fill(unknown);
codes.forEach((code, value) => (values[code] = value));

const ascii = new TextDecoder('latin1');

export const encodeBase45 = (bytes: Uint8Array): string => {
  const even = bytes.length - (bytes.length % 2);
  const output = new Uint8Array((even / 2) * 3 + (bytes.length - even) * 2);
  let at = 0;
  for (let i = 0; i < even; i += 2) {
    const number = bytes[i]! * 256 + bytes[i + 1]!;
    const high = (number / 2025) | 0;
    const rest = number - high * 2025;
    const middle = (rest / 45) | 0;
    output[at] = codes[rest - middle * 45]!;
    output[at + 1] = codes[middle]!;
    output[at + 2] = codes[high]!;
    at += 3;
  }
  if (even < bytes.length) {
    const number = bytes[even]!;
    output[at] = codes[number % 45]!;
    output[at + 1] = codes[(number / 45) | 0]!;
  }
  return ascii.decode(output);
};

/** The bytes of a Base45 text, or undefined when it is not one (foreign character, impossible length or group). */
export const decodeBase45 = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const tail = text.length % 3;
  if (tail === 1) return undefined;
  const whole = text.length - tail;
  const bytes = new Uint8Array((whole / 3) * 2 + tail / 2);
  let at = 0;
  for (let i = 0; i < text.length; i += 3) {
    const low = valueAt(text, i);
    const middle = valueAt(text, i + 1);
    const high = i < whole ? valueAt(text, i + 2) : 0;
    if (low === unknown || middle === unknown || high === unknown) return undefined;
    const number = low + middle * 45 + high * 2025;
    if (number > (i < whole ? 0xffff : 0xff)) return undefined;
    if (i < whole) bytes[at++] = number >> 8;
    bytes[at++] = number & 0xff;
  }
  return bytes;
};

// Typed arrays give undefined past their end: a character above 127 is as unknown as any other outside the alphabet.
const valueAt = (text: string, index: number): number => values[text.charCodeAt(index)] ?? unknown;
