import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { type IdentityProvider, startIdentityProvider } from '../../test/world/identity-provider.ts';
import { readAccountEvents } from './account-events.ts';
import { type Provider, providerCallbackPath, type ProviderConfig } from './provider.ts';
import { readSetCookie } from './session-cookie.ts';

const origin = 'http://localhost:3000';
const client = clientAt('192.0.2.10');

let world: TestDatabase;
let there: IdentityProvider;
let config: ProviderConfig;
beforeAll(async () => {
  world = await createTestDatabase();
  const verified = (email: string) => ({ email, email_verified: true });
  there = await startIdentityProvider(origin + providerCallbackPath, {
    rana: verified('Rana@example.gov'),
    impostor: verified('rana@example.gov'),
    stranger: verified('stranger@example.org'),
    careless: { email: 'samer@example.gov', email_verified: false },
    boss: verified('boss@example.gov'),
  });
  config = { issuer: there.issuer, clientId: 'diwan', clientSecret: 'a secret of the provider', label: 'State login' };
  for (const name of ['rana', 'samer']) await hire(world.database, cheapHashing(), `${name}@example.gov`);
  const guardian = { role: 'guardian', institution: 'ministry', services: null };
  await hire(world.database, cheapHashing(), 'boss@example.gov', [guardian]);
}, 60_000);
afterAll(async () => {
  await there?.stop();
  await world?.close();
});

const open = async (changes: Partial<ProviderConfig> = {}) => {
  const accounts = await openTestAccounts(world.database, {
    provider: { ...config, ...changes },
    secondFactorRoles: ['guardian'],
  });
  return { ...accounts, provider: accounts.provider as Provider };
};

const goThere = async (provider: Provider, login: string, next = '/staff') => {
  const begun = await provider.begin(next);
  if (!begun) throw new Error('the provider cannot be reached');
  const back = await there.signIn(begun.url, login);
  return { begun, back, client: { ...client, cookies: Object.fromEntries([readSetCookie(begun.setCookie)]) } };
};

it('asks with PKCE, state and nonce, and comes back to where the person wanted to go', async () => {
  const { provider } = await open();
  const { begun, back, client: browser } = await goThere(provider, 'rana', '/staff/records/MP-1');
  const asked = new URL(begun.url).searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
  expect(begun.setCookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  expect(back.origin + back.pathname).toBe(origin + providerCallbackPath);
  expect(await provider.finish(back.search, browser)).toMatchObject({ kind: 'known', next: '/staff/records/MP-1' });
});

it('knows an account by its verified address the first time, by the subject afterwards, and tells its owner', async () => {
  const { provider, signInDesk, sessions } = await open();
  const first = await goThere(provider, 'rana');
  const answer = await provider.finish(first.back.search, first.client);
  if (answer.kind !== 'known') throw new Error(answer.kind);
  const cookies = cookiesOf(await signInDesk.signInAs(answer.accountId, answer.secondFactor, client));
  expect(await sessions.find(cookies)).toMatchObject({ email: 'rana@example.gov' });
  await world.owner.pool.query(
    `update auth_user set email = 'rana.khoury@example.gov' where email = 'rana@example.gov'`,
  );
  const again = await goThere(provider, 'rana');
  expect(await provider.finish(again.back.search, again.client)).toMatchObject({ accountId: answer.accountId });
  await world.owner.pool.query(`update auth_user set email = 'rana@example.gov' where id = $1`, [answer.accountId]);
  const kinds = (await readAccountEvents(world.database, answer.accountId)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'provider-linked')).toHaveLength(1);
});

it.each([
  ['somebody without an account', 'stranger'],
  ['an address that the provider has not verified', 'careless'],
  ['another subject with the address of somebody who is linked already', 'impostor'],
])('lets %s nowhere, and makes no account', async (_who, login) => {
  const { provider } = await open();
  const linked = await goThere(provider, 'rana');
  await provider.finish(linked.back.search, linked.client);
  const { back, client: browser } = await goThere(provider, login);
  expect(await provider.finish(back.search, browser)).toEqual({ kind: 'no-account' });
  const { rows } = await world.database.pool.query('select count(*)::int as count from account');
  expect(rows).toEqual([{ count: 3 }]);
});

it('takes an answer once, in the browser that asked, and only if nothing in it was changed', async () => {
  const { provider, errors } = await open();
  const { back, client: browser } = await goThere(provider, 'rana');
  const other = await goThere(provider, 'rana');
  // Another's answer in this browser: it would be signed in as that person.
  expect(await provider.finish(other.back.search, browser)).toEqual({ kind: 'refused' });
  expect(await provider.finish(back.search, client)).toEqual({ kind: 'refused' });
  expect(await provider.finish('', browser)).toEqual({ kind: 'refused' });
  expect(await provider.finish('?state=made-up&code=x', browser)).toEqual({ kind: 'refused' });
  expect((await provider.finish(back.search, browser)).kind).toBe('known');
  expect(await provider.finish(back.search, browser)).toEqual({ kind: 'refused' });
  // The code of one question with the state, verifier and nonce of another.
  const [one, two] = [await goThere(provider, 'rana'), await goThere(provider, 'rana')];
  const mixed = new URLSearchParams(one.back.search);
  mixed.set('code', two.back.searchParams.get('code') ?? '');
  expect(await provider.finish(`?${mixed}`, one.client)).toEqual({ kind: 'refused' });
  expect(errors.join()).not.toContain(two.back.searchParams.get('code'));
});

it('says that the person gave up there', async () => {
  const { provider } = await open();
  const begun = await provider.begin('/staff');
  const state = new URL(begun?.url ?? '').searchParams.get('state') ?? '';
  const browser = { ...client, cookies: Object.fromEntries([readSetCookie(begun?.setCookie ?? '')]) };
  const query = `?${new URLSearchParams({ state, error: 'access_denied', iss: config.issuer })}`;
  expect(await provider.finish(query, browser)).toEqual({ kind: 'refused' });
});

it('still asks for our second factor where a role needs one', async () => {
  const { provider, signInDesk } = await open();
  const { back, client: browser } = await goThere(provider, 'boss');
  const answer = await provider.finish(back.search, browser);
  if (answer.kind !== 'known') throw new Error(answer.kind);
  expect(answer.secondFactor).toBeNull();
  expect(await signInDesk.signInAs(answer.accountId, answer.secondFactor, client)).toMatchObject({
    kind: 'second-step',
    lacks: 'enrol',
  });
});

it('says plainly that the provider cannot be reached, before and after, and works again afterwards', async () => {
  const { provider, errors } = await open({ issuer: 'http://localhost:9' });
  expect(await provider.begin('/staff')).toBeUndefined();
  expect(errors).toHaveLength(1);
  const wrongSecret = await open({ clientSecret: 'not the secret' });
  const { back, client: browser } = await goThere(wrongSecret.provider, 'rana');
  expect((await wrongSecret.provider.finish(back.search, browser)).kind).toBe('refused');
});
