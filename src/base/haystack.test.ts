import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHaystack } from './haystack.ts';

test('finds exactly the texts that hold the needle', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '|', 'ص'), maxLength: 6 });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), text, (texts, needle) => {
      const expected = texts.flatMap((one, index) => (one.includes(needle) ? [index] : []));
      expect(createHaystack(texts).holding(needle)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
