import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { Problem } from '../base/problem.ts';
import { permit } from '../../test/world/service.ts';
import { findKeyByHash, listKeyUse } from './api-key-queries.ts';
import { hashOfKey, hasKeyIn, isKey, keyFrom, keyPattern, newKey, startOfKey, withoutKeys } from './api-key-text.ts';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import type { Staff } from './grant.ts';
import { endKey, getKey, makeKey, type NewApiKey, rotateKey } from './key-administration.ts';

let world: TestDatabase;
let keys: ApiKeys;
let now = new Date();
const covers = (holder: string, institution: string) =>
  holder === institution || (holder === 'ministry' && institution === 'hospital');

beforeAll(async () => {
  world = await createTestDatabase();
  keys = createApiKeys({ database: world.database, demonstration: false, now: () => now });
});
afterAll(() => world.close());

const administrator = (institution: string): Staff => ({
  accountId: randomUUID(),
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'en',
  demonstration: false,
  grants: [{ role: 'administrator', institution, services: null }],
});
const hospital = administrator('hospital');
const day = 86_400_000;
const wanted = (changes: Partial<NewApiKey> = {}): NewApiKey => ({
  name: 'Laboratory',
  institution: 'hospital',
  role: 'health-reviewer',
  services: ['business-reopening'],
  perMinute: 600,
  until: new Date(Date.now() + 30 * day),
  ...changes,
});
const service = {
  ...permit,
  id: 'business-reopening',
  owner: 'ministry',
  oversight: ['inspector'],
  roles: new Map(['health-reviewer', 'inspector'].map((role) => [role, { ar: role, fr: role, en: role }])),
};
const parts = () => ({
  database: world.database,
  covers,
  services: () => [service],
  findInstitution: () => ({}),
  platformRoles: ['data-reader'],
  administersAll: () => false,
});
const make = (changes: Partial<NewApiKey> = {}, by = hospital) => makeKey(parts(), by, wanted(changes), now);

let networks = 0;
/** Another network each time, so that one test's failures are not another's. */
const newAddress = () => `10.0.${++networks}.1`;
const answerOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'let in';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return JSON.stringify([error.code, error.status, error.errors]);
  }
};

test('a key is its holder with one grant, as it was made', async () => {
  const { id, key } = await make();
  expect(await keys.identify(key, newAddress())).toMatchObject({
    accountId: id,
    key: { id, name: 'Laboratory' },
    grants: [{ role: 'health-reviewer', institution: 'hospital', services: ['business-reopening'] }],
  });
});

test('keys can be told from other text by their shape and checksum, and every random one is one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(52), fc.nat(60), (bytes, at, other) => {
      const key = keyFrom(bytes);
      expect(isKey(key)).toBe(true);
      expect(key).toMatch(/^dwk_[0-9A-Za-z]{49}$/);
      const letter = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[other]!;
      const mistyped = key.slice(0, at) + letter + key.slice(at + 1);
      expect(isKey(mistyped)).toBe(mistyped === key);
    }),
  );
  expect(new Set(Array.from({ length: 200 }, newKey)).size).toBe(200);
});

test('the database holds no key, only what cannot be turned back', async () => {
  const { key } = await make();
  const [row] = await world.owner.run<{ all: string }>({
    name: 't/all',
    text: `select string_agg(k::text, ' ') as all from api_key k`,
  });
  expect(row?.all).not.toMatch(keyPattern);
  expect(row?.all).toContain(startOfKey(key));
  expect(startOfKey(key).length).toBeLessThan(10);
});

test('unknown, mistyped, ended, expired and demonstration keys get one and the same answer', async () => {
  const ended = await make();
  await endKey(parts(), hospital, ended.id, now);
  const expired = await make({ until: new Date(Date.now() + 60_000) });
  const demo = newKey();
  await world.owner.run({
    name: 't/demo',
    text: `insert into api_key (name, institution, role, per_minute, start, hash, valid_until, demonstration)
           values ('d', 'hospital', 'r', 60, 'dwk_', '\\x${hashOfKey(demo).toString('hex')}', now() + interval '1 day', true)`,
  });
  const real = now;
  now = new Date(+real + 120_000);
  const all = [newKey(), `${newKey().slice(0, -1)}!`, 'dwk_', ended.key, expired.key, demo];
  const answers = await Promise.all(all.map((key) => answerOf(keys.identify(key, newAddress()))));
  now = real;
  expect(new Set(answers)).toEqual(new Set([JSON.stringify(['sign-in-required', 401, []])]));
});

test('a key of another institution can be neither made, seen, replaced nor ended', async () => {
  const { id } = await make();
  const police = administrator('police');
  const inOneService = { ...hospital, grants: [{ ...hospital.grants[0]!, services: ['petition'] }] };
  for (const stranger of [police, inOneService]) {
    expect(await answerOf(make({}, stranger))).toContain('not-allowed');
    expect(await answerOf(getKey(parts(), stranger, id))).toContain('not-found');
    expect(await answerOf(endKey(parts(), stranger, id, now))).toContain('not-found');
    const rotation = { now, oldEnds: now, until: new Date(+now + day) };
    expect(await answerOf(rotateKey(parts(), stranger, id, rotation))).toContain('not-found');
  }
  expect(await answerOf(make({ institution: 'ministry' }))).toContain('not-allowed');
  expect((await getKey(parts(), administrator('ministry'), id)).id).toBe(id);
});

