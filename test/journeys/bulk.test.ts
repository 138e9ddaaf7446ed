import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDemoSharing } from '../../src/access/demo-sharing.ts';
import { inProject } from '../../src/base/paths.ts';
import { axe, openBrowser, sidewaysScroll } from '../world/browser.ts';
import { submit } from '../world/citizen.ts';
import { signInAt, signInToApi, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import type { Visitor } from '../world/visitor.ts';

let program: TestProgram;
let browser: Browser;
let agent: Visitor;
let session: string;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  agent = await visitAs(program.url, 'agent');
  session = await signInToApi(program.url, 'agent');
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

type Json = Readonly<Record<string, unknown>>;

const api = async (path: string, body?: object, token = session) => {
  const answer = await fetch(`${program.url}/api/v1${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      'accept-language': 'en',
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
  });
  const text = await answer.text();
  return { status: answer.status, text, json: (text.startsWith('{') ? JSON.parse(text) : {}) as Json };
};
const send = (body: object, token = session) => api('/services/mobility-permit/bulk-actions', body, token);

/** Requests that wait for a permit agent. */
const waiting = async (count: number): Promise<readonly string[]> =>
  (await Promise.all(Array.from({ length: count }, () => submit(program.url, 'ar')))).map(({ reference }) => reference);
const chosen = (references: readonly string[]) => references.map((reference) => ({ reference }));
const untilOver = async (id: unknown): Promise<Json> => {
  for (let look = 0; look < 400; look++) {
    const { json } = await api(`/bulk-actions/${String(id)}`);
    if (json['status'] !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it does not end');
};
const resultsOf = async (id: unknown) => (await api(`/bulk-actions/${String(id)}/results`)).json['records'] as Json[];
const actionsOn = async (reference: string): Promise<readonly unknown[]> => {
  const { json } = await api(`/records/${reference}`);
  return (json['events'] as Json[]).flatMap((event) => (event['kind'] === 'acted' ? event['action'] : []));
};
const explanation = 'There is no such hospital.';
const data = { explanation };

describe('by page, without scripts', () => {
  test('ticked, looked at, said once, done, with a file of results', async () => {
    const references = await waiting(3);
    const list = await agent.get('/staff');
    expect(list.text).toContain('class="ds-input bulk-box"');
    const form = references.map((reference) => `record=${reference}`).join('&');
    const { path } = await agent.post('/staff/bulk', form);
    expect(path).toMatch(/^\/staff\/bulk\/[\da-f-]{36}$/);
    const choice = await agent.get(path);
    expect(choice.text).toContain('possible on 3 of 3');
    expect((await agent.post(`${path}/action`, 'a=b')).status).toBe(422);
    await agent.post(`${path}/action`, { action: 'mobility-permit/reject' });
    const preview = await agent.get(path);
    expect(preview.text).toContain('A message goes to 3 applicants.');
    const without = await agent.post(path, { _asked: 'explanation' });
    expect(without.status).toBe(422);
    expect(await actionsOn(references[0]!)).toEqual([]);
    const begun = await agent.post(path, { explanation });
    expect(begun).toMatchObject({ status: 303, path });
    // The same page sent twice.
    await agent.post(path, { explanation });
    expect(await untilOver(path.split('/').at(-1))).toMatchObject({ records: { chosen: 3, done: 3 } });
    for (const reference of references) expect(await actionsOn(reference)).toEqual(['reject']);
    expect((await agent.get(path)).text).toContain('Act again on those that were done');
    const csv = await agent.get(`${path}/result/csv`);
    expect(csv.text.split('\r\n').filter((line) => line.includes('MP-')).length).toBe(3);
    expect((await agent.get('/staff/bulk')).text).toContain(path);
  });

  test('all of a list, none, and a form of another site', async () => {
    const references = await waiting(2);
    const { path } = await agent.post('/staff/bulk', { all: '1', list: 'view=open' });
    await agent.post(`${path}/action`, { action: 'mobility-permit/ask' });
    const preview = await agent.get(path);
    for (const reference of references) expect(preview.text).toContain(reference);
    // One of the demonstration was rejected by this very agent and contested.
    expect(preview.text).toContain('another agent has to examine it');
    await agent.post(`${path}/stop`);
    const none = await agent.post('/staff/bulk', { list: 'view=open' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('No record is chosen');
    const stranger = agent.copy();
    const answer = await fetch(`${program.url}/staff/bulk`, {
      method: 'POST',
      body: new URLSearchParams({ record: references[0]! }),
      headers: { cookie: [...stranger.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    expect(answer.status).toBe(403);
  });
});

test('the whole list that a search found, and no other list where the search is gone', async () => {
  const name = { full_name: 'زهراء الملّاح' };
  const found = [await submit(program.url, 'ar', name), await submit(program.url, 'ar', name)];
  const listOf = async () => (await agent.post('/staff/search', { q: 'زهراء الملاح' })).path;
  // The index of words follows the submissions.
  const isThere = async () => {
    const { text } = await agent.get(await listOf());
    return found.every(({ reference }) => text.includes(reference));
  };
  while (!(await isThere()));
  const list = (await listOf()).split('?')[1] ?? '';
  expect(list).toContain('search=');
  const { path } = await agent.post('/staff/bulk', { all: '1', list });
  expect((await agent.get(path)).text).toContain('possible on 2 of 2');
  const gone = list.replace(/search=[^&]+/, 'search=00000000-0000-4000-8000-000000000000');
  expect((await agent.post('/staff/bulk', { all: '1', list: gone })).status).toBe(404);
});

describe('by API', () => {
  test('looked at, done once however often it is sent, and left alone where something has changed', async () => {
    const [first, second, third] = (await waiting(3)) as [string, string, string];
    const look = await send({ action: 'reject', records: chosen([first, second, third]), dry_run: true });
    expect(look).toMatchObject({ status: 200, json: { chosen: 3, possible: 3, told: 3 } });
    const records = (look.json['records'] as Json[]).map(({ reference, seen_event }) => ({ reference, seen_event }));
    await api(`/records/${second}/actions/ask`, { data: { question: 'Which hospital?' } });
    const run = { action: 'reject', records, data, key: 'rejections-of-today' };
    const sent = await send(run);
    expect(sent.status).toBe(202);
    const { id } = sent.json;
    expect(await untilOver(id)).toMatchObject({ status: 'done', records: { chosen: 3, possible: 2, done: 2 } });
    expect(await resultsOf(id)).toMatchObject([
      { reference: first, status: 'done' },
      { reference: second, status: 'refused', reason: { code: 'changed' } },
      { reference: third, status: 'done' },
    ]);
    const again = await send(run);
    expect(again).toMatchObject({ status: 200, json: { id } });
    expect(await actionsOn(first)).toEqual(['reject']);
    expect((await send({ ...run, data: { explanation: 'Another.' } })).status).toBe(409);
    expect((await send({ ...run, key: undefined })).status).toBe(400);
  });

  test('it stands in the description of the API', async () => {
    const { json } = await api('/openapi.json', undefined, '');
    const paths = Object.keys(json['paths'] as object);
    expect(paths).toContain('/api/v1/services/{service}/bulk-actions');
    expect(paths.filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });

  test('what is wrong for all is said before anything is begun', async () => {
    const records = chosen(await waiting(1));
    const answer = await send({ action: 'reject', records, data: {}, key: 'without-a-reason' });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: 'explanation' }] } });
    expect((await send({ action: 'withdraw', records, data: {}, key: 'of-applicants' })).status).toBe(404);
  });

  test('a record that one may not see is as one that there is not, and so is the run of another', async () => {
    const [hidden] = await waiting(1);
    const clerk = await signInToApi(program.url, 'clerk.saida');
    const key = loadDemoSharing(inProject('country', 'demo-sharing.yaml')).keys[0]!.key;
    for (const token of [clerk, key]) {
      const records = chosen([hidden!, 'MP-0009-9999', 'nonsense']);
      const { json } = await send({ action: 'reject', records, dry_run: true }, token);
      const answers = (json['records'] as Json[]).map(({ possible, reason }) => ({ possible, reason }));
      expect(answers[0]).toMatchObject({ possible: false, reason: { code: 'unknown-record' } });
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
    const mine = await send({ action: 'reject', records: chosen([hidden!]), data, key: 'seen-by-me-only' });
    for (const path of ['', '/results', '/results/csv'])
      expect((await api(`/bulk-actions/${String(mine.json['id'])}${path}`, undefined, clerk)).status).toBe(404);
    expect((await api(`/bulk-actions/${String(mine.json['id'])}/stop`, {}, clerk)).status).toBe(404);
    expect((await send({ action: 'reject', records: chosen([hidden!]), dry_run: true }, '')).status).toBe(401);
    await untilOver(mine.json['id']);
  });
});

describe('in a browser', () => {
  const judge = async (page: Page) => {
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  };

  test('all of the page, a range, a key; looked at and done, in Arabic on a phone and in French at a desk', async () => {
    await waiting(4);
    for (const [locale, width] of [
      ['ar', 360],
      ['fr', 1280],
    ] as const) {
      const page = await signInAt(browser, program.url, 'agent', { locale, width });
      const boxes = page.locator('.bulk-box');
      const count = () => page.locator('#bulk-count bdi').textContent();
      const all = page.locator('#bulk-all-box');
      await all.check();
      expect(await count()).toBe(String(await boxes.count()));
      await all.uncheck();
      await boxes.nth(0).click();
      await boxes.nth(2).click({ modifiers: ['Shift'] });
      expect(await count()).toBe('3');
      await page.locator('.row-link').nth(1).focus();
      await page.keyboard.press('x');
      expect(await count()).toBe('2');
      await judge(page);
      await page.locator('.bulk-bar button').first().click();
      await page.locator('[name=action][value$="/ask"]').check();
      await judge(page);
      await page.locator('main form .actions button').first().click();
      await page.locator('.bulk-question textarea').fill('?');
      await judge(page);
      await page.locator('.bulk-question .actions button').first().click();
      await page.locator('a[href$="/result/csv"]').waitFor();
      await judge(page);
      await page.context().close();
    }
  });
});

test('kill -9 in the middle: it goes on where it was, nothing twice and nothing left out', async () => {
  const references = await waiting(40);
  const { json } = await send({ action: 'reject', records: chosen(references), data, key: 'before-the-power-cut' });
  const doneOf = async () => ((await api(`/bulk-actions/${String(json['id'])}`)).json['records'] as Json)['done'];
  while ((await doneOf()) === 0);
  await program.kill();
  program = await startProgram({}, program.folder);
  session = await signInToApi(program.url, 'agent');
  expect(await untilOver(json['id'])).toMatchObject({ status: 'done', records: { chosen: 40, done: 40, refused: 0 } });
  for (const reference of references) expect(await actionsOn(reference)).toEqual(['reject']);
}, 120_000);
