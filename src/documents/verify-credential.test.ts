import { encode } from 'cborg';
import fc from 'fast-check';
import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeBase45, encodeBase45 } from './base45.ts';
import { check, claims, createIssuer, hours, noon } from './issuer.fixture.ts';
import { verifyCredential } from './verify-credential.ts';

const issuer = createIssuer();
const permit = issuer.permit();
const unwrap = (text: string): Buffer => inflateSync(decodeBase45(text.slice(5))!);
const wrap = (message: Uint8Array): string => `DWN1:${encodeBase45(deflateSync(message))}`;
const nothing = { keys: [issuer.key.published], keysFetchedAt: noon, statusLists: [], now: noon };

test('a permit within its hours is green and says whose it is and how fresh the answer is', async () => {
  expect(await check(issuer, permit)).toEqual({
    verdict: 'valid',
    document: {
      issuer: 'LB',
      issuedAt: noon,
      notBefore: noon,
      expires: hours(6),
      service: 'mobility-permit',
      reference: 'MP-2026-7K3F9Q',
      kind: 'permit',
      claims,
      status: { uri: 'https://diwan.example/.well-known/diwan/status/0', index: 7 },
    },
    evidence: { keyId: issuer.key.published.kid, keysFetchedAt: hours(1), listIssuedAt: hours(1) },
  });
});

test('the hours on the paper are kept to the second', async () => {
  const later = issuer.permit({ notBefore: hours(3), expires: hours(6) });
  const verdicts = [];
  for (const now of [hours(2), hours(3), new Date(hours(6).getTime() - 1000), hours(6), hours(600)]) {
    verdicts.push((await check(issuer, later, { now, statusLists: [issuer.list([], now)] })).verdict);
  }
  expect(verdicts).toEqual(['not-yet-valid', 'valid', 'valid', 'expired', 'expired']);
});

test('a document from the future is not green: the clock of the device must be wrong', async () => {
  expect(await check(issuer, issuer.permit({ issuedAt: hours(3) }))).toMatchObject({ verdict: 'not-yet-valid' });
});

test('a revoked permit is shown as revoked, even by a list that is too old to clear one', async () => {
  expect(await check(issuer, permit, { statusLists: [issuer.list([3, 7])] })).toMatchObject({
    verdict: 'revoked',
    status: 1,
    document: { claims },
  });
  const longLived = issuer.permit({ expires: hours(5000) });
  expect(await check(issuer, longLived, { now: hours(1000), statusLists: [issuer.list([7])] })).toMatchObject({
    verdict: 'revoked',
  });
});

test('the freshest of several lists decides, whatever their order', async () => {
  const lists = [issuer.list([], hours(0.5)), issuer.list([7], hours(1)), issuer.list([], hours(0.2))];
  expect(await check(issuer, permit, { statusLists: lists })).toMatchObject({
    verdict: 'revoked',
    evidence: { listIssuedAt: hours(1) },
  });
});

test('without a list that can be relied on there is no green', async () => {
  const { published } = issuer.key;
  const unchecked = async (changes: Parameters<typeof check>[2], text = permit) => {
    const verdict = await check(issuer, text, changes);
    return verdict.verdict === 'unchecked-revocation' ? verdict.reason : verdict.verdict;
  };
  const longLived = issuer.permit({ expires: hours(5000) });
  expect(await unchecked({ statusLists: [] })).toBe('no-list');
  expect(await unchecked({ statusLists: [createIssuer().list()] })).toBe('no-list');
  expect(await unchecked({ statusLists: [Uint8Array.of(1, 2, 3)] })).toBe('no-list');
  expect(await unchecked({}, issuer.permit({ status: { uri: 'https://other.example/status/0', index: 7 } }))).toBe(
    'no-list',
  );
  expect(
    await unchecked(
      {},
      issuer.permit({ status: { uri: 'https://diwan.example/.well-known/diwan/status/0', index: 64 } }),
    ),
  ).toBe('no-list');
  expect(await unchecked({ now: hours(24 * 7 + 1) }, longLived)).toBe('list-too-old');
  expect(await unchecked({ statusLists: [issuer.list([], hours(5))] })).toBe('list-too-old');
  expect(await unchecked({ keysFetchedAt: hours(-24 * 31) })).toBe('keys-too-old');
  expect(await check(issuer, permit, { keys: [{ ...published, kid: 'AAAAAAAAAAA' }] })).toMatchObject({
    verdict: 'unknown-key',
  });
});

test('a key that has expired, or that began after the document, is refused', async () => {
  const { published } = issuer.key;
  const seconds = noon.getTime() / 1000;
  expect(await check(issuer, permit, { keys: [{ ...published, exp: seconds + 60 }] })).toMatchObject({
    verdict: 'key-not-valid',
  });
  expect(await check(issuer, permit, { keys: [{ ...published, nbf: seconds + 60 }] })).toMatchObject({
    verdict: 'key-not-valid',
    document: { claims },
  });
  const { exp: _, ...withoutEnd } = published;
  expect(await check(issuer, permit, { keys: [withoutEnd as never] })).toMatchObject({ verdict: 'key-not-valid' });
});

