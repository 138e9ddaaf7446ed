import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type Locale, locales } from '../../src/base/texts.ts';
import { lookAt, newPage, openBrowser } from '../world/browser.ts';
import { visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { edited, permitDeclaration, plateRenamed, titled } from '../world/versions.ts';
import { visit, type Visitor } from '../world/visitor.ts';

const service = 'mobility-permit';
const tighter = edited(plateRenamed(), ['service.yaml', 'permits_that_day < 2', 'permits_that_day < 1']);
const broken = edited(permitDeclaration, ['service.yaml', 'keep_months:', 'keep_monts:']);

let browser: Browser;
let program: TestProgram;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const form = (files: Readonly<Record<string, string>>, note = ''): FormData => {
  const data = new FormData();
  for (const [name, text] of Object.entries(files)) data.append('files', new Blob([text]), name);
  data.set('note', note);
  return data;
};

/** Sends files as a new version; gives the page of the proposal. */
const send = async (publisher: Visitor, files: Readonly<Record<string, string>>, note?: string): Promise<string> => {
  await publisher.get(`/staff/proposals/new?service=${service}`);
  const { status, path, text } = await publisher.post('/staff/proposals/new', form(files, note));
  expect(status, text).toBe(303);
  return path;
};

const publishIt = async (publisher: Visitor, proposal: string): Promise<void> => {
  await publisher.get(proposal);
  const { status, path, text } = await publisher.post(`${proposal}/publish`, { sure: 'yes', note: '' });
  expect(status, text).toBe(303);
  expect(path).toBe(`/staff/services/${service}?done=published`);
};

describe('a new version in the console', () => {
  test('is shown what is wrong in it, with lines, and is not kept', async () => {
    const publisher = await visitAs(program.url, 'publisher');
    await publisher.get('/staff/proposals/new');
    const { status, text } = await publisher.post('/staff/proposals/new', form(broken));
    expect(status).toBe(422);
    expect(text).toContain('service.yaml:9:1');
    expect(text).toContain('did you mean &quot;keep_months&quot;?');
    const { text: list } = await publisher.get('/staff/services');
    expect(list).not.toContain('/staff/proposals/0');
  });

  test('that would keep the program busy is refused', async () => {
    const publisher = await visitAs(program.url, 'publisher');
    await publisher.get('/staff/proposals/new');
    const fields = Array.from({ length: 250_000 }, () => 'a').join('');
    const large = await publisher.post('/staff/proposals/new', form({ 'service.yaml': `# ${fields}${fields}` }));
    expect(large.status).toBe(422);
    expect(large.text).toContain('larger than 256 KB');
    const odd = await publisher.post('/staff/proposals/new', form({ 'run.mjs': 'process.exit()' }));
    expect(odd.status).toBe(422);
    expect(odd.text).toContain('leave this file out');
  });

  test('says what changes, is tried in memory, is played over past records, and is published', async () => {
    const publisher = await visitAs(program.url, 'publisher');
    const proposal = await send(publisher, tighter, 'Tighter rule');
    const { text: difference } = await publisher.get(proposal);
    for (const words of ['Approve', 'permits_that_day &lt; 1', '<code>car</code>', 'Tighter rule', 'Nadine Saliba'])
      expect(difference).toContain(words);

    const { text: trial } = await publisher.get(`${proposal}/try`);
    expect(trial).toContain('name="car"');
    const before = (await publisher.get(`/api/v1/services/${service}`)).text;
    const tried = await publisher.post(`${proposal}/try`, { full_name: 'Leila' });
    expect(tried.status).toBe(422);
    const { text: replayed } = await publisher.get(`${proposal}/replay`);
    expect(replayed).toMatch(/39 records looked at/);
    expect(replayed).toContain('instead of');
    expect(replayed).not.toContain('حدّاد');
    expect((await publisher.get(`/api/v1/services/${service}`)).text).toBe(before);

    await publisher.get(proposal);
    expect((await publisher.post(`${proposal}/publish`, {})).status).toBe(422);
    await publishIt(publisher, proposal);
    expect((await publisher.get(`/api/v1/services/${service}`)).text).toContain('"car"');
    expect((await publisher.get(proposal)).status).toBe(404);
    const { text: history } = await publisher.get(`/staff/services/${service}`);
    expect(history).toContain('Tighter rule');
  });

  test('can be taken back: an earlier version is seen and published like a new one', async () => {
    const publisher = await visitAs(program.url, 'publisher');
    const { text } = await publisher.get(`/staff/services/${service}`);
    const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
    const { path } = await publisher.post(`/staff/services/${service}/return`, { version });
    await publishIt(publisher, path);
    expect((await publisher.get(`/api/v1/services/${service}`)).text).toContain('"plate"');
  });

  test('is for publishers of the owner only, and for forms of ours', async () => {
    const agent = await visitAs(program.url, 'agent');
    for (const path of ['/staff/services', '/staff/proposals/new', `/staff/services/${service}`])
      expect((await agent.get(path)).status).toBe(403);
    const stranger = visit(program.url);
    expect((await stranger.get('/staff/services')).path).toContain('/staff/sign-in');
    const publisher = await visitAs(program.url, 'publisher');
    const forged = await fetch(`${program.url}/staff/services/${service}/withdraw`, {
      method: 'POST',
      headers: { cookie: [...publisher.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      body: new URLSearchParams({ sure: 'yes' }),
    });
    expect(forged.status).toBe(403);
    await publisher.get('/staff/proposals/new');
    const foreign = await publisher.post(
      '/staff/proposals/new',
      form(
        edited(
          permitDeclaration,
          ['service.yaml', `service: ${service}`, 'service: another-permit'],
          ['service.yaml', 'reference: MP', 'reference: AP'],
          ['service.yaml', 'owner: interior-ministry', 'owner: justice-ministry'],
        ),
      ),
    );
    expect(foreign.status).toBe(422);
    expect(foreign.text).toContain('You do not publish services of this institution');
  });
});

test('a form that was begun goes on under the new version with what was typed, and says what changed', async () => {
  const publisher = await visitAs(program.url, 'publisher');
  const person = visit(program.url);
  await person.get(`/services/${service}/form/applicant`);
  await person.post(`/services/${service}/form/applicant`, { full_name: 'Leila', phone: '03 123 456' });
  const old = await person.get(`/services/${service}/form/trip`);
  const digest = /name="_version" value="([0-9a-f]+)"/.exec(old.text)?.[1] ?? '';
  await publishIt(
    publisher,
    await send(
      publisher,
      edited(
        permitDeclaration,
        [
          'service.yaml',
          ', protect: personal }\n      - { name: phone',
          ', protect: personal }\n      - { name: mother, type: text, max: 100, protect: personal }\n      - { name: phone',
        ],
        ...(['ar', 'fr', 'en'] as const).map(
          (locale) => [`texts.${locale}.yaml`, /^fields:\n/m, 'fields:\n  mother: { label: Mother }\n'] as const,
        ),
      ),
    ),
  );
  // The page that was open when the version came is sent under it.
  const sent = await person.post(`/services/${service}/form/trip`, {
    _version: digest,
    origin: 'LB-JA-SAI-001',
    destination: 'LB-BA-BEI-001',
  });
  expect(sent.status).toBe(303);
  expect(sent.path).toContain('/form/reason');
  const { text } = await person.get(sent.path);
  expect(text).toContain('The form has changed since you began');
  expect(text).toContain('Mother');
  const { text: first } = await person.get(`/services/${service}/form/applicant`);
  expect(first).toContain('value="Leila"');
});

test('data made for an earlier version are read as the version in force says', async () => {
  const publisher = await visitAs(program.url, 'publisher');
  const versionNow = async () =>
    (JSON.parse((await publisher.get(`/api/v1/services/${service}`)).text) as { version: string }).version;
  await publishIt(publisher, await send(publisher, titled('Before', permitDeclaration)));
  const version = await versionNow();
  await publishIt(publisher, await send(publisher, plateRenamed(titled('After', permitDeclaration))));
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const data = {
    full_name: 'ليلى حدّاد',
    phone: '03 777 001',
    origin: 'LB-JA-SAI-001',
    destination: 'LB-BA-BEI-001',
    reason: 'medical',
    plate: 'B 123',
    leave_at: at(1),
    back_at: at(2),
  };
  const submit = (body: object) =>
    fetch(`${program.url}/api/v1/services/${service}/submissions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const key = crypto.randomUUID();
  expect((await submit({ key: crypto.randomUUID(), data })).status).toBe(422);
  const first = await submit({ key, data, version });
  expect(first.status).toBe(201);
  const { reference, secret } = (await first.json()) as { reference: string; secret: string };
  const record = await fetch(`${program.url}/api/v1/records/${reference}`, { headers: { 'x-record-secret': secret } });
  expect(((await record.json()) as { data: Record<string, string> }).data).toMatchObject({ car: 'B 123' });
  expect((await submit({ key, data, version })).status).toBe(200);
});

test('a withdrawn service takes no new requests, and says so; what was asked for goes on', async () => {
  const publisher = await visitAs(program.url, 'publisher');
  await publisher.get(`/staff/services/${service}`);
  expect((await publisher.post(`/staff/services/${service}/withdraw`, {})).status).toBe(422);
  expect((await publisher.post(`/staff/services/${service}/withdraw`, { sure: 'yes' })).status).toBe(303);
  const person = visit(program.url);
  const gone = await person.get(`/services/${service}`);
  expect(gone.status).toBe(410);
  expect(gone.text).toContain('no longer offered');
  expect((await person.get('/')).text).not.toContain(`/services/${service}"`);
  const agent = await visitAs(program.url, 'agent');
  const worklist = await agent.get('/staff');
  const record = /\/staff\/records\/(MP-[0-9-]+)/.exec(worklist.text)?.[1] ?? '';
  expect((await agent.get(`/staff/records/${record}`)).status).toBe(200);

  const { text } = await publisher.get(`/staff/services/${service}`);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';
  const { path } = await publisher.post(`/staff/services/${service}/return`, { version });
  await publishIt(publisher, path);
  expect((await person.get(`/services/${service}`)).status).toBe(200);
});

test('a record says why no rule decided it: each condition, met or not', async () => {
  const agent = await visitAs(program.url, 'agent');
  const worklist = await agent.get('/staff');
  const record = /\/staff\/records\/(MP-[0-9-]+)/.exec(worklist.text)?.[1] ?? '';
  const { text } = await agent.get(`/staff/records/${record}`);
  expect(text).toContain('was not done automatically');
  expect(text).toMatch(/Reason[^<]* – the rule asks: /);
  expect(text).toMatch(/not met<\/?|not met: /);

  const signedIn = await fetch(`${program.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'agent@demo.diwan', password: 'diwan-demo-2026' }),
  });
  const { token } = (await signedIn.json()) as { token: string };
  const answer = await fetch(`${program.url}/api/v1/records/${record}?lang=en`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { explanations } = (await answer.json()) as {
    explanations: { automatic: { action: string; happened: boolean; conditions: { holds: boolean | null }[] }[] };
  };
  expect(explanations.automatic[0]).toMatchObject({ action: 'approve', happened: false });
  expect(explanations.automatic[0]?.conditions.some(({ holds }) => holds === false)).toBe(true);
});

const signIn = async (locale: Locale): Promise<Page> => {
  const page = await newPage(browser, { locale });
  await page.goto(`${program.url}/staff/sign-in`);
  await page.fill('[name=email]', 'publisher@demo.diwan');
  await page.fill('[name=password]', 'diwan-demo-2026');
  await page.locator('main form .actions button').first().click();
  await page.waitForURL('**/staff/services');
  return page;
};

describe.each(locales)('pages for publishers in %s', (locale) => {
  it('have nothing that axe finds, and nothing that sticks out', async () => {
    const page = await signIn(locale);
    const look = (name: string) => lookAt(page, `publish-${name}-${locale}`);
    const write = async (files: Readonly<Record<string, string>>) => {
      await page.goto(`${program.url}/staff/proposals/new?service=${service}`);
      await page.locator('main details summary').first().click();
      for (const [name, text] of Object.entries(files)) await page.fill(`[name="text:${name}"]`, text);
      await page.locator('main form .actions button').click();
      await page.waitForLoadState('load');
    };
    await look('list');
    await page.goto(`${program.url}/staff/services/${service}`);
    await look('history');
    await write(broken);
    await look('faults');
    await write(tighter);
    await look('difference');
    const proposal = page.url();
    await page.goto(`${proposal}/try`);
    await look('try');
    await page.goto(`${proposal}/replay`);
    await look('replay');
    await page.context().close();
  });
});
