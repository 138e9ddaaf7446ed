import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tryField } from '../../../test/world/field.ts';

test('a code is taken as it was read, on one line', () => {
  const any = tryField('code');
  expect(any.typed(' https://example.org/x?y=1 ')).toBe('https://example.org/x?y=1');
  expect(any.typed('ليلى-12')).toBe('ليلى-12');
  for (const wrong of ['a\nb', 'a\u0000b', 'x'.repeat(301), 12, {}, ['a']]) expect(any.sent(wrong)).toBe('not-a-code');
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void any.sent(text)));
});

test('a code with a pattern is kept as the pattern writes it', () => {
  const box = tryField('code', 'pattern: "AA-9999"');
  expect(box.typed('lb ١٢٣٤')).toBe('LB-1234');
  expect(box.typed('lb12345')).toBe('not-an-identity');
});
