import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts, password } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { readAccountEvents } from './account-events.ts';
import { createPasswordHashing } from './password-hashing.ts';
import { createWorkQueue } from './work-queue.ts';

const home = clientAt('192.0.2.10');
const better = 'seven camels cross the river';

let world: TestDatabase;
let email: string;
let accountId: string;
let people = 0;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());
beforeEach(async () => {
  email = `person${(people += 1)}@example.gov`;
  accountId = await hire(world.database, cheapHashing(), email);
});

const signedIn = async () => {
  const accounts = await openTestAccounts(world.database);
  const cookies = cookiesOf(await accounts.signInDesk.signIn(email, password, home));
  const staff = await accounts.sessions.find(cookies);
  if (!staff) throw new Error('not signed in');
  return { ...accounts, cookies, staff, client: { ...home, cookies } };
};

const mails = async (to: string) => {
  const { rows } = await world.database.pool.query(
    `select template, values, locale, record_id from outbox where recipient = $1 order by id`,
    [to],
  );
  return rows as { template: string; values: Record<string, string>; locale: string; record_id: null }[];
};

const linkOf = async (accounts: Awaited<ReturnType<typeof openTestAccounts>>) => {
  const asked = (await mails(email)).findLast(({ template }) => template === 'account/reset');
  return accounts.accountKeys.writeLink('password-reset', asked?.values['id'] ?? '');
};

describe('changing the password', () => {
  it('needs the present one, ends all other sessions, and goes on under a new session id', async () => {
    const { passwords, sessions, signInDesk, staff, client, cookies } = await signedIn();
    const elsewhere = cookiesOf(await signInDesk.signIn(email, password, clientAt('198.51.100.1')));
    expect(await passwords.change(staff, { present: 'not this one', next: better }, client)).toEqual({ kind: 'wrong' });
    const outcome = await passwords.change(staff, { present: password, next: better }, client);
    expect(outcome.kind).toBe('changed');
    expect(await sessions.find(elsewhere)).toBeUndefined();
    expect(await sessions.find(cookies)).toBeUndefined();
    expect((await sessions.find(cookiesOf(outcome)))?.sessionId).toBe(staff.sessionId);
    expect((await signInDesk.signIn(email, password, home)).kind).toBe('refused');
    expect((await signInDesk.signIn(email, better, home)).kind).toBe('signed-in');
  });

  it('is written down and told to its owner by e-mail, without the password', async () => {
    const { passwords, staff, client } = await signedIn();
    await passwords.change(staff, { present: password, next: better }, client);
    const [newest] = await readAccountEvents(world.database, accountId);
    expect(newest).toMatchObject({ kind: 'password-changed', session_id: staff.sessionId });
    const sent = await mails(email);
    expect(sent).toMatchObject([
      { template: 'account/changed', record_id: null, values: { kind: 'password-changed' } },
    ]);
    expect(JSON.stringify(sent)).not.toContain('camel');
  });

  it.each([
    ['short', 'too-short'],
    ['qwerty123456', 'breached'],
    ['rana khoury', 'too-short'],
    ['ranakhoury123', 'about-you'],
    ['aaaaaaaaaaaaa', 'guessable'],
  ])('refuses %j as %s', async (next, fault) => {
    const { passwords, staff, client, passwordJudge } = await signedIn();
    expect(await passwords.change(staff, { present: password, next }, client)).toEqual({ kind: 'faulty', fault });
    await passwordJudge.stop();
  });

  it('is no way to guess the present one', async () => {
    const { passwords, staff, client } = await signedIn();
    for (let guess = 0; guess < 10; guess += 1)
      await passwords.change(staff, { present: `guess ${guess}`, next: better }, client);
    expect(await passwords.change(staff, { present: password, next: better }, client)).toMatchObject({
      kind: 'limited',
    });
  });
});

