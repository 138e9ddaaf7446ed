import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts, password } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { createPasswordHashing } from './password-hashing.ts';
import { createWorkQueue } from './work-queue.ts';

const home = '192.0.2.10';
const elsewhere = '198.51.100.20';
const rana = 'rana@example.gov';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
  await hire(world.database, cheapHashing(), rana);
});
afterAll(() => world.close());

const open = (options?: Parameters<typeof openTestAccounts>[1]) => openTestAccounts(world.database, options);

describe('signing in', () => {
  it('opens a session that says who it is, with a cookie that scripts and other sites cannot use', async () => {
    const { signInDesk, sessions } = await open();
    const outcome = await signInDesk.signIn(rana, password, clientAt(home));
    expect(await sessions.find(cookiesOf(outcome))).toMatchObject({
      email: rana,
      name: { ar: 'رنا خوري', en: 'Rana Khoury' },
    });
    const [session] = outcome.kind === 'signed-in' ? outcome.setCookies : [];
    expect(session).toMatch(/^diwan\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('ties every cookie to this host and to https where the program is reached by https', async () => {
    const { signInDesk } = await open({ origin: 'https://permits.example.gov' });
    const outcome = await signInDesk.signIn(rana, password, clientAt(home));
    const lines = outcome.kind === 'signed-in' ? outcome.setCookies : [];
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-diwan\./);
      expect(line).toContain('; Secure');
      expect(line).toContain('; Path=/;');
      expect(line).not.toContain('Domain');
    }
  });

  it('takes the address as people type it', async () => {
    const { signInDesk } = await open();
    expect((await signInDesk.signIn('  Rana@Example.GOV ', password, clientAt(home))).kind).toBe('signed-in');
  });

  it.each([
    ['a wrong password', rana, 'not the password'],
    ['an unknown account', 'nobody@example.gov', password],
    ['no address at all', 'rana', password],
    ['an address of many letters', `${'a'.repeat(5_000)}@example.gov`, password],
    ['an endless password', rana, 'x'.repeat(100_000)],
    ['odd characters', "rana@example.gov' or '1'='1", '\u0000\ud800'],
  ])('refuses %s in the same words', async (_what, email, typed) => {
    const { signInDesk, errors } = await open();
    expect(await signInDesk.signIn(email, typed, clientAt(home))).toEqual({ kind: 'refused' });
    expect(errors).toEqual([]);
  });

  it('costs as much for an unknown account as for a wrong password', async () => {
    const real = cheapHashing();
    await hire(world.database, real, 'slow@example.gov');
    const costs: string[] = [];
    const note = (hash: string) => costs.push(hash.split('$').slice(0, 3).join('$'));
    const { signInDesk } = await open({
      hashing: {
        ...real,
        verify: (given) => {
          note(given.hash);
          return real.verify(given);
        },
        hash: async (given) => {
          const hash = await real.hash(given);
          note(hash);
          return hash;
        },
      },
    });
    await signInDesk.signIn('slow@example.gov', 'not the password', clientAt('203.0.113.1'));
    await signInDesk.signIn('nobody@example.gov', 'not the password', clientAt('203.0.113.2'));
    // One hash each, of the same cost: of the times nothing can be learned.
    expect(costs).toHaveLength(2);
    expect(costs[0]).toBe(costs[1]);
  });
});

describe('a session', () => {
  it('gets a new id at sign-in, and the one that was in the browser before opens nothing any more', async () => {
    const { signInDesk, sessions } = await open();
    const planted = cookiesOf(await signInDesk.signIn(rana, password, clientAt(elsewhere)));
    const own = cookiesOf(await signInDesk.signIn(rana, password, clientAt(home, planted)));
    expect(own['diwan.session_token']).not.toBe(planted['diwan.session_token']);
    expect(await sessions.find(own)).toBeDefined();
    expect(await sessions.find(planted)).toBeUndefined();
  });

  it('survives a failed attempt in the same browser', async () => {
    const { signInDesk, sessions } = await open();
    const cookies = cookiesOf(await signInDesk.signIn(rana, password, clientAt(home)));
    await signInDesk.signIn(rana, 'not the password', clientAt(home, cookies));
    expect(await sessions.find(cookies)).toBeDefined();
  });

  it('ends on the server when its owner signs out', async () => {
    const { signInDesk, sessions } = await open();
    const cookies = cookiesOf(await signInDesk.signIn(rana, password, clientAt(home)));
    expect(await sessions.find(cookies)).toBeDefined();
    const forget = await signInDesk.signOut(cookies);
    expect(forget).toContainEqual(expect.stringMatching(/^diwan\.session_token=; Max-Age=0;/));
    expect(await sessions.find(cookies)).toBeUndefined();
    // Another process, which never saw it, agrees.
    expect(await (await open()).sessions.find(cookies)).toBeUndefined();
  });

  it('lets somebody without a session sign out all the same', async () => {
    const { signInDesk } = await open();
    expect(await signInDesk.signOut({})).not.toHaveLength(0);
  });
});

describe('guessing', () => {
  it('is stopped after ten wrong passwords, even when the eleventh is right, until time has passed', async () => {
    const { signInDesk, clock } = await open();
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await signInDesk.signIn(rana, `guess ${guess}`, clientAt(elsewhere))).kind).toBe('refused');
    }
    expect(await signInDesk.signIn(rana, password, clientAt(elsewhere))).toEqual({ kind: 'limited', retryAfter: 90 });
    clock.time += 90_000;
    expect((await signInDesk.signIn(rana, password, clientAt(elsewhere))).kind).toBe('signed-in');
  });

  it('is told to the owner in the history: when, and from where', async () => {
    const { signInDesk } = await openTestAccounts(world.database);
    await signInDesk.signIn(rana, 'not this one', clientAt('192.0.2.77'));
    await signInDesk.signIn('nobody@example.gov', 'not this one', clientAt('192.0.2.77'));
    const noted = () =>
      world.database.pool
        .query(`select a.email, e.client_network, e.details from account_event e join account a on a.id = e.account_id
                 where e.kind = 'password-refused' and e.client_network = '192.0.2.77'`)
        .then(({ rows }) => rows);
    await expect.poll(noted).toEqual([{ email: rana, client_network: '192.0.2.77', details: {} }]);
  });

  it('is stopped likewise when all guesses come at once', async () => {
    const { signInDesk } = await open();
    const guesses = Array.from({ length: 40 }, (_, guess) =>
      signInDesk.signIn(rana, `guess ${guess}`, clientAt(elsewhere)),
    );
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'limited')).toHaveLength(30);
  });

  it('is stopped when one password is tried on many accounts', async () => {
    const { signInDesk } = await open();
    const kinds: string[] = [];
    for (let account = 0; account < 101; account += 1) {
      kinds.push((await signInDesk.signIn(`a${account}@example.gov`, password, clientAt('2001:db8::1'))).kind);
    }
    expect(kinds.indexOf('limited')).toBe(100);
    // Another address of the same network is the same client.
    expect((await signInDesk.signIn(rana, 'guess', clientAt('2001:db8::ffff:1'))).kind).toBe('limited');
  });

  it('never locks the owner out who signs in from elsewhere', async () => {
    const { signInDesk } = await open();
    for (let guess = 0; guess < 30; guess += 1) await signInDesk.signIn(rana, 'guess', clientAt(elsewhere));
    expect((await signInDesk.signIn(rana, password, clientAt(home))).kind).toBe('signed-in');
  });

  it('never locks the owner out of a browser that has signed in before, even behind the same address', async () => {
    const { signInDesk } = await open();
    const cookies = cookiesOf(await signInDesk.signIn(rana, password, clientAt(home)));
    await signInDesk.signOut(cookies);
    const { 'diwan.known_browser': known } = cookies;
    for (let guess = 0; guess < 30; guess += 1) await signInDesk.signIn(rana, 'guess', clientAt(home));
    expect((await signInDesk.signIn(rana, password, clientAt(home))).kind).toBe('limited');
    expect((await signInDesk.signIn(rana, password, clientAt(home, { 'diwan.known_browser': known }))).kind).toBe(
      'signed-in',
    );
    // The mark is for that account only, and has its own limit.
    for (let guess = 0; guess < 10; guess += 1) {
      const attempt = signInDesk.signIn(rana, 'guess', clientAt(home, { 'diwan.known_browser': known }));
      expect((await attempt).kind).toBe('refused');
    }
    expect((await signInDesk.signIn(rana, 'guess', clientAt(home, { 'diwan.known_browser': known }))).kind).toBe(
      'limited',
    );
  });

  it('is not what a busy office does: right passwords are never counted', async () => {
    const { signInDesk } = await open();
    for (let clerk = 0; clerk < 120; clerk += 1) {
      expect((await signInDesk.signIn(rana, password, clientAt(home))).kind).toBe('signed-in');
    }
  });
});

it('answers a storm of sign-ins with "busy" at once, and serves again afterwards', async () => {
  const hashing = createPasswordHashing(createWorkQueue({ atOnce: 1, waiting: 4, retryAfter: 5 }), {
    ln: 10,
    r: 8,
    p: 1,
  });
  const { signInDesk } = await open({ hashing });
  const storm = Array.from({ length: 200 }, (_, n) => signInDesk.signIn(rana, 'wrong', clientAt(`10.0.0.${n}`)));
  const outcomes = await Promise.all(storm);
  expect(outcomes.filter(({ kind }) => kind === 'refused').length).toBeGreaterThanOrEqual(5);
  expect(outcomes).toContainEqual({ kind: 'busy', retryAfter: 5 });
  await hire(world.database, hashing, 'after@example.gov');
  expect((await signInDesk.signIn('after@example.gov', password, clientAt(home))).kind).toBe('signed-in');
});
