import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('the examples of RFC 9285 hold: %s ⇄ %s', (plain, encoded) => {
  expect(encodeBase45(bytesOf(plain))).toBe(encoded);
  expect(decodeBase45(encoded)).toEqual(bytesOf(plain));
});

test('any bytes come back as they went in, in characters that a QR code stores as alphanumeric', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const text = encodeBase45(bytes);
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]*$/);
      expect(decodeBase45(text)).toEqual(bytes);
    }),
  );
});

test('a text is read or refused, and what is read writes the same text again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0A: %Z:') })), (text) => {
      const bytes = decodeBase45(text);
      if (bytes) expect(encodeBase45(bytes)).toBe(text);
    }),
  );
});

test.each(['A', 'AAAA', 'GGW', '::', ':::', 'abc', 'É00', '00é'])('%s is refused', (text) => {
  expect(decodeBase45(text)).toBeUndefined();
});
