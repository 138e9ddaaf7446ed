import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts, password } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { readAccountEvents } from './account-events.ts';
import { totpCodeOf, totpStep } from './totp.ts';

const home = clientAt('192.0.2.10');
let world: TestDatabase;
let email: string;
let accountId: string;
let people = 0;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());
beforeEach(async () => {
  email = `factor${(people += 1)}@example.gov`;
  accountId = await hire(world.database, cheapHashing(), email);
});

type Opened = Awaited<ReturnType<typeof openTestAccounts>>;

/** Signs in, sets an authenticator app up, and gives what its owner then has. */
const withApp = async (accounts: Opened) => {
  const cookies = cookiesOf(await accounts.signInDesk.signIn(email, password, home));
  const staff = await accounts.sessions.find(cookies);
  if (!staff) throw new Error('not signed in');
  const setUp = await accounts.factors.beginTotp(staff, 'Diwan');
  if (!setUp) throw new Error('an app was set up already');
  const codeAt = (steps = 0) => totpCodeOf(setUp.secret, totpStep(accounts.clock.time) + steps);
  expect(await accounts.factors.confirmTotp(staff, codeAt(), home)).toBe(true);
  const recoveryCodes = await accounts.factors.makeRecoveryCodes(staff, home);
  accounts.clock.time += 60_000;
  return { staff, cookies, secret: setUp.secret, codeAt, recoveryCodes };
};

const half = async (accounts: Opened, client = home) => {
  const outcome = await accounts.signInDesk.signIn(email, password, client);
  expect(outcome).toMatchObject({ kind: 'second-step', lacks: 'prove' });
  return { ...client, cookies: { ...client.cookies, ...cookiesOf(outcome) } };
};

