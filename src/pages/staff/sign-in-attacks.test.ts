import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cheapHashing, hire, openTestAccounts, password } from '../../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { serveSignIn, signInBrowser } from '../../../test/world/sign-in-pages.ts';

const rana = 'rana@example.gov';

let world: TestDatabase;
let accounts: Awaited<ReturnType<typeof openTestAccounts>>;
let app: FastifyInstance;
beforeAll(async () => {
  world = await createTestDatabase();
  await hire(world.database, cheapHashing(), rana);
});
afterAll(() => world.close());
beforeEach(async () => {
  accounts = await openTestAccounts(world.database);
  app = await serveSignIn(accounts);
});

/** A page without what differs at each look. */
const bare = (body: string, email: string): string =>
  body.replaceAll(/name="_csrf" value="[^"]+"/g, '').replaceAll(email, 'EMAIL');

describe('a forgotten password', () => {
  it('shows the same page for a known and an unknown address, and answers before it has looked', async () => {
    const pages: { status: number; body: string }[] = [];
    // Nobody can look accounts up meanwhile: an answer that waited for that would not come.
    const holder = await world.owner.pool.connect();
    try {
      await holder.query('begin; lock table auth_user in access exclusive mode');
      for (const [index, email] of [rana, 'nobody@example.gov'].entries()) {
        const { post } = signInBrowser(app, `192.0.2.${index}`);
        const { statusCode: status, body, headers } = await post('/staff/sign-in/forgot', { email });
        expect(headers['set-cookie']).toBeUndefined();
        pages.push({ status, body: bare(body, email) });
      }
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]?.status).toBe(200);
    await accounts.passwords.settled();
  });

  it('has a page whose address is told to nobody, and that no cache keeps', async () => {
    const { get } = signInBrowser(app);
    const first = await get('/staff/sign-in/reset/made-up');
    expect([first.statusCode, first.headers.location]).toEqual([303, '/staff/sign-in/reset']);
    const page = await get('/staff/sign-in/reset');
    expect([page.statusCode, page.headers['cache-control']]).toEqual([410, 'no-store']);
    // Every page of the program says so; see http/security-headers.ts.
    const { securityHeaders } = await import('../http/security-headers.ts');
    expect(securityHeaders['referrer-policy']).toBe('no-referrer');
  });
});