test('a document of another authority names its key and tells nothing else', async () => {
  const stranger = createIssuer();
  expect(await check(issuer, stranger.permit())).toEqual({
    verdict: 'unknown-key',
    keyId: stranger.key.published.kid,
    keysFetchedAt: hours(1),
  });
});

test('one changed word is found out', async () => {
  const message = unwrap(permit);
  message.write('MP-2026-7K3F9X', message.indexOf('MP-2026'));
  expect(await check(issuer, wrap(message))).toEqual({ verdict: 'tampered', keyId: issuer.key.published.kid });
});

test('no bit can be turned and stay green, nor does any make the reader fail', async () => {
  const message = unwrap(permit);
  const statusLists = [issuer.list()];
  for (let bit = 0; bit < message.length * 8; bit += 5) {
    const turned = Buffer.from(message);
    turned[bit >> 3]! ^= 1 << (bit & 7);
    expect(['tampered', 'unknown-key', 'not-a-document']).toContain(
      (await check(issuer, wrap(turned), { statusLists })).verdict,
    );
  }
});

test.each([
  'HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK',
  'https://diwan.example/',
  '',
  'DWN2:ABC',
  'x'.repeat(100_000),
  '😀'.repeat(50),
])('the foreign code %.30s is told apart from a damaged document', async (text) => {
  expect(await verifyCredential(text, nothing)).toEqual({ verdict: 'not-a-document', reason: 'foreign' });
});

test.each(['DWN1:', 'DWN1:ABC', 'DWN1:été', 'DWN1::::', permit.slice(0, 300), permit.slice(0, -40)])(
  'the damaged code %.30s is unreadable',
  async (text) => {
    expect(await verifyCredential(text, nothing)).toEqual({ verdict: 'not-a-document', reason: 'unreadable' });
  },
);

test('line breaks, small letters and spaces at the ends do not matter', async () => {
  for (const text of [`\n ${permit} \r\n`, permit.toLowerCase(), permit.replace(/.{70}/g, '$&\r\n')]) {
    expect(await check(issuer, text)).toMatchObject({ verdict: 'valid' });
  }
});

test('a signed revocation list is not a document, and a document is not a list', async () => {
  expect(await check(issuer, wrap(issuer.list()))).toEqual({ verdict: 'not-a-document', reason: 'unreadable' });
  expect(await check(issuer, permit, { statusLists: [unwrap(permit)] })).toMatchObject({
    verdict: 'unchecked-revocation',
  });
});

test('a few characters that would unpack into megabytes are refused', async () => {
  const bomb = wrap(Buffer.alloc(2_500_000));
  expect(bomb.length).toBeLessThan(5_000);
  expect(await verifyCredential(bomb, nothing)).toEqual({ verdict: 'not-a-document', reason: 'unreadable' });
});

test('nesting without end, and lengths that promise gigabytes, are refused', async () => {
  const deep = Buffer.alloc(60_000, 0x81);
  const promises = [
    '9b00000001ffffffff',
    'bb7fffffffffffffff',
    '5b000000ffffffffff',
    '9f',
    'd2d2d2d2d2',
    'd83dd83dd83dd2',
  ].map((hex) => Buffer.from(hex, 'hex'));
  for (const message of [deep, Buffer.alloc(60_000, 0xd2), ...promises]) {
    expect(await verifyCredential(wrap(message), nothing)).toEqual({ verdict: 'not-a-document', reason: 'unreadable' });
  }
});

test('whatever is scanned, an answer comes back, and green only for what was signed', async () => {
  const original = await check(issuer, permit);
  const message = unwrap(permit);
  const bytes = fc.uint8Array({ maxLength: 200 });
  const garbage = fc.oneof(
    fc.string(),
    fc.string().map((text) => `DWN1:${text}`),
    bytes.map((some) => `DWN1:${encodeBase45(some)}`),
    bytes.map(wrap),
    fc.anything().map((value) => wrap(encodeAnything(value))),
    fc
      .tuple(fc.nat(message.length), bytes)
      .map(([at, some]) => wrap(Buffer.concat([message.subarray(0, at), some, message.subarray(at + 1)]))),
  );
  await fc.assert(
    fc.asyncProperty(garbage, async (text) => {
      const verdict = await check(issuer, text);
      // Leaving away the COSE tag, say, changes nothing that is signed.
      if (verdict.verdict === 'valid') expect(verdict).toEqual(original);
      else expect(['not-a-document', 'unknown-key', 'tampered']).toContain(verdict.verdict);
    }),
    { numRuns: 400 },
  );
});

const encodeAnything = (value: unknown): Uint8Array => {
  try {
    return encode([new Uint8Array(0), new Map(), encode(value), new Uint8Array(64)]);
  } catch {
    return encode(null);
  }
};
