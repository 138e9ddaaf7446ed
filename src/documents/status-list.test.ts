import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentIdAt, documentsPerList, statusListPath, statusPosition } from './credential-format.ts';
import { createIssuer, hours, noon } from './issuer.fixture.ts';
import { readStatusList, statusAt, statusListAddress } from './read-status-list.ts';
import { buildStatusList, signStatusList } from './status-list.ts';

const issuer = createIssuer();

test('bits are packed as in the worked example of the Token Status List draft', () => {
  const revoked = [0, 3, 4, 5, 7, 8, 9, 13, 15];
  expect(Buffer.from(buildStatusList(revoked, 16)).toString('hex')).toBe('b9a3');
});

test('two bits per document are read as in the worked example of the draft', () => {
  const list = Uint8Array.of(0xc9, 0x44, 0xf9);
  expect(Array.from({ length: 13 }, (_, index) => statusAt(list, 2, index))).toEqual([
    1,
    2,
    0,
    3,
    0,
    1,
    0,
    1,
    1,
    2,
    3,
    3,
    undefined,
  ]);
});

test('a verifier reads from a signed list exactly what was revoked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.nat(999)), async (revoked) => {
      const token = signStatusList(issuer.key, {
        uri: 'https://a.example/1',
        revoked,
        size: 1000,
        issuedAt: noon,
        timeToLive: 60,
        lifetime: 3600,
      });
      const list = (await readStatusList(token, [issuer.key.published], hours(0.5)))!;
      const read = Array.from({ length: 1000 }, (_, index) => index).filter((index) => list.statusAt(index) === 1);
      expect(read).toEqual(revoked.toSorted((a, b) => a - b));
      expect(list.statusAt(1000)).toBeUndefined();
    }),
    { numRuns: 25 },
  );
});

test('a list tells its address, its age and when to come back', async () => {
  const token = issuer.list([1], noon);
  expect(statusListAddress(token)).toBe('https://diwan.example/.well-known/diwan/status/0');
  expect(await readStatusList(token, [issuer.key.published], noon)).toMatchObject({
    uri: 'https://diwan.example/.well-known/diwan/status/0',
    issuedAt: noon.getTime() / 1000,
    expires: hours(7 * 24).getTime() / 1000,
    timeToLive: 900,
  });
});

test('a list counts only when a known key signed it and the key is in force', async () => {
  const token = issuer.list();
  const { published } = issuer.key;
  expect(await readStatusList(token, [], noon)).toBeUndefined();
  expect(await readStatusList(token, [createIssuer().key.published], noon)).toBeUndefined();
  expect(await readStatusList(token, [{ ...published, exp: noon.getTime() / 1000 }], noon)).toBeUndefined();
  expect(await readStatusList(token.with(120, token[120]! ^ 1), [published], noon)).toBeUndefined();
});

test('131,072 documents with a thousand revoked fit in 3 KB', () => {
  const revoked = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 131_072);
  expect(
    signStatusList(issuer.key, {
      uri: 'https://a.example/1',
      revoked,
      size: 131_072,
      issuedAt: noon,
      timeToLive: 1,
      lifetime: 1,
    }).length,
  ).toBeLessThan(3_000);
});

test('a position outside of the list is refused', () => {
  expect(() => buildStatusList([16], 16)).toThrow(RangeError);
  expect(() => buildStatusList([-1], 16)).toThrow(RangeError);
});

test('from the place in a list that a document names, its number is known again', () => {
  for (const id of [1, 1000, documentsPerList - 1, documentsPerList, 14_945_180]) {
    const { list, index } = statusPosition(id);
    expect(documentIdAt({ uri: `https://diwan.example${statusListPath(list)}`, index })).toBe(id);
  }
  expect(documentIdAt({ uri: 'https://elsewhere.example/list', index: 3 })).toBeUndefined();
});
