import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { loadDemoSharing } from '../../src/access/demo-sharing.ts';
import { inProject } from '../../src/base/paths.ts';
import { locales } from '../../src/base/texts.ts';
import { readReference, referenceOf } from '../../src/events/reference.ts';
import { lookAt, newPage, openBrowser } from '../world/browser.ts';
import { lookAtDesks, signInAt } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

let browser: Browser;
let program: TestProgram;
const demo = loadDemoSharing(inProject('country', 'demo-sharing.yaml')).keys[0]!.key;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ LOG_LEVEL: 'info' }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

interface Sent {
  readonly reference: string;
  readonly secret: string;
}
type Json = Readonly<Record<string, unknown>>;

const api = async (path: string, headers: Record<string, string> = {}, method = 'GET', body?: object) => {
  const answer = await fetch(`${program.url}/api/v1${path}`, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isOne = answer.headers.get('content-type')?.includes('json') && !text.includes('\n');
  return { status: answer.status, text, json: isOne ? (JSON.parse(text) as Json) : ({} as Json) };
};
const asKey = (key: string, more: Record<string, string> = {}) => ({ authorization: `Bearer ${key}`, ...more });
const petition = async (more: object = {}): Promise<Sent> => {
  const data = {
    kind: 'question',
    category: 'roads',
    place: 'LB-JA-SAI-001',
    words: 'كلمات لا تخصّ أحدًا سواي',
    full_name: 'ليلى حدّاد',
    phone: '03 123 456',
    email: 'leila@example.org',
    ...more,
  };
  const { json } = await api('/services/petition/submissions', {}, 'POST', { key: randomUUID(), locale: 'ar', data });
  return json as unknown as Sent;
};
const agreed = { survey_consent: { language: 'ar' } };
const openTrack = async (page: Page, { reference, secret }: Sent) => {
  await page.goto(`${program.url}/o/${reference}/${secret}`);
};
const codeOf = ({ json }: { readonly json: Json }) => json['code'];

test('a system reads what its institution agreed on, until the person withdraws on the tracking page', async () => {
  const sent = await petition(agreed);
  const path = `/agreements/1/records/${sent.reference}`;
  const { json } = await api(path, asKey(demo));
  expect(json['data']).toEqual({
    kind: 'question',
    category: 'roads',
    place: 'LB-JA-SAI-001',
    full_name: 'ليلى حدّاد',
    phone: '+9613123456',
    email: 'leila@example.org',
  });
  const page = await newPage(browser, { locale: 'fr', javaScript: false });
  await openTrack(page, sent);
  await page.click('a[href$="/consents/satisfaction_survey"]');
  await page.click('main form .actions button');
  expect(await page.locator('main').innerText()).toContain('Le consentement est retiré');
  const after = await api(path, asKey(demo, { 'accept-language': 'en' }));
  expect([after.status, codeOf(after)]).toEqual([403, 'consent-missing']);
  expect(after.text).toContain('No consent to “Satisfaction survey');
  expect(after.text).not.toContain('ليلى');

  // Given again, it opens again; the history tells both.
  await page.click('a[href$="/consents/satisfaction_survey"]');
  await page.click('main form .actions button');
  expect(await page.locator('.ds-error-summary').count()).toBeGreaterThan(0);
  await page.check('[name=survey_consent]');
  await page.click('main form .actions button');
  expect(await page.locator('.timeline').innerText()).toContain('Consentement retiré');
  expect((await api(path, asKey(demo))).status).toBe(200);
  await page.context().close();
});

test('the person withdraws and gives by the API with the secret, and nobody else does', async () => {
  const sent = await petition(agreed);
  const path = `/records/${sent.reference}/consents/satisfaction_survey`;
  const bySecret = { 'x-record-secret': sent.secret };
  expect((await api(path, asKey(demo), 'DELETE')).status).toBe(404);
  expect((await api(path, { 'x-record-secret': '0000 0000 0000' }, 'DELETE')).status).toBe(404);
  const withdrawn = await api(path, bySecret, 'DELETE');
  expect(withdrawn.json['consents']).toMatchObject([{ purpose: 'satisfaction_survey', given: false }]);
  expect((await api(path, bySecret, 'DELETE')).status).toBe(200);
  const outdated = { language: 'ar', wording: '0'.repeat(64) };
  expect(codeOf(await api(path, bySecret, 'POST', outdated))).toBe('invalid-data');
  const given = await api(path, bySecret, 'POST', { language: 'ar' });
  expect(given.json['consents']).toMatchObject([{ given: true }]);
  expect(JSON.stringify(given.json['events'])).toContain('consent-changed');
});

test('an export of lines says at its end that it is whole, and holds nobody who did not consent', async () => {
  const [yes, no] = [await petition(agreed), await petition()];
  const { text } = await api('/agreements/1/records', asKey(demo, { accept: 'application/x-ndjson' }));
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { reference?: string; end?: boolean });
  expect(lines.at(-1)).toMatchObject({ end: true, records: lines.length - 1 });
  const references = lines.map(({ reference }) => reference);
  expect(references).toContain(yes.reference);
  expect(references).not.toContain(no.reference);
  expect(text).not.toContain('كلمات');
});