describe('a forgotten password', () => {
  it('is set anew by the link that was sent, once, and ends every session', async () => {
    const accounts = await signedIn();
    expect(accounts.passwords.askReset(` ${email.toUpperCase()} `, home)).toBe(0);
    await accounts.passwords.settled();
    const link = await linkOf(accounts);
    expect(await accounts.passwords.findReset(link)).toBe(email);
    expect((await accounts.passwords.reset(link, 'short', home)).kind).toBe('faulty');
    expect(await accounts.passwords.reset(link, better, home)).toEqual({ kind: 'changed' });
    expect(await accounts.sessions.find(accounts.cookies)).toBeUndefined();
    expect((await accounts.signInDesk.signIn(email, better, home)).kind).toBe('signed-in');
    expect(await accounts.passwords.findReset(link)).toBeUndefined();
    expect(await accounts.passwords.reset(link, 'another good passphrase', home)).toEqual({ kind: 'expired' });
    const kinds = (await readAccountEvents(world.database, accountId)).map(({ kind }) => kind);
    expect(kinds).toEqual(['signed-in', 'password-reset', 'password-reset-asked', 'signed-in']);
  });

  it('is set once when two use the link at the same moment', async () => {
    const accounts = await openTestAccounts(world.database);
    accounts.passwords.askReset(email, home);
    await accounts.passwords.settled();
    const link = await linkOf(accounts);
    const outcomes = await Promise.all(
      ['first passphrase of two', 'second passphrase of two'].map((one) => accounts.passwords.reset(link, one, home)),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'expired']);
  });

  it('leaves no link alive once the password was changed otherwise', async () => {
    const accounts = await signedIn();
    accounts.passwords.askReset(email, home);
    await accounts.passwords.settled();
    const link = await linkOf(accounts);
    await accounts.passwords.change(accounts.staff, { present: password, next: better }, accounts.client);
    expect(await accounts.passwords.findReset(link)).toBeUndefined();
  });

  it('does not go around the second factor', async () => {
    const accounts = await signedIn();
    await world.owner.pool.query(`insert into account_totp (account_id, secret, confirmed_at) values ($1, $2, now())`, [
      accountId,
      accounts.accountKeys.seal('MRUXOYLOEBUXGIDBEBZWK43TNFXW4IDU', `totp ${accountId}`),
    ]);
    accounts.passwords.askReset(email, home);
    await accounts.passwords.settled();
    await accounts.passwords.reset(await linkOf(accounts), better, home);
    expect(await accounts.signInDesk.signIn(email, better, home)).toMatchObject({
      kind: 'second-step',
      lacks: 'prove',
    });
  });

  it('has links that nobody can make up, nor use for something else, nor read in the database', async () => {
    const accounts = await openTestAccounts(world.database);
    accounts.passwords.askReset(email, home);
    await accounts.passwords.settled();
    const link = await linkOf(accounts);
    const id = (await mails(email))[0]?.values['id'] ?? '';
    const invented = [
      '',
      id,
      link.slice(0, -1),
      `${link}x`,
      link.replace('.', ''),
      `${link.split('.')[0]}.${'A'.repeat(22)}`,
      accounts.accountKeys.writeLink('invitation', id),
    ];
    for (const one of invented) expect(await accounts.passwords.findReset(one)).toBeUndefined();
    const { rows } = await world.database.pool.query('select * from auth_verification');
    expect(JSON.stringify(rows)).not.toContain(link.split('.')[1]);
    expect(JSON.stringify(await mails(email))).not.toContain(link.split('.')[1]);
  });

  it('sends nothing for an unknown or a closed account, and says the same at once', async () => {
    const accounts = await openTestAccounts(world.database);
    await world.owner.pool.query('update auth_user set closed_at = now() where id = $1', [accountId]);
    expect(accounts.passwords.askReset('nobody@example.gov', home)).toBe(0);
    expect(accounts.passwords.askReset(email, home)).toBe(0);
    await accounts.passwords.settled();
    expect([...(await mails('nobody@example.gov')), ...(await mails(email))]).toEqual([]);
  });

  it('fills no mailbox, and nobody can stop another from asking', async () => {
    const accounts = await openTestAccounts(world.database);
    for (let asked = 0; asked < 30; asked += 1) accounts.passwords.askReset(email, clientAt(`10.1.0.${asked}`));
    await accounts.passwords.settled();
    expect(await mails(email)).toHaveLength(3);
    for (let asked = 0; asked < 10; asked += 1)
      expect(accounts.passwords.askReset(`a${asked}@example.gov`, clientAt('10.2.0.1'))).toBe(0);
    expect(accounts.passwords.askReset('b@example.gov', clientAt('10.2.0.1'))).toBeGreaterThan(0);
    expect(accounts.passwords.askReset('b@example.gov', clientAt('10.2.0.2'))).toBe(0);
    expect(accounts.errors).toEqual([]);
  });
});

it('signs nobody in to an account that was closed, whatever is shown', async () => {
  const accounts = await signedIn();
  await world.owner.pool.query('update auth_user set closed_at = now() where id = $1', [accountId]);
  accounts.clock.time += 5_000;
  expect(await accounts.sessions.find(accounts.cookies)).toBeUndefined();
  expect((await accounts.signInDesk.signIn(email, password, home)).kind).toBe('refused');
  expect((await accounts.signInDesk.signInAs(accountId, 'provider', home)).kind).toBe('refused');
  const { rows } = await world.database.pool.query('select from auth_session where user_id = $1', [accountId]);
  expect(rows.length).toBeLessThanOrEqual(1);
});

it('answers "busy" when too many change passwords at once, and keeps the old one', async () => {
  const hashing = createPasswordHashing(createWorkQueue({ atOnce: 1, waiting: 0, retryAfter: 5 }), {
    ln: 14,
    r: 8,
    p: 1,
  });
  const accounts = await openTestAccounts(world.database, { hashing });
  const { staff, client } = await signedIn();
  const changes = Array.from({ length: 4 }, () =>
    accounts.passwords.change(staff, { present: password, next: better }, client),
  );
  const settled = await Promise.allSettled(changes);
  expect(settled.some((each) => each.status === 'rejected' && each.reason.code === 'overloaded')).toBe(true);
});