test('no key has more than its maker could grant: administration, oversight of another, an unknown role, a longer time', async () => {
  for (const role of ['administrator', 'service-publisher', 'inspector', 'nobody'])
    expect(await answerOf(make({ role }))).toContain('not-allowed');
  expect(await answerOf(make({ role: 'inspector', institution: 'ministry' }, administrator('ministry')))).toBe(
    'let in',
  );
  expect(await answerOf(make({ role: 'data-reader' }))).toBe('let in');
  const forAWeek = { ...hospital, grants: [{ ...hospital.grants[0]!, until: +now + 7 * day }] };
  expect(await answerOf(make({}, forAWeek))).toContain('not-allowed');
  expect(await answerOf(make({ until: new Date(+now + 6 * day) }, forAWeek))).toBe('let in');
  const deputy = { ...hospital, grants: [{ ...hospital.grants[0]!, for: 'somebody' }] };
  expect(await answerOf(make({}, deputy))).toContain('not-allowed');
});

test('a new key takes over while the old one still works until its day, and both stand in the same place', async () => {
  const old = await make();
  const oldEnds = new Date(+now + 7 * day);
  const fresh = await rotateKey(parts(), hospital, old.id, { now, oldEnds, until: new Date(+now + 60 * day) });
  const before = createApiKeys({ database: world.database, demonstration: false, now: () => now });
  expect((await before.identify(old.key, newAddress())).grants[0]?.until).toBe(+oldEnds);
  expect((await before.identify(fresh.key, newAddress())).grants[0]).toMatchObject({ role: 'health-reviewer' });
  const later = createApiKeys({ database: world.database, demonstration: false, now: () => new Date(+now + 8 * day) });
  expect(await answerOf(later.identify(old.key, newAddress()))).toContain('sign-in-required');
  expect(await answerOf(later.identify(fresh.key, newAddress()))).toBe('let in');
  expect((await getKey(parts(), hospital, fresh.id)).replaces).toBe(old.id);
});

test('an end can only come closer, whoever asks the database', async () => {
  const { id } = await make();
  await endKey(parts(), hospital, id, now);
  const change = (what: string) =>
    world.database.run({ name: `t/${what}`, text: `update api_key set ${what} where id = '${id}'` });
  await expect(change("ends_at = now() + interval '1 year'")).rejects.toThrow(/ends no later/);
  await expect(change('ends_at = null')).rejects.toThrow(/ends no later/);
  await expect(change("role = 'inspector'")).rejects.toThrow(/permission denied/);
});

test('a key that asks too often waits, and only it', async () => {
  const one = await make({ perMinute: 5 });
  const other = await make({ perMinute: 5 });
  const address = newAddress();
  const still = createApiKeys({ database: world.database, demonstration: false, now: () => now });
  for (let request = 0; request < 5; request++) await still.identify(one.key, address);
  const refusal = (await still.identify(one.key, address).catch((error: unknown) => error)) as Problem;
  expect(refusal).toMatchObject({ code: 'too-many-requests', status: 429 });
  expect(refusal.retryAfter).toBeGreaterThan(0);
  expect(await answerOf(still.identify(other.key, address))).toBe('let in');
  await still.flush();
  const use = await world.database.run(listKeyUse, [[one.id]]);
  expect(use).toMatchObject([{ requests: 6, refused: 1 }]);
});

test('who tries keys is stopped after twenty, and a right key from elsewhere is not', async () => {
  const { key } = await make();
  const address = newAddress();
  const guesses = [];
  for (let guess = 0; guess < 25; guess++) guesses.push(await answerOf(keys.identify(newKey(), address)));
  expect(guesses.slice(0, 20).every((answer) => answer.includes('sign-in-required'))).toBe(true);
  expect(guesses.at(-1)).toContain('too-many-requests');
  expect(await answerOf(keys.identify(key, newAddress()))).toBe('let in');
});

test('wrong keys are not asked of the database when they cannot be keys, and are looked up by their hash only', async () => {
  const asked: unknown[] = [];
  const spied = createApiKeys({
    database: { run: async (statement, values) => (asked.push([statement.name, values]), []) },
    demonstration: false,
    now: () => now,
  });
  await answerOf(spied.identify('dwk_nothing', newAddress()));
  expect(asked).toEqual([]);
  const key = newKey();
  await answerOf(spied.identify(key, newAddress()));
  expect(asked).toEqual([[findKeyByHash.name, [hashOfKey(key)]]]);
});

test('a key is found in an address and taken out of a line of the log, in whatever spelling', () => {
  const key = newKey();
  const spelt = [...key].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  for (const address of [`/api/v1/records?key=${key}`, `/api/v1/${key}`, `/api/v1/places?q=${spelt}`, `/api/%zz${key}`])
    expect(hasKeyIn(address)).toBe(true);
  expect(hasKeyIn('/api/v1/places?q=dwk_&parent=%D8%A7')).toBe(false);
  const line = JSON.stringify({ message: `Bearer ${key} was sent`, other: key });
  expect(withoutKeys(line)).not.toMatch(keyPattern);
  expect(JSON.parse(withoutKeys(line))).toEqual({ message: 'Bearer dwk_… was sent', other: 'dwk_…' });
});