test('outside the institution in charge the e-mail address is read only while the person consents', async () => {
  const session = async (email: string) =>
    (await api('/sessions', {}, 'POST', { email, password: 'diwan-demo-2026' })).json['token'] as unknown as string;
  const [inspector, officer] = [await session('inspector@demo.diwan'), await session('petitions.saida@demo.diwan')];
  const sent = await petition(agreed);
  const read = async (token: string) => (await api(`/records/${sent.reference}`, asKey(token))).json;
  expect(await read(inspector)).toMatchObject({ data: { email: 'leila@example.org' } });
  await api(`/records/${sent.reference}/consents/satisfaction_survey`, { 'x-record-secret': sent.secret }, 'DELETE');
  const seen = await read(inspector);
  expect(seen['data']).not.toHaveProperty('email');
  expect(seen['withheld']).toMatchObject([{ field: 'email', code: 'consent-missing', consent: 'satisfaction_survey' }]);
  expect(await read(officer)).toMatchObject({ data: { email: 'leila@example.org' } });
});

test('who has an agreement is told that it is needed, of records that exist and others alike; a stranger nothing', async () => {
  const { reference } = await petition();
  const nowhere = referenceOf('PT', readReference(reference)!.id + 400_000);
  const [one, other] = [await api(`/records/${reference}`, asKey(demo)), await api(`/records/${nowhere}`, asKey(demo))];
  expect(codeOf(one)).toBe('agreement-missing');
  expect(one.text).toBe(other.text);
  const police = (await api('/sessions', {}, 'POST', { email: 'police@demo.diwan', password: 'diwan-demo-2026' })).json;
  for (const path of [`/records/${reference}`, '/agreements/1', '/agreements/1/records'])
    expect((await api(path, asKey(police['token'] as unknown as string))).status).toBe(404);
});

test('a key never stands in an address, an answer or the log', async () => {
  const refused = await api(`/agreements?key=${demo}`);
  expect([refused.status, codeOf(refused)]).toEqual([400, 'key-in-address']);
  expect(refused.text).not.toContain(demo);
  await api(`/records/${demo}`);
  await fetch(`${program.url}/about?x=${demo}`, { headers: { referer: `https://x.example/?${demo}`, 'x-odd': demo } });
  await api('/agreements', asKey(demo, { referer: `https://x.example/?k=${demo}` }));
  await api('/agreements', asKey(`${demo.slice(0, -1)}!`));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect(program.log()).toContain('/api/v1/agreements');
  expect(program.log()).not.toContain(demo.slice(0, 30));
});

test('an administrator makes a key that is shown once; another ends it, and it opens nothing within seconds', async () => {
  const page = await signInAt(browser, program.url, 'sharing', { locale: 'en', javaScript: false });
  await page.goto(`${program.url}/staff/admin/api-keys/new`);
  await page.click('main form .actions button');
  expect(await page.locator('.ds-error-summary li').count()).toBeGreaterThan(3);
  await page.fill('[name=name]', 'Archive');
  await page.selectOption('[name=institution]', 'central-inspection');
  await page.selectOption('[name=role]', 'petition-officer');
  await page.check('[name=services][value=petition]');
  await page.fill('[name=per_minute]', '2');
  await page.click('main form .actions button');
  const key = await page.locator('#made-key').innerText();
  expect((await api('/agreements', asKey(key))).status).toBe(200);
  // It may ask twice a minute, as it was made to; it waits alone, and is told how long.
  await api('/agreements', asKey(key));
  const third = await fetch(`${program.url}/api/v1/agreements`, { headers: asKey(key) });
  expect([third.status, ((await third.json()) as Json)['code']]).toEqual([429, 'too-many-requests']);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await api('/agreements', asKey(demo))).status).toBe(200);
  await page.goto(`${program.url}/staff/admin/api-keys`);
  expect(await page.content()).not.toContain(key.slice(0, 20));
  await page.click('a:has-text("Archive")');
  await page.check('[name=sure]');
  await page.click('form[action$="/end"] button');
  await expect.poll(async () => (await api('/agreements', asKey(key))).status, { timeout: 10_000 }).toBe(401);
  await page.context().close();
});

