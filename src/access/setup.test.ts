import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { openSetup, type Setup } from './setup.ts';

let testDatabase: TestDatabase;
let dataFolder: string;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  dataFolder = mkdtempSync(join(tmpdir(), 'diwan-setup-'));
});
afterEach(async () => {
  await testDatabase.close();
  rmSync(dataFolder, { recursive: true });
});

const open = (demo = false): Promise<Setup> => openSetup(testDatabase.database, { dataFolder, demo });
const administrator = {
  email: 'Hala@example.org',
  name: 'هالة منصور',
  nameLatin: 'Hala Mansour',
  locale: 'ar',
  passwordHash: 'x',
  institution: 'ministry',
} as const;
const finish = (setup: Setup, version: number) =>
  testDatabase.database.transaction((transaction) => setup.finish(transaction, version));
const accounts = async () => (await testDatabase.owner.pool.query('select email from auth_user')).rows;

test('an empty installation waits with a token that only the program may read, the same after a restart', async () => {
  const setup = await open();
  expect(setup.isOpen()).toBe(true);
  const token = readFileSync(setup.file, 'utf8').trim();
  expect(token).toMatch(/^[0-9a-f]{32}$/);
  expect(statSync(setup.file).mode & 0o077).toBe(0);
  expect([setup.isToken(token), setup.isToken(''), setup.isToken(token.slice(1))]).toEqual([true, false, false]);
  expect((await open()).path).toBe(setup.path);
});

test('a demonstration and an installation with people have no set-up', async () => {
  expect((await open(true)).isOpen()).toBe(false);
  await hire(testDatabase.database, cheapHashing(), 'rana@example.org');
  const setup = await open();
  expect([setup.isOpen(), setup.path, setup.isToken('')]).toEqual([false, undefined, false]);
  await expect(setup.read()).rejects.toMatchObject({ code: 'not-found' });
});

test('what was answered is there after a pause, and of two that keep at once the second is told', async () => {
  const setup = await open();
  const { version } = await setup.read();
  await setup.save({ country: 'folder' }, version);
  expect((await (await open()).read()).answers).toEqual({ country: 'folder' });
  await expect(setup.save({ country: 'own' }, version)).rejects.toMatchObject({ code: 'state-changed' });
});

test('of many that finish at once one makes the administrator, and it is never done again', async () => {
  const programs = await Promise.all([open(), open()]);
  const [setup] = programs as [Setup, Setup];
  await setup.save({ administrator }, (await setup.read()).version);
  const { version } = await setup.read();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 6 }, (_, index) => finish(programs[index % 2] as Setup, version)),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await accounts()).toEqual([{ email: 'hala@example.org' }]);
  const { rows } = await testDatabase.owner.pool.query('select role, institution, services from role_grant');
  expect(rows).toEqual([{ role: 'administrator', institution: 'ministry', services: null }]);
  const { rows: kept } = await testDatabase.owner.pool.query('select answers from setup');
  expect(kept).toEqual([{ answers: {} }]);
  await expect(finish(setup, version + 1)).rejects.toMatchObject({ code: 'state-changed' });
  setup.close();
  expect(existsSync(setup.file)).toBe(false);
  // Not even when every account has gone since.
  await testDatabase.owner.pool.query('truncate auth_user cascade');
  expect((await open()).isOpen()).toBe(false);
});

test('nothing is finished without an administrator', async () => {
  const setup = await open();
  await expect(finish(setup, (await setup.read()).version)).rejects.toMatchObject({ code: 'not-possible' });
  expect(setup.isOpen()).toBe(true);
});
