import { decode } from 'cborg';
import fc from 'fast-check';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeBase45 } from './base45.ts';
import type { CredentialContent } from './credential-format.ts';
import { check, createIssuer, hours, noon } from './issuer.fixture.ts';
import { qrModules } from './qr.ts';

const issuer = createIssuer();
const content = (claims: CredentialContent['claims']) => ({
  content: { service: 's', reference: 'R-1', kind: 'k', claims },
});

test('another program can read it: zlib around COSE_Sign1 around a CWT', () => {
  const message = inflateSync(decodeBase45(issuer.permit().slice(5))!);
  expect(message[0]).toBe(0xd2);
  const [header, unprotected, payload, signature] = decode(message.subarray(1), { useMaps: true }) as [
    Uint8Array,
    Map<never, never>,
    Uint8Array,
    Uint8Array,
  ];
  expect(decode(header, { useMaps: true })).toEqual(
    new Map<number, unknown>([
      [1, -7],
      [4, new Uint8Array(issuer.key.keyId)],
    ]),
  );
  expect(unprotected.size).toBe(0);
  expect(signature).toHaveLength(64);
  const body = decode(payload, { useMaps: true }) as Map<number, unknown>;
  const seconds = noon.getTime() / 1000;
  expect([...body.keys()]).toEqual([1, 4, 5, 6, 65535, -65537]);
  expect([body.get(1), body.get(4), body.get(5), body.get(6)]).toEqual(['LB', seconds + 6 * 3600, seconds, seconds]);
});

test('any claims come back from the verifier as they were signed, short or long, in any script', async () => {
  const claims = fc.dictionary(
    fc.string({ unit: 'grapheme' }),
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer(), fc.boolean(), fc.constant(null)),
    {
      maxKeys: 6,
      noNullPrototype: true,
    },
  );
  await fc.assert(
    fc.asyncProperty(claims, async (said) => {
      expect(await check(issuer, issuer.permit(content(said)))).toMatchObject({
        verdict: 'valid',
        document: { claims: said },
      });
    }),
    { numRuns: 60 },
  );
});

test('signatures of every length that DER can give are good', async () => {
  for (let i = 0; i < 300; i++) expect(await check(issuer, issuer.permit())).toMatchObject({ verdict: 'valid' });
});

test('a document may not outlive the key that signs it', () => {
  expect(() => issuer.permit({ expires: hours(24 * 365 * 13) })).toThrow(/outlive/);
});

test('an ordinary permit needs fewer than 100 modules a side', () => {
  expect(qrModules(issuer.permit()).length - 8).toBeLessThan(100);
});