test('an agreement is proposed by one side and accepted by the other; who proposed it cannot accept', async () => {
  const proposer = await signInAt(browser, program.url, 'sharing', { locale: 'fr', javaScript: false });
  await proposer.goto(`${program.url}/staff/admin/agreements/new`);
  await proposer.selectOption('[name=own]', 'central-inspection');
  await proposer.check('[name=side][value=giver]');
  await proposer.selectOption('[name=other]', 'interior-ministry');
  await proposer.selectOption('[name=service]', 'petition');
  await proposer.click('main form .actions button');
  await proposer.click('main form .actions button');
  expect(await proposer.locator('.ds-error-summary li').count()).toBeGreaterThan(4);
  await proposer.check('[name=fields][value=category]');
  await proposer.check('[name=consent][value="-"]');
  for (const language of locales) await proposer.fill(`[name=purpose_${language}]`, `Statistiques ${language}`);
  await proposer.fill('[name=legal_basis]', 'Décret 1234/2026, art. 5');
  const [day, month, year] = ['31', '12', String(new Date().getFullYear() + 1)];
  await proposer.fill('[name="until.day"]', day);
  await proposer.fill('[name="until.month"]', month);
  await proposer.fill('[name="until.year"]', year);
  await proposer.click('main form .actions button');
  const path = new URL(proposer.url()).pathname;
  expect(await proposer.locator('form[action$="/accept"]').count()).toBe(0);
  const accepter = await signInAt(browser, program.url, 'people', { locale: 'ar', javaScript: false });
  await accepter.goto(program.url + path);
  await accepter.check('[name=sure]');
  await accepter.click('form[action$="/accept"] button');
  expect(await accepter.locator('main').innerText()).toContain('ساري المفعول');
  await proposer.context().close();
  await accepter.context().close();
});

const pages: readonly { readonly name: string; readonly person: string; readonly path: () => string }[] = [
  { name: 'agreements', person: 'admin', path: () => '/staff/admin/agreements' },
  { name: 'agreement', person: 'sharing', path: () => '/staff/admin/agreements/1' },
  { name: 'agreement-new', person: 'sharing', path: () => '/staff/admin/agreements/new' },
  {
    name: 'agreement-terms',
    person: 'sharing',
    path: () =>
      '/staff/admin/agreements/new?asked=1&own=central-inspection&side=giver&other=health-ministry&service=petition',
  },
  { name: 'api-keys', person: 'admin', path: () => '/staff/admin/api-keys' },
  { name: 'api-key-new', person: 'sharing', path: () => '/staff/admin/api-keys/new' },
  { name: 'shared', person: 'survey', path: () => '/staff/shared' },
  { name: 'shared-records', person: 'survey', path: () => '/staff/shared/1' },
];

describe.each(locales)('pages about consent, agreements and keys in %s', (locale) => {
  it('have nothing that axe finds, and nothing that sticks out', async () => {
    const judge = (page: Page, name: string) => lookAt(page, `sharing-${name}-${locale}`);
    const signedIn = await lookAtDesks(browser, program.url, locale, 'sharing', pages);
    const reader = signedIn.get('survey')!;
    await reader.click('main table a');
    await judge(reader, 'shared-record');
    const keys = signedIn.get('admin')!;
    await keys.click('main table a');
    await judge(keys, 'api-key');
    const sent = await petition(agreed);
    const citizen = await newPage(browser, { locale });
    await openTrack(citizen, sent);
    await judge(citizen, 'track');
    await citizen.click('a[href$="/consents/satisfaction_survey"]');
    await judge(citizen, 'withdraw');
    await citizen.click('main form .actions button');
    await judge(citizen, 'withdrawn');
    await citizen.click('a[href$="/consents/satisfaction_survey"]');
    await judge(citizen, 'give');
    for (const page of [...signedIn.values(), citizen]) await page.context().close();
  });
});
