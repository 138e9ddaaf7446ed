import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { cheapHashing, hire, openTestAccounts, password } from '../../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { serveSignIn, signInBrowser } from '../../../test/world/sign-in-pages.ts';
import { loadDemonstration } from '../../access/demonstration.ts';
import { inProject } from '../../base/paths.ts';

const rana = 'rana@example.gov';
let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
  await hire(world.database, cheapHashing(), rana);
});
afterAll(() => world.close());

const serve = async (options: { demonstration?: boolean } = {}): Promise<FastifyInstance> =>
  serveSignIn(
    await openTestAccounts(world.database),
    options.demonstration ? loadDemonstration(inProject('country', 'demo-accounts.yaml')) : undefined,
  );

let app: FastifyInstance;
beforeEach(async () => {
  app = await serve();
});

type Fields = Record<string, string | string[]>;

it('leads on to the page that was asked for, and straight there when already signed in', async () => {
  const { get, post } = signInBrowser(app);
  const page = await get('/staff/sign-in?next=%2Fstaff%2Frecords%2FAB12');
  expect(page.body).toContain('name="next" value="/staff/records/AB12"');
  expect(page.headers['cache-control']).toBe('no-store');
  // Covered as it is typed, and filled in by who keeps passwords.
  expect(page.body).toMatch(/<input(?=[^>]*type="password")(?=[^>]*autocomplete="current-password")[^>]*>/);
  const answer = await post('/staff/sign-in', { email: rana, password, next: '/staff/records/AB12' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/records/AB12']);
  const again = await get('/staff/sign-in?next=%2Fverify');
  expect([again.statusCode, again.headers.location]).toEqual([303, '/verify']);
});

it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', '/staff/sign-out'])(
  'does not lead to %s',
  async (next) => {
    const { get, post } = signInBrowser(app);
    expect((await get(`/staff/sign-in?next=${encodeURIComponent(next)}`)).body).toContain('name="next" value="/staff"');
    expect((await post('/staff/sign-in', { email: rana, password, next })).headers.location).toBe('/staff');
  },
);

it('shows the same page for a wrong password and an unknown account, with the address kept and the password gone', async () => {
  const { post } = signInBrowser(app);
  const pages = [
    await post('/staff/sign-in', { email: rana, password: 'not this one' }),
    await post('/staff/sign-in', { email: 'nobody@example.gov', password: 'not this one' }),
  ];
  const [known, unknown] = pages.map(({ statusCode, body }, index) => ({
    statusCode,
    body: body
      .replaceAll(/name="_csrf" value="[^"]+"/g, '')
      .replaceAll(index === 0 ? rana : 'nobody@example.gov', 'EMAIL'),
  }));
  expect(known).toEqual(unknown);
  expect(known?.statusCode).toBe(422);
  expect(known?.body).toContain('value="EMAIL"');
  expect(known?.body).toContain('The e-mail address or the password is wrong');
  expect(known?.body).not.toContain('not this one');
});

it('says which field is empty, in the language of the reader', async () => {
  const { post } = signInBrowser(app);
  const answer = await post('/staff/sign-in?lang=ar', { email: '', password: '' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('<html lang="ar" dir="rtl">');
  expect(answer.body).toContain('href="#f-email">أدخل بريدك الإلكتروني');
  expect(answer.body).toContain('href="#f-password">أدخل كلمة المرور');
});

it.each<[string, Fields]>([
  ['markup in the address', { email: '"><script>alert(1)</script>', password: 'x' }],
  ['several addresses', { email: [rana, 'b@example.gov'], password }],
  ['no fields', {}],
])('takes %s calmly', async (_what, fields) => {
  const { post } = signInBrowser(app);
  const answer = await post('/staff/sign-in', fields);
  expect(answer.statusCode).toBe(422);
  expect(answer.body).not.toContain('<script>alert');
});

it('tells how many minutes to wait after too many failures', async () => {
  const { post } = signInBrowser(app);
  for (let guess = 0; guess < 10; guess += 1) await post('/staff/sign-in', { email: rana, password: `guess ${guess}` });
  const answer = await post('/staff/sign-in?lang=ar', { email: rana, password });
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '90']);
  expect(answer.body).toContain('انتظر دقيقتين');
});

it('signs out on the server, and says so', async () => {
  const { cookies, get, post, send } = signInBrowser(app);
  await post('/staff/sign-in', { email: rana, password });
  const session = cookies['diwan.session_token'] ?? '';
  expect((await get('/staff/sign-in')).statusCode).toBe(303);
  expect((await send({ method: 'POST', url: '/staff/sign-out', payload: '' })).statusCode).toBe(403);
  const answer = await post('/staff/sign-out', {});
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/staff/sign-in?out=1']);
  expect(answer.headers['clear-site-data']).toBe('"cache"');
  expect((await get('/staff/sign-in?out=1')).body).toContain('You are signed out.');
  // Whoever copied the cookie before gets nowhere with it.
  const thief = await app.inject({ method: 'GET', url: '/staff/sign-in', cookies: { 'diwan.session_token': session } });
  expect(thief.statusCode).toBe(200);
});

it('refuses a form that another site sends', async () => {
  const { send } = signInBrowser(app);
  const payload = new URLSearchParams({ email: rana, password }).toString();
  expect((await send({ method: 'POST', url: '/staff/sign-in', payload })).statusCode).toBe(403);
});

it('offers the invented people where the demonstration is on, and nobody otherwise', async () => {
  const demo = await signInBrowser(await serve({ demonstration: true })).get('/staff/sign-in?lang=fr');
  expect(demo.body).toContain('comme Rana Khoury');
  expect((await signInBrowser(app).get('/staff/sign-in')).body).not.toContain('demo.diwan');
});
