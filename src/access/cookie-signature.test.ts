import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSignedCookie, signCookie } from './cookie-signature.ts';

const secret = 'a secret of the program, long enough for a test';

it('reads back what it signed', () => {
  expect(readSignedCookie(secret, signCookie(secret, 'some.value'))).toBe('some.value');
});

it('finds nothing in what somebody else wrote', () => {
  const forged = signCookie('another secret', 'value');
  const changed = signCookie(secret, 'value').replace('value', 'other');
  for (const cookie of [undefined, '', '.', 'value', 'value.', forged, changed]) {
    expect(readSignedCookie(secret, cookie)).toBeUndefined();
  }
  fc.assert(fc.property(fc.string(), (cookie) => readSignedCookie(secret, cookie) === undefined));
});
