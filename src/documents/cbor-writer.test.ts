import { decode } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCborWriter } from './cbor-writer.ts';
import type { ClaimValue } from './credential-format.ts';

const writer = createCborWriter();
const written = (value: ClaimValue): Uint8Array => {
  writer.start(10);
  writer.value(value);
  return Uint8Array.from(writer.buffer(0).subarray(10, writer.end()));
};

test('whatever is written, a general decoder reads as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      expect(decode(written(value as ClaimValue))).toEqual(value);
    }),
    { numRuns: 50 },
  );
});

test.each([
  0,
  23,
  24,
  255,
  256,
  65_535,
  65_536,
  2 ** 32 - 1,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  -1,
  -24,
  -25,
  -(2 ** 40),
  0.5,
  1e300,
])('the number %s takes its shortest form', (number) => {
  expect(decode(written(number), { strict: true })).toBe(number);
});

test.each([22, 23, 24, 84, 85, 86, 255, 256, 21_845, 65_535, 65_536])(
  'texts of %s letters are whole in every script',
  (length) => {
    for (const letter of ['a', 'é', 'ش', '😀']) {
      const text = letter.repeat(length);
      expect(decode(written({ text }), { strict: true })).toEqual({ text });
    }
  },
);

test('what is absent is left out', () => {
  expect(decode(written({ a: 1, b: undefined } as never))).toEqual({ a: 1 });
});
