import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { signInAt, signInToApi, visitAs } from '../world/clerk.ts';
import { officeOf } from '../world/office.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

/** Finding one record among many: what is typed, what is kept, and who sees what of it. */
let browser: Browser;
let program: TestProgram;
beforeAll(async () => {
  // Works at the same ministry, and sees none of its permits.
  const { DIWAN_COUNTRY = '' } = officeOf({}, { neighbour: ['municipal-clerk', 'interior-ministry'] });
  [program, browser] = await Promise.all([startProgram({ DIWAN_COUNTRY }), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const referencesIn = (text: string): readonly string[] => [...new Set(text.match(/MP-[\dA-Z-]{5,}/g) ?? [])];
const searchId = /^\/staff\?(?:.*&)?search=([0-9a-f-]{36})$/;

test('what is typed stands in no address, and opens for nobody else', async () => {
  const agent = await visitAs(program.url, 'agent');
  const found = await agent.search('ليلي حداد');
  expect(found.path).toMatch(searchId);
  expect(decodeURIComponent(found.path)).not.toContain('ليلي');
  expect(found.text).toContain('ليلى حدّاد');
  const references = referencesIn(found.text);
  expect(references.length).toBeGreaterThan(0);
  expect(found.text).toMatch(/1 record|\d+ records/);

  const other = await visitAs(program.url, 'agent2');
  const gone = await other.get(found.path);
  expect(gone.text).toContain('This search is gone, or is not yours');
  expect(gone.text).not.toContain('ليلي حداد');
  const id = searchId.exec(found.path)?.[1] ?? '';
  expect((await other.get(`/staff/export/csv?search=${id}`)).status).toBe(404);
  const file = await agent.get(`/staff/export/csv?search=${id}`);
  expect(referencesIn(file.text)).toEqual(references);
  expect((await agent.get('/staff/export/csv?q=Leila')).status).toBe(422);
});

test('a list is narrowed by any answer, the same as its file; personal answers stay out of the address', async () => {
  const agent = await visitAs(program.url, 'agent');
  const list = 'view=all&service=mobility-permit';
  await agent.get(`/staff?${list}`);
  const narrowed = await agent.post('/staff/filter', { list, reason: 'medical' });
  expect(narrowed.path).toBe(`/staff?view=all&service=mobility-permit&where=reason%3Dmedical`);
  const medical = await agent.get(narrowed.path);
  const all = referencesIn((await agent.get(`/staff?${list}`)).text);
  expect(medical.text).toContain('Medical');
  expect(referencesIn(medical.text).length).toBeGreaterThan(0);
  expect(referencesIn(medical.text).length).toBeLessThan(all.length);
  const file = await agent.get(narrowed.path.replace('/staff?', '/staff/export/csv?'));
  expect(referencesIn(file.text).toSorted()).toEqual(referencesIn(medical.text).toSorted());

  const personal = await agent.post('/staff/filter', { list, full_name: 'ليلي' });
  expect(personal.path).toMatch(searchId);
  const named = await agent.get(personal.path);
  expect(named.text).toContain('ليلى حدّاد');
  expect(referencesIn(named.text).length).toBeLessThan(all.length);
});

test('a shared list shows its reader what the reader may see', async () => {
  const agent = await visitAs(program.url, 'agent');
  const found = await agent.search('ليلي');
  const references = referencesIn(found.text);
  const kept = await agent.post('/staff/views', { list: found.path.slice('/staff?'.length), name: 'Leila’s' });
  expect(kept.path).toMatch(/^\/staff\/views\/[0-9a-f-]{36}$/);
  const [colleague, neighbour] = [await visitAs(program.url, 'agent2'), await visitAs(program.url, 'neighbour')];
  for (const each of [colleague, neighbour]) expect((await each.get(kept.path)).status).toBe(404);

  await agent.get('/staff/views');
  expect((await agent.post(`${kept.path}/share`, { readers: 'interior-ministry' })).status).toBe(303);
  expect((await colleague.get('/staff')).text).toContain('Leila’s (shared)');
  const opened = await colleague.get((await colleague.get(kept.path)).path);
  expect(referencesIn(opened.text)).toEqual(references);
  const nothing = await neighbour.get((await neighbour.get(kept.path)).path);
  expect(nothing.text).toContain('No record found');
  expect(referencesIn(nothing.text)).toEqual([]);
  for (const what of ['share', 'remove']) expect((await colleague.post(`${kept.path}/${what}`)).status).toBe(404);

  await agent.get('/staff/views');
  expect((await agent.post(`${kept.path}/share`, { readers: 'me' })).status).toBe(303);
  expect((await colleague.get(kept.path)).status).toBe(404);
});

test('programs find the same, with a count, and by answers', async () => {
  const call = async (body: object, token?: string) => {
    const answer = await fetch(`${program.url}/api/v1/records/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      json: (await answer.json()) as { count?: number; records?: { reference: string }[] },
    };
  };
  expect((await call({ words: 'ليلي' })).status).toBe(401);
  const token = await signInToApi(program.url, 'agent');
  const agent = await visitAs(program.url, 'agent');
  const onPage = referencesIn((await agent.search('ليلي حداد')).text);
  const { json } = await call({ words: 'ليلي حداد' }, token);
  expect(json.records?.map(({ reference }) => reference)).toEqual(onPage);
  expect(json.count).toBe(onPage.length);
  const medical = { service: 'mobility-permit', answers: { reason: 'medical' } };
  const found = await call({ words: '03 871 226', ...medical }, token);
  expect(found.status).toBe(200);
  expect((await call({ ...medical, answers: { phone: '03' } }, token)).status).toBe(422);
});

test('on a phone somebody is found by name and by number', async () => {
  const page = await signInAt(browser, program.url, 'agent', { locale: 'ar', width: 360 });
  for (const typed of ['ليلي حداد', '٠٣ ٢١٠ ٤٥٥']) {
    await page.fill('[role=search] input[type=search]', typed);
    const before = page.url();
    await page.keyboard.press('Enter');
    await page.waitForURL(({ href }) => href !== before && href.includes('search='));
    expect(await page.locator('main table').textContent()).toContain('ليلى حدّاد');
    expect(decodeURIComponent(page.url())).not.toContain(typed);
  }
  if (process.env['SCREENSHOTS']) await screenshot(page, 'find-phone');
  expect.soft(await axe(page)).toEqual([]);
  expect.soft(await sidewaysScroll(page)).toBe(0);
});
