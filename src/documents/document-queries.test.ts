import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { statement } from '../base/database.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { documentsPerList } from './credential-format.ts';
import { countDocumentScan, findDocument, getLastStatusList, getRevokedIndexes } from './document-queries.ts';
import { createIssuer, hours, noon } from './issuer.fixture.ts';
import { createPublishedStatusLists } from './published-status-lists.ts';
import { readStatusList } from './read-status-list.ts';

const insert = statement(
  'test/insert-document',
  `insert into document (id, record_id, kind, issued_at, credential) values ($1, 5, 'permit', $2, 'DWN1:X')`,
);
const revoke = statement(
  'test/revoke-document',
  `update document set revoked_at = $2, revocation_reason = 'lost' where id = $1`,
);
const scans = statement<{ n: number }>('test/count-scans', `select count(*) as n from document_scan`);
const clear = statement('test/clear', `truncate document, document_scan`);

let world: TestDatabase;
beforeAll(async () => (world = await createTestDatabase()));
afterAll(() => world.close());
beforeEach(() => world.owner.run(clear));

const issue = (...ids: number[]) => Promise.all(ids.map((id) => world.database.run(insert, [id, noon])));
const revokeAll = (...ids: number[]) => Promise.all(ids.map((id) => world.database.run(revoke, [id, noon])));

test('a document is found by its number, with what became of it', async () => {
  await issue(1001);
  await revokeAll(1001);
  expect(await findDocument(world.database, 1001)).toMatchObject({
    id: 1001,
    recordId: 5,
    kind: 'permit',
    issuedAt: noon,
    validUntil: null,
    revokedAt: noon,
    revocationReason: 'lost',
  });
  expect(await findDocument(world.database, 1002)).toBeUndefined();
});

test('each revocation list holds the revoked documents of its own numbers', async () => {
  const size = documentsPerList;
  await issue(7, 8, size - 1, size, size + 3);
  await revokeAll(8, size - 1, size + 3);
  expect((await getRevokedIndexes(world.database, 0)).toSorted((a, b) => a - b)).toEqual([8, size - 1]);
  expect(await getRevokedIndexes(world.database, 1)).toEqual([3]);
  expect(await getLastStatusList(world.database)).toBe(1);
});

test('an officer’s check is counted once however often it is sent, and an unreadable code too', async () => {
  const scan = { documentId: 1001, accountId: randomUUID(), at: noon, verdict: 'valid' } as const;
  expect(await countDocumentScan(world.database, scan)).toBe(true);
  expect(await countDocumentScan(world.database, scan)).toBe(false);
  expect(await countDocumentScan(world.database, { ...scan, documentId: undefined, verdict: 'not-a-document' })).toBe(
    true,
  );
  expect(await countDocumentScan(world.database, { ...scan, at: hours(1) })).toBe(true);
  expect(await world.database.run(scans)).toEqual([{ n: 3 }]);
});

test('the program cannot change or remove a counted check', async () => {
  await expect(
    world.database.run(statement('test/forge', `update document_scan set verdict = 'valid'`)),
  ).rejects.toThrow(/permission denied/);
  await expect(world.database.run(statement('test/hide', `delete from document_scan`))).rejects.toThrow(
    /permission denied/,
  );
});

test('a revocation is on the published list within seconds, and lists of numbers not in use do not exist', async () => {
  const issuer = createIssuer();
  const keys = { signer: () => issuer.key, publicKeySet: () => ({ keys: [issuer.key.published] }) };
  const lists = createPublishedStatusLists(world.database, keys, 'https://diwan.example');
  const statusOf = async (at: Date) =>
    (await readStatusList((await lists.find(0, at))!, [issuer.key.published], at))?.statusAt(7);
  await issue(7);
  expect(await statusOf(noon)).toBe(0);
  await revokeAll(7);
  expect(await statusOf(new Date(+noon + 6_000))).toBe(1);
  expect(await lists.find(1, noon)).toBeUndefined();
  expect(await lists.find(10 ** 9, noon)).toBeUndefined();
});
