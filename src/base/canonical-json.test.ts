import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('is JSON of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('does not depend on the order in which keys were written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      expect(canonicalJson(Object.fromEntries(Object.entries(object).toReversed()))).toBe(canonicalJson(object));
    }),
  );
});

test('leaves out what is not there, and writes dates as JSON does', () => {
  expect(canonicalJson({ b: undefined, a: [new Date(0), null] })).toBe('{"a":["1970-01-01T00:00:00.000Z",null]}');
});

test('sorts few keys and many by their code units, and writes each text as JSON does', () => {
  const text = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(fc.dictionary(text, text, { minKeys: 5, maxKeys: 40, size: '+1' }), (object) => {
      const pairs = Object.keys(object)
        .sort()
        .map((key) => `${JSON.stringify(key)}:${JSON.stringify(object[key])}`);
      expect(canonicalJson(object)).toBe(`{${pairs.join(',')}}`);
    }),
    { numRuns: 40 },
  );
});