describe('an account with an authenticator app', () => {
  it('is not signed in by its password alone', async () => {
    const accounts = await openTestAccounts(world.database);
    await withApp(accounts);
    const client = await half(accounts);
    expect(await accounts.sessions.find(client.cookies)).toBeUndefined();
    expect((await accounts.sessions.findHalf(client.cookies))?.staff.email).toBe(email);
    // Another process, which never saw it, agrees.
    expect(await (await openTestAccounts(world.database)).sessions.find(client.cookies)).toBeUndefined();
  });

  it('is signed in by the code, typed with Arabic digits and a space, under another session id', async () => {
    const accounts = await openTestAccounts(world.database);
    const { codeAt } = await withApp(accounts);
    const client = await half(accounts);
    const typed = codeAt()
      .replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
      .replace(/^(...)/, '$1 ');
    const cookies = cookiesOf(await accounts.signInDesk.prove({ typed }, client));
    expect(await accounts.sessions.find(cookies)).toMatchObject({ email, secondFactor: 'totp' });
    expect(cookies['diwan.session_token']).not.toBe(client.cookies['diwan.session_token']);
    // Whoever knew the id of the half session has nothing.
    expect(await accounts.sessions.find(client.cookies)).toBeUndefined();
    expect(await accounts.sessions.findHalf(client.cookies)).toBeUndefined();
  });

  it('takes no code twice, nor one of a step before, even when two are sent at once', async () => {
    const accounts = await openTestAccounts(world.database);
    const { codeAt } = await withApp(accounts);
    const [one, other, third] = [await half(accounts), await half(accounts), await half(accounts)];
    const typed = codeAt();
    const outcomes = await Promise.all([one, other].map((client) => accounts.signInDesk.prove({ typed }, client)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['signed-in', 'wrong']);
    expect((await accounts.signInDesk.prove({ typed: codeAt(-1) }, third)).kind).toBe('wrong');
    expect((await accounts.signInDesk.prove({ typed: codeAt(1) }, third)).kind).toBe('signed-in');
  });

  it.each(['000000', '', 'abcdef', '12345', '1'.repeat(10_000), '\0', "' or 1=1"])('refuses %j', async (typed) => {
    const accounts = await openTestAccounts(world.database);
    await withApp(accounts);
    expect((await accounts.signInDesk.prove({ typed }, await half(accounts))).kind).toBe('wrong');
  });

  it('refuses the code of another account', async () => {
    const accounts = await openTestAccounts(world.database);
    const { codeAt } = await withApp(accounts);
    const other = `other${people}@example.gov`;
    await hire(world.database, cheapHashing(), other);
    email = other;
    await withApp(accounts);
    expect((await accounts.signInDesk.prove({ typed: codeAt() }, await half(accounts))).kind).toBe('wrong');
  });

  it('ends the sessions that were opened by the password alone', async () => {
    const accounts = await openTestAccounts(world.database);
    const elsewhere = cookiesOf(await accounts.signInDesk.signIn(email, password, clientAt('198.51.100.1')));
    expect(await accounts.sessions.find(elsewhere)).toBeDefined();
    await withApp(accounts);
    expect(await accounts.sessions.find(elsewhere)).toBeUndefined();
  });

  it('lets nobody in by a half session after a quarter of an hour', async () => {
    const accounts = await openTestAccounts(world.database);
    const { codeAt } = await withApp(accounts);
    const client = await half(accounts);
    accounts.clock.time += 16 * 60_000;
    expect((await accounts.signInDesk.prove({ typed: codeAt() }, client)).kind).toBe('expired');
  });

  it('keeps its key sealed: neither the table nor another account opens it', async () => {
    const accounts = await openTestAccounts(world.database);
    const { secret } = await withApp(accounts);
    const { rows } = await world.database.pool.query('select secret from account_totp where account_id = $1', [
      accountId,
    ]);
    expect((rows[0].secret as Buffer).toString('latin1')).not.toContain(secret);
    expect(() => accounts.accountKeys.open(rows[0].secret, 'totp another account')).toThrow();
    expect(accounts.accountKeys.open(rows[0].secret, `totp ${accountId}`)).toBe(secret);
  });
});

describe('recovery codes', () => {
  it('each let in once, as they are typed by hand', async () => {
    const accounts = await openTestAccounts(world.database);
    const { recoveryCodes } = await withApp(accounts);
    expect(new Set(recoveryCodes).size).toBe(10);
    const typed = (recoveryCodes[3] ?? '').replaceAll('-', ' ').toUpperCase();
    expect((await accounts.signInDesk.prove({ typed }, await half(accounts))).kind).toBe('signed-in');
    expect((await accounts.signInDesk.prove({ typed }, await half(accounts))).kind).toBe('wrong');
    expect((await accounts.factors.stateOf(accountId)).codesLeft).toBe(9);
  });

  it('work once even when the same is sent many times at once', async () => {
    const accounts = await openTestAccounts(world.database);
    const { recoveryCodes } = await withApp(accounts);
    const clients = await Promise.all(Array.from({ length: 6 }, () => half(accounts)));
    const typed = recoveryCodes[0] ?? '';
    const outcomes = await Promise.all(clients.map((client) => accounts.signInDesk.prove({ typed }, client)));
    expect(outcomes.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
  });

  it('are void once new ones are made, are kept as hashes, and belong to one account', async () => {
    const accounts = await openTestAccounts(world.database);
    const { staff, recoveryCodes } = await withApp(accounts);
    const { rows } = await world.database.pool.query('select code_hash from account_recovery_code');
    expect(rows.every(({ code_hash: hash }) => hash.length === 32)).toBe(true);
    expect(accounts.accountKeys.hashCode(accountId, 'x')).not.toEqual(accounts.accountKeys.hashCode(staff.email, 'x'));
    await accounts.factors.makeRecoveryCodes(staff, home);
    const client = await half(accounts);
    expect((await accounts.signInDesk.prove({ typed: recoveryCodes[0] ?? '' }, client)).kind).toBe('wrong');
  });
});

it('recovery codes go with the last factor', async () => {
  const accounts = await openTestAccounts(world.database);
  const { staff } = await withApp(accounts);
  expect(await accounts.factors.removeTotp(staff, home)).toBe(true);
  expect(await accounts.factors.removeTotp(staff, home)).toBe(false);
  expect(await accounts.factors.stateOf(accountId)).toMatchObject({ totpSince: undefined, codesLeft: 0 });
  expect((await accounts.signInDesk.signIn(email, password, home)).kind).toBe('signed-in');
});

describe('guessing a second factor', () => {
  it('is stopped after ten wrong codes from one client', async () => {
    const accounts = await openTestAccounts(world.database);
    const { codeAt } = await withApp(accounts);
    const client = await half(accounts, clientAt('203.0.113.9'));
    for (let guess = 0; guess < 10; guess += 1)
      expect((await accounts.signInDesk.prove({ typed: '000000' }, client)).kind).toBe('wrong');
    expect(await accounts.signInDesk.prove({ typed: codeAt() }, client)).toMatchObject({ kind: 'limited' });
  });

  it('is stopped over many addresses, and does not lock the owner out of a browser that has signed in before', async () => {
    const accounts = await openTestAccounts(world.database);
    const { cookies, codeAt } = await withApp(accounts);
    const kinds: string[] = [];
    for (let address = 0; address < 50; address += 1) {
      const client = await half(accounts, clientAt(`203.0.113.${address}`));
      kinds.push((await accounts.signInDesk.prove({ typed: '000000' }, client)).kind);
    }
    expect(kinds.indexOf('limited')).toBe(40);
    const known = clientAt('203.0.113.200', { 'diwan.known_browser': cookies['diwan.known_browser'] });
    expect((await accounts.signInDesk.prove({ typed: codeAt() }, await half(accounts, known))).kind).toBe('signed-in');
  });

  it('is told to the owner in the history', async () => {
    const accounts = await openTestAccounts(world.database);
    await withApp(accounts);
    await accounts.signInDesk.prove({ typed: '000000' }, await half(accounts, clientAt('2001:db8::7')));
    const [newest] = await readAccountEvents(world.database, accountId);
    expect(newest).toMatchObject({ kind: 'factor-refused', client_network: '2001:db8:0:0::/64', device: null });
  });
});

describe('a role that needs a second factor', () => {
  const roles = { secondFactorRoles: ['guardian'] };
  const guardian = { role: 'guardian', institution: 'ministry', services: null };

  it('lets nobody work before one is set up, in that very sign-in', async () => {
    email = `guardian${people}@example.gov`;
    accountId = await hire(world.database, cheapHashing(), email, [guardian]);
    const accounts = await openTestAccounts(world.database, roles);
    const outcome = await accounts.signInDesk.signIn(email, password, home);
    expect(outcome).toMatchObject({ kind: 'second-step', lacks: 'enrol' });
    const client = { ...home, cookies: cookiesOf(outcome) };
    expect(await accounts.sessions.find(client.cookies)).toBeUndefined();
    const between = await accounts.sessions.findHalf(client.cookies);
    if (!between) throw new Error('not between the steps');
    const setUp = await accounts.factors.beginTotp(between.staff, 'Diwan');
    const typed = totpCodeOf(setUp?.secret ?? '', totpStep(accounts.clock.time));
    // The code of an app that is not set up yet proves nothing.
    expect((await accounts.signInDesk.prove({ typed }, client)).kind).toBe('expired');
    expect(await accounts.factors.confirmTotp(between.staff, typed, client)).toBe(true);
    const whole = await accounts.signInDesk.complete('totp', client);
    expect(await accounts.sessions.find(cookiesOf(whole ?? { kind: 'nothing' }))).toMatchObject({
      secondFactor: 'totp',
    });
  });

  it('asks for it from the moment at which the role is given, in sessions that are open', async () => {
    const accounts = await openTestAccounts(world.database, roles);
    const cookies = cookiesOf(await accounts.signInDesk.signIn(email, password, home));
    expect(await accounts.sessions.find(cookies)).toBeDefined();
    await world.owner.pool.query(
      `insert into role_grant (account_id, role, institution) values ($1, 'guardian', 'ministry')`,
      [accountId],
    );
    accounts.clock.time += 5_000;
    expect(await accounts.sessions.find(cookies)).toBeUndefined();
  });
});

it('nobody can change or remove what happened to an account', async () => {
  const accounts = await openTestAccounts(world.database);
  await accounts.signInDesk.signIn(email, password, home);
  expect(await readAccountEvents(world.database, accountId)).toMatchObject([
    { kind: 'signed-in', by_account_id: accountId, client_network: '192.0.2.10', details: { factor: 'none' } },
  ]);
  for (const sql of ['update account_event set kind = $$x$$', 'delete from account_event', 'truncate account_event'])
    await expect(world.database.pool.query(sql)).rejects.toThrow('permission denied');
});
