import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, sidewaysScroll } from '../world/browser.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** What gathers around an institution, a person and an entry, for those of the demonstration who may know of it. */
let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([openProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const pageOf = async (person: string, path: string) => (await visitAs(program.url, person)).get(path);
const referencesIn = (text: string, prefix: string): readonly string[] => [
  ...new Set(text.match(new RegExp(`/staff/records/${prefix}-\\d{4}-\\d{4}`, 'g'))),
];

test('an inspector knows an institution before the visit, and who has nothing to do with it learns nothing', async () => {
  const path = '/staff/institutions/tourism-ministry';
  const { status, text } = await pageOf('inspector', path);
  expect(status).toBe(200);
  const found = referencesIn(text, 'GI');
  expect(found.length).toBeGreaterThan(1);
  const other = await pageOf('agent', path);
  expect(other.status).toBe(200);
  for (const record of found) expect(other.text).not.toContain(record);
  expect((await pageOf('inspector', '/staff/institutions/nowhere')).status).toBe(404);
  // Found by a part of its name, with a hamza or without.
  for (const q of ['السياحه', 'touris'])
    expect((await pageOf('inspector', `/staff/institutions?q=${encodeURIComponent(q)}`)).text).toContain(path);
});

test('a complaint about a hospital leads to the hospital, whose page leads back', async () => {
  const list = await pageOf('hospitals', '/staff/institutions/hospital-saida');
  const [record] = referencesIn(list.text, 'HC');
  const opened = await pageOf('hospitals', record!);
  expect(opened.text).toContain('/staff/institutions/hospital-saida');
  expect((await pageOf('agent', `${record}/gathered`)).status).toBe(404);
  expect((await pageOf('hospitals', `${record}/gathered?by=full_name`)).status).toBe(404);
});

test('a record is printed with what is linked to it, each reading written down, and only by who may see it', async () => {
  const visitor = await visitAs(program.url, 'hr');
  const [head] = referencesIn((await visitor.get('/staff/services/civil-servant/tree')).text, 'CS');
  const asked = await visitor.get(`${head}/print`);
  expect(asked.text).toContain('value="links"');
  const printed = await visitor.post(`${head}/print`, { with: 'links' });
  expect([printed.status, printed.text.slice(0, 5)]).toEqual([200, '%PDF-']);
  // The number on the paper leads to who printed it and whether it still holds; who may not see the record finds nothing.
  const number = /PR-\d{4}-\d{4}/.exec((await visitor.get(`${head}/print`)).text)?.[0] ?? '';
  const { path } = await visitor.post('/staff/search', { q: number.toLowerCase().replaceAll('-', ' ') });
  expect(path).toBe(`/staff/printings/${number}`);
  expect((await visitor.get(path)).text).toContain('This is the newest printout');
  await visitor.post(`${head}/print`, {});
  expect((await visitor.get(`/staff/printings/${number}`)).text).toContain('has been printed again since');
  const stranger = await visitAs(program.url, 'agent');
  expect((await stranger.get(`/staff/printings/${number}`)).status).toBe(404);
  expect((await stranger.post('/staff/search', { q: number })).path).not.toContain('printings');
  expect((await visitor.post(`${head}/print`, { with: 'by full_name' })).status).toBe(404);
  expect((await (await visitAs(program.url, 'agent')).get(`${head}/print`)).status).toBe(404);
  const [below] = referencesIn((await visitor.get(`${head}/gathered`)).text, 'CS').filter((each) => each !== head);
  for (const record of [head!, below!])
    await expect
      .poll(async () => (await pageOf('hr.board', record)).text, { timeout: 10_000 })
      .toContain('Printed the request');
});

test('tasks stand side by side for who is asked and for who follows, and for nobody else', async () => {
  const kind = 'covid-case.red_cross_call';
  const caller = await pageOf('redcross', `/staff/tasks?task=${kind}`);
  const [record] = referencesIn(caller.text, 'CV');
  expect(caller.text).toContain(`${record}/actions/red_cross_call`);
  const follower = await pageOf('surveillance', `/staff/tasks?task=${kind}`);
  expect(follower.text).toContain(record);
  expect(follower.text).not.toContain('/actions/red_cross_call');
  expect(follower.text).toContain('Recovered');
  expect(referencesIn((await pageOf('petitions', '/staff/tasks')).text, 'CV')).toEqual([]);
  expect((await pageOf('petitions', `/staff/tasks/list?task=${kind}`)).text).not.toContain('+961');
  expect((await pageOf('redcross', '/staff/tasks?task=covid-case.nothing')).status).toBe(404);
  const list = await pageOf('redcross', `/staff/tasks/list?task=${kind}`);
  expect(list.text).toContain(record);
  expect(list.text).toContain('href="tel:+961');
});

test.each([
  ['redcross', '/staff/tasks'],
  ['hospitals', '/staff/institutions/hospital-saida'],
])('%s reads %s on a phone, with nothing that axe finds', async (person, path) => {
  const page = await signInAt(browser, program.url, person, { width: 360 });
  try {
    await page.goto(program.url + path);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await axe(page)).toEqual([]);
  } finally {
    await page.context().close();
  }
});
