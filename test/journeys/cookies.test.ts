import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshPhone, submit } from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

/** A program that people reach over https: what its answers tell browsers to do. */
let program: TestProgram;
beforeAll(async () => {
  program = await startProgram({ DIWAN_URL: 'https://services.example.gov', DIWAN_DEMO: '1' });
}, 180_000);
afterAll(() => program?.stop());

const jar = new Map<string, string>();
const lines: string[] = [];
const ask = async (path: string, fields?: Readonly<Record<string, string>>): Promise<Response> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(program.url + path, {
    redirect: 'manual',
    headers: { cookie, ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }) },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  for (const line of answer.headers.getSetCookie()) {
    lines.push(line);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  return answer;
};
const tokenOn = async (path: string): Promise<string> =>
  /name="_csrf" value="([^"]+)"/.exec(await (await ask(path)).text())?.[1] ?? '';

test('every cookie is for this host alone, over https alone, and out of the reach of scripts and other sites', async () => {
  await ask('/?lang=fr');
  const form = '/services/mobility-permit/form/applicant';
  await ask(form, { _csrf: await tokenOn(form), full_name: 'Leila', phone: freshPhone() });
  const { reference, secret } = await submit(program.url, 'en', { phone: freshPhone() });
  await ask('/track', { _csrf: await tokenOn('/track'), reference, secret });
  await ask('/requests/code', { _csrf: await tokenOn('/requests'), phone: freshPhone() });
  const signIn = '/staff/sign-in';
  await ask(signIn, { _csrf: await tokenOn(signIn), email: 'agent@demo.diwan', password: 'diwan-demo-2026' });

  const names = new Set(lines.map((line) => line.split('=', 1)[0] ?? ''));
  expect(names.size).toBeGreaterThanOrEqual(6);
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split('; ').map((part) => part.trim());
    const isForOnePath = pair.startsWith('__Secure-draft-');
    expect(isForOnePath || pair.startsWith('__Host-'), line).toBe(true);
    expect(attributes).toEqual(expect.arrayContaining(['Secure', 'SameSite=Lax']));
    // The language is no secret, and a page that was opened without a network writes it itself.
    expect(attributes.includes('HttpOnly')).toBe(!pair.startsWith('__Host-lang='));
    expect(attributes.some((each) => each.startsWith('Domain'))).toBe(false);
    if (!isForOnePath) expect(attributes).toContain('Path=/');
  }
});

test.each(['/', '/track', '/how-it-works', '/verify', '/api/v1/services', '/api/v1/nothing', '/nothing', '/healthz'])(
  'what comes from %s may be neither framed nor guessed at, and only over https from then on',
  async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    // Only what is public and the same for all says otherwise.
    expect(headers.get('cache-control')).toMatch(path === '/api/v1/services' ? /no-store|public/ : /^no-store$/);
    expect(headers.get('content-type')).toMatch(/charset=utf-8|json/);
  },
);

test('the API knows nobody by a cookie, and tells other sites only what everybody may have', async () => {
  // This browser is signed in, as applicant and as civil servant: see above.
  const { reference } = await submit(program.url, 'en', { phone: freshPhone() });
  for (const path of [`/api/v1/records/${reference}`, `/api/v1/records/${reference}/readings`])
    expect((await ask(path)).status, path).toBe(401);
  const open = [];
  for (const path of [
    '/',
    '/api/v1/services',
    `/api/v1/records/${reference}`,
    '/.well-known/diwan/keys.json',
    '/verify',
  ])
    if ((await ask(path)).headers.has('access-control-allow-origin')) open.push(path);
  expect(open).toEqual(['/.well-known/diwan/keys.json']);
});

test.each([
  '/.git/config',
  '/package.json',
  '/assets/',
  '/assets/..%2f..%2fpackage.json',
  '/theme/',
  '/data/keys/master.key',
])('there is no %s: neither files of the program nor lists of them are served', async (path) => {
  const answer = await ask(path);
  expect([403, 404]).toContain(answer.status);
  expect(await answer.text()).not.toMatch(/"dependencies"|\[core\]|Index of/);
});

test('the method TRACE is not answered', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve, reject) => {
    request(program.url, { method: 'TRACE' }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect([404, 405]).toContain(status);
});
