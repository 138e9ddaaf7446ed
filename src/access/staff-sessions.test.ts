import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  cheapHashing,
  clientAt,
  cookiesOf,
  hire,
  openTestAccounts,
  password,
  testSecret,
} from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import type { Queryable } from '../base/database.ts';
import { signCookie } from './cookie-signature.ts';
import { endGrant, grantRole } from './grants.ts';
import { createSessionCookie } from './session-cookie.ts';
import { createStaffSessions } from './staff-sessions.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

let accountId: string;
let email: string;
let people = 0;
beforeEach(async () => {
  email = `clerk${(people += 1)}@example.gov`;
  accountId = await hire(world.database, cheapHashing(), email);
});

const signedIn = async () => {
  const accounts = await openTestAccounts(world.database);
  const cookies = cookiesOf(await accounts.signInDesk.signIn(email, password, clientAt('192.0.2.1')));
  return { ...accounts, cookies };
};

const cookieCalled = (name: string) => createSessionCookie(name, testSecret, false);

const agent = { role: 'permit-agent', institution: 'ministry', services: null };

it('shows what the account may do: its grants of now, not those of yesterday or tomorrow', async () => {
  const hour = 3_600_000;
  const at = (hours: number) => new Date(Date.now() + hours * hour);
  const give = (role: string, times: { validFrom?: Date; validUntil?: Date }) =>
    grantRole(world.database, { accountId, role, institution: 'ministry', services: ['permit'], ...times });
  await give('now', { validFrom: at(-2), validUntil: at(2) });
  await give('yesterday', { validFrom: at(-2), validUntil: at(-1) });
  await give('tomorrow', { validFrom: at(1) });
  const { sessions, cookies } = await signedIn();
  expect((await sessions.find(cookies))?.grants).toEqual([
    { role: 'now', institution: 'ministry', services: ['permit'], until: expect.any(Number) },
  ]);
});

it('notices a grant that is taken back within five seconds, in the open session', async () => {
  const grantId = await grantRole(world.database, { accountId, ...agent });
  const { sessions, cookies, clock } = await signedIn();
  expect((await sessions.find(cookies))?.grants).toEqual([agent]);
  expect(await endGrant(world.database, grantId)).toBe(true);
  clock.time += 5_000;
  expect((await sessions.find(cookies))?.grants).toEqual([]);
});

it('does not bring a grant back that has ended, and ends it once', async () => {
  const grantId = await grantRole(world.database, { accountId, ...agent });
  expect(await endGrant(world.database, grantId)).toBe(true);
  expect(await endGrant(world.database, grantId)).toBe(false);
  const reopen = world.database.pool.query('update role_grant set ended_at = null where id = $1', [grantId]);
  await expect(reopen).rejects.toThrow('has ended');
});

it.each([
  ['change what was granted', `update role_grant set role = 'minister'`],
  ['prolong it', `update role_grant set valid_until = null`],
  ['make it vanish', `delete from role_grant`],
])('cannot %s, even with the rights of the program', async (_what, sql) => {
  await grantRole(world.database, { accountId, ...agent });
  await expect(world.database.pool.query(sql)).rejects.toThrow('permission denied');
});

it('signs nobody in with a session that has expired', async () => {
  const { sessions, cookies, clock } = await signedIn();
  expect(await sessions.find(cookies)).toBeDefined();
  await world.database.pool.query(
    `update auth_session set expires_at = now() - interval '1 second' where user_id = $1`,
    [accountId],
  );
  clock.time += 5_000;
  expect(await sessions.find(cookies)).toBeUndefined();
  await sessions.removeExpired();
  const { rows } = await world.database.pool.query('select from auth_session where user_id = $1', [accountId]);
  expect(rows).toHaveLength(0);
});

it('signs nobody in with a session that was left for an hour, whatever open pages ask meanwhile', async () => {
  const { sessions, cookies, clock } = await signedIn();
  const leave = (minutes: number) =>
    world.database.pool.query(
      'update auth_session set seen_at = seen_at - make_interval(mins => $2) where user_id = $1',
      [accountId, minutes],
    );
  await leave(50);
  expect(await sessions.findNow(cookies)).toBeDefined();
  clock.time += 5_000;
  // Somebody comes back in time: the hour begins anew.
  expect(await sessions.find(cookies)).toBeDefined();
  await leave(50);
  expect(await sessions.findNow(cookies)).toBeDefined();
  await leave(11);
  clock.time += 5_000;
  expect(await sessions.findNow(cookies)).toBeUndefined();
  expect(await sessions.find(cookies)).toBeUndefined();
  expect(await sessions.prove(cookies, 'totp')).toBeUndefined();
  expect(await sessions.list(accountId)).toEqual([]);
  await sessions.removeExpired();
  const { rows } = await world.database.pool.query('select from auth_session where user_id = $1', [accountId]);
  expect(rows).toHaveLength(0);
});

it('asks the database nothing for visitors without a session, nor for a forged one', async () => {
  const asked: string[] = [];
  const database = { run: async ({ name }: { name: string }) => (asked.push(name), []) };
  const sessions = createStaffSessions({ database, secret: testSecret, cookie: cookieCalled('session') });
  for (const session of [undefined, '', 'x', 'token.signature', signCookie('another secret', 'token')]) {
    expect(await sessions.find({ session })).toBeUndefined();
  }
  expect(asked).toEqual([]);
});

it('asks once for many pages of the same moment', async () => {
  const { cookies } = await signedIn();
  let asked = 0;
  const run: Queryable['run'] = (statement, values) => ((asked += 1), world.database.run(statement, values));
  const sessions = createStaffSessions({
    database: { run },
    secret: testSecret,
    cookie: cookieCalled('diwan.session_token'),
  });
  const found = await Promise.all(Array.from({ length: 20 }, () => sessions.find(cookies)));
  expect(found.every((staff) => staff?.email === email)).toBe(true);
  expect(asked).toBe(1);
});

it('asks again after the database failed to answer', async () => {
  const { cookies } = await signedIn();
  let fails = true;
  const run: Queryable['run'] = (statement, values) =>
    fails ? Promise.reject(new Error('connection lost')) : world.database.run(statement, values);
  const sessions = createStaffSessions({
    database: { run },
    secret: testSecret,
    cookie: cookieCalled('diwan.session_token'),
  });
  await expect(sessions.find(cookies)).rejects.toThrow('connection lost');
  fails = false;
  expect(await sessions.find(cookies)).toBeDefined();
});