describe('an invitation', () => {
  it('says the same of one that never was, was used, and was withdrawn', async () => {
    const invite = (email: string) => accounts.invitations.invite({ email, locale: 'en', grants: [], invitedBy: null });
    const [used, withdrawn] = [await invite('used@example.gov'), await invite('withdrawn@example.gov')];
    const linkOf = (id: string) => accounts.accountKeys.writeLink('invitation', id);
    const member = { name: 'س', nameLatin: 'S', locale: 'en', password } as const;
    const client = { address: '192.0.2.1', userAgent: '', cookies: {} };
    await accounts.invitations.accept(linkOf(used), member, client);
    const { rows } = await world.database.pool.query('select id from auth_user where email = $1', [rana]);
    await accounts.invitations.withdraw(withdrawn, rows[0].id);
    const links = [linkOf(used), linkOf(withdrawn), linkOf('00000000-0000-4000-8000-000000000000'), 'made-up-link'];
    const told = await Promise.all(
      links.map(async (link) => {
        const { get } = signInBrowser(app);
        expect((await get(`/staff/join/${link}`)).headers.location).toBe('/staff/join');
        const { statusCode, body } = await get('/staff/join');
        expect(body).not.toContain(link);
        return [statusCode, body];
      }),
    );
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('gives no more than it says: roles and addresses that are sent along count for nothing', async () => {
    const email = 'eager@example.gov';
    const id = await accounts.invitations.invite({ email, locale: 'en', grants: [], invitedBy: null });
    const { get, post } = signInBrowser(app);
    const link = accounts.accountKeys.writeLink('invitation', id);
    await get(`/staff/join/${link}`);
    const form = await get('/staff/join');
    expect([form.statusCode, form.body.includes(link)]).toEqual([200, false]);
    const answer = await post('/staff/join', {
      name: 'سامي',
      name_latin: 'Sami',
      language: 'en',
      password: 'seven camels cross the river',
      email: 'director@example.gov',
      grants: '[{"role":"administrator","institution":"ministry","services":null}]',
      role: 'administrator',
      demonstration: 'true',
    });
    expect(answer.statusCode).toBe(303);
    const { rows } = await world.database.pool.query(
      `select email, demonstration, (select count(*)::int from role_grant where account_id = a.id) as grants
         from account a where email in ('eager@example.gov', 'director@example.gov')`,
    );
    expect(rows).toEqual([{ email, demonstration: false, grants: 0 }]);
  });
});

it.each([
  '/staff/sign-in',
  '/staff/sign-in/code',
  '/staff/sign-in/set-up',
  '/staff/sign-in/forgot',
  '/staff/sign-in/reset',
  '/staff/sign-in/passkey',
  '/staff/sign-in/passkey/options',
  '/staff/join',
  '/staff/sign-out',
])('refuses a form for %s that another site sends', async (url) => {
  const { send } = signInBrowser(app);
  const payload = new URLSearchParams({ email: rana, password, code: '000000' }).toString();
  expect((await send({ method: 'POST', url, payload })).statusCode).toBe(403);
});

it.each([
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  '/staff/sign-out',
  '/\t/evil.example',
  'javascript:alert(1)',
])('leads to no %s from any step', async (next) => {
  const where = encodeURIComponent(next);
  const { get } = signInBrowser(app);
  for (const path of ['/staff/sign-in/code', '/staff/sign-in/set-up'])
    expect((await get(`${path}?next=${where}`)).headers.location).toBe('/staff/sign-in?next=%2Fstaff');
});

it('stands in the log with where it came from, and without what was typed', async () => {
  const lines: string[] = [];
  const { post } = signInBrowser(await serveSignIn(accounts, undefined, (line) => lines.push(line)), '192.0.2.9');
  await post('/staff/sign-in', { email: rana, password: 'a wrong word or two' });
  await post('/staff/sign-in/passkey', { answer: '{}' });
  const refusals = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'refused');
  expect(refusals.map(({ code, route, from }) => [code, route, from])).toEqual([
    ['wrong-sign-in', '/staff/sign-in', '192.0.2.9'],
    ['wrong-sign-in', '/staff/sign-in/passkey', '192.0.2.9'],
  ]);
  expect(JSON.stringify(refusals)).not.toMatch(/rana|wrong word/);
});

it('asks who is between the steps for the second one, and gives nothing to who skips the first', async () => {
  const stranger = signInBrowser(app);
  const answer = await stranger.post('/staff/sign-in/code', { code: '123456' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/sign-in?next=%2Fstaff']);
  expect((await stranger.post('/staff/sign-in/passkey', { answer: '{"id":"x","response":{}}' })).statusCode).toBe(422);
  expect((await stranger.post('/staff/sign-in/passkey', { answer: 'null' })).statusCode).toBe(422);
});

it('gives a session id of its own to somebody who brought one along', async () => {
  const mallory = signInBrowser(app);
  await mallory.post('/staff/sign-in', { email: rana, password });
  const planted = mallory.cookies['diwan.session_token'] ?? '';
  const victim = signInBrowser(app);
  await victim.post('/staff/sign-in', {});
  victim.cookies['diwan.session_token'] = planted;
  // Whoever is shown as signed in already signs in anew all the same.
  await victim.post('/staff/sign-in', { email: rana, password });
  expect(victim.cookies['diwan.session_token']).not.toBe(planted);
  expect(await accounts.sessions.find({ 'diwan.session_token': planted })).toBeUndefined();
});

describe('an identity provider', () => {
  const provider = { issuer: 'http://localhost:9', clientId: 'diwan', clientSecret: undefined, label: 'State login' };

  it('that cannot be reached is said to be so, and passwords still work', async () => {
    const served = await serveSignIn(await openTestAccounts(world.database, { provider }));
    const { get, post } = signInBrowser(served);
    expect((await get('/staff/sign-in?next=%2Fverify')).body).toContain(
      'href="/staff/sign-in/provider?next=%2Fverify"',
    );
    const answer = await get('/staff/sign-in/provider?next=%2Fverify');
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain('State login cannot be reached right now');
    expect((await get('/staff/sign-in/provider?lang=ar')).body).toContain('تعذّر الوصول إلى State login');
    expect((await post('/staff/sign-in', { email: rana, password })).statusCode).toBe(303);
  });

  it.each(['', '?state=x&code=y', '?error=access_denied&error_description=<script>alert(1)</script>&state=x'])(
    'is not believed when nobody asked it: %s',
    async (query) => {
      const served = await serveSignIn(await openTestAccounts(world.database, { provider }));
      const answer = await signInBrowser(served).get(`/staff/sign-in/provider/back${query}`);
      expect(answer.statusCode).toBe(403);
      expect(answer.body).toContain('was not completed');
      expect(answer.body).not.toContain('<script>alert');
      expect(answer.headers['set-cookie']).not.toContain('session_token');
    },
  );

  it('has no address where there is none', async () => {
    expect((await signInBrowser(app).get('/staff/sign-in/provider')).statusCode).toBe(404);
    expect((await signInBrowser(app).get('/staff/sign-in')).body).not.toContain('/provider');
  });
});
