import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeNextPath, staffHome } from './next-path.ts';

const origin = 'https://permits.example.gov';

it.each(['/staff', '/staff/records/AB12?tab=files&lang=fr', '/verify'])('goes on to %s', (path) => {
  expect(safeNextPath(path)).toBe(path);
});

it.each([
  undefined,
  ['/staff', '//evil.example'],
  '',
  'staff',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  ' //evil.example',
  '/staff/sign-in',
  '/staff/sign-out',
  `/${'a'.repeat(3_000)}`,
])('stays at home when sent to %j', (next) => {
  expect(safeNextPath(next)).toBe(staffHome);
});

it('never leaves the program, and never breaks the header it is put into', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '\t',
    '\r\n',
    '@',
    ':',
    '%2f',
    '%5c',
    '?',
    '#',
    'evil.example',
    'ي',
  );
  const hostile = fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string(), fc.webUrl()), (next) => {
      const path = safeNextPath(next);
      expect(new URL(path, origin).origin).toBe(origin);
      expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
    }),
    { numRuns: 500 },
  );
});
