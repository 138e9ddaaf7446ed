import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, openTestAccounts, testSecret } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { inProject } from '../base/paths.ts';
import { createAccountKeys } from './account-keys.ts';
import { ensureDemoAccounts, shutOutDemoAccounts } from './demo-accounts.ts';
import { loadDemonstration } from './demonstration.ts';
import { endGrant } from './grants.ts';

const demonstration = loadDemonstration(inProject('country', 'demo-accounts.yaml'));
const client = clientAt('192.0.2.1');
const keys = createAccountKeys(testSecret);

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const unusedHashing = { hash: () => Promise.reject(new Error('hashed again')) };

it('lets everybody of the demonstration sign in, marked as such, with the declared roles', async () => {
  await ensureDemoAccounts(world.database, cheapHashing(), demonstration, keys);
  const { signInDesk, sessions, factors } = await openTestAccounts(world.database);
  for (const { email, name, grants, totp } of demonstration.accounts) {
    let cookies = cookiesOf(await signInDesk.signIn(email, demonstration.password, client));
    if (totp !== undefined) {
      expect(await sessions.find(cookies)).toBeUndefined();
      const half = await sessions.findHalf(cookies);
      const typed = (await factors.codeToShow(half?.staff.accountId ?? '')) ?? '';
      cookies = cookiesOf(await signInDesk.prove({ typed }, { ...client, cookies }));
    }
    const staff = await sessions.find(cookies);
    expect(staff).toMatchObject({ email, name: { ar: name }, demonstration: true });
    const inOrder = (some: readonly { institution: string; role: string }[] = []) =>
      some.toSorted((a, b) => a.institution.localeCompare(b.institution) || a.role.localeCompare(b.role));
    expect(inOrder(staff?.grants)).toEqual(inOrder(grants.map((grant) => ({ services: null, ...grant }))));
  }
});

it('makes nothing twice and hashes nothing again when it starts again', async () => {
  await ensureDemoAccounts(world.database, cheapHashing(), demonstration, keys);
  await ensureDemoAccounts(world.database, unusedHashing, demonstration, keys);
  const { rows } = await world.database.pool.query('select email from account');
  expect(rows).toHaveLength(demonstration.accounts.length);
});

it('leaves a grant ended that somebody took back', async () => {
  await ensureDemoAccounts(world.database, cheapHashing(), demonstration, keys);
  const { rows } = await world.database.pool.query(
    `select g.id from role_grant g join account a on a.id = g.account_id where a.email = 'inspector@demo.diwan'`,
  );
  await endGrant(world.database, rows[0].id);
  await ensureDemoAccounts(world.database, unusedHashing, demonstration, keys);
  const { signInDesk, sessions } = await openTestAccounts(world.database);
  const cookies = cookiesOf(await signInDesk.signIn('inspector@demo.diwan', demonstration.password, client));
  expect((await sessions.find(cookies))?.grants).toEqual([]);
});

it('shuts everybody of it out where the demonstration is off, and back in where it is on again', async () => {
  await ensureDemoAccounts(world.database, cheapHashing(), demonstration, keys);
  const { signInDesk, sessions, clock } = await openTestAccounts(world.database);
  const cookies = cookiesOf(await signInDesk.signIn('agent@demo.diwan', demonstration.password, client));
  await shutOutDemoAccounts(world.database);
  clock.time += 5_000;
  expect(await sessions.find(cookies)).toBeUndefined();
  expect(await signInDesk.signIn('agent@demo.diwan', demonstration.password, client)).toEqual({ kind: 'refused' });
  await ensureDemoAccounts(world.database, cheapHashing(), demonstration, keys);
  expect((await signInDesk.signIn('agent@demo.diwan', demonstration.password, client)).kind).toBe('signed-in');
});

it('says what is wrong with a file it cannot use', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-demo-'));
  const path = join(folder, 'people.yaml');
  expect(() => loadDemonstration(path)).toThrow(/people\.yaml cannot be read/);
  writeFileSync(path, 'password: a long enough password\naccounts:\n  - email: rana@demo.diwan\n');
  expect(() => loadDemonstration(path)).toThrow(/people\.yaml is not right at \/accounts\/0/);
  await rm(folder, { recursive: true });
});
