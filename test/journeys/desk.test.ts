import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser } from '../world/browser.ts';
import { signInAt, signInToApi, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

// What civil servants are told, what is due, and being away, on the demonstration.
let program: TestProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
});
afterAll(() => Promise.all([browser.close(), program.stop()]));

test('a volunteer on a phone sees how much is new, reads it, and finds what is due in the calendar', async () => {
  const told = await visitAs(program.url, 'redcross');
  await expect
    .poll(async () => (await told.get('/staff/notifications')).text, { timeout: 20_000 })
    .toContain('Mark all as read');
  const page = await signInAt(browser, program.url, 'redcross', { width: 360 });
  const unread = () => page.locator('.bell .count').textContent();
  const before = Number(await unread());
  expect(before).toBeGreaterThan(1);
  await page.locator('.bell').click();
  await page.waitForURL('**/staff/notifications');
  expect(await axe(page)).toEqual([]);
  // To open a record is to have read what was new of it.
  await page.locator('tbody tr[data-color] a[href*="/staff/records/"]').first().click();
  await page.waitForURL('**/staff/records/*');
  expect(Number(await unread())).toBe(before - 1);
  await page.goto(`${program.url}/staff/notifications`);
  // Another window hears of it without being loaded again.
  const window = await page.context().newPage();
  await window.goto(`${program.url}/staff/me`);
  expect(Number(await window.locator('.bell .count').textContent())).toBe(before - 1);
  await page.locator('.news-ways form button').click();
  await page.waitForLoadState('load');
  expect(await page.locator('.bell .count').isVisible()).toBe(false);
  await window.locator('.bell .count').waitFor({ state: 'hidden' });
  await window.close();
  await page.goto(`${program.url}/staff/notifications/settings`);
  expect(await axe(page)).toEqual([]);

  await page.goto(`${program.url}/staff/calendar`);
  expect(await axe(page)).toEqual([]);
  const due = page.locator('main td a, main th a').first();
  const reference = await due.textContent();
  await due.click();
  await page.waitForURL(`**/staff/records/${reference}`);
  await page.goto(`${program.url}/staff/calendar?view=month`);
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await page.locator('.month thead th').count()).toBe(7);
  await page.context().close();
});

test('who is away is said where it matters, and people say it themselves without a deputy or with one who may', async () => {
  const officer = await visitAs(program.url, 'petitions');
  expect((await officer.get('/staff/calendar?who=institution')).text).toContain('Away: Lina Baydoun');
  const inspector = await visitAs(program.url, 'hospitals');
  const handedOn = async () => {
    const { text } = await inspector.get('/staff?holder=me');
    const paths = new Set([...text.matchAll(/href="(\/staff\/records\/[A-Z0-9-]+)/g)].map(([, path = '']) => path));
    const pages = await Promise.all([...paths].map(async (path) => (await inspector.get(path)).text));
    return pages.find((page) => page.includes('Handed on during an absence')) ?? '';
  };
  await expect.poll(handedOn, { timeout: 20_000 }).toContain('Nour Khalil is away until');

  const clerk = await visitAs(program.url, 'economy');
  const day = new Date(Date.now() + 9 * 86_400_000);
  const until = {
    'until.day': String(day.getUTCDate()),
    'until.month': String(day.getUTCMonth() + 1),
    'until.year': String(day.getUTCFullYear()),
  };
  await clerk.get('/staff/account/absence');
  const crafted = await clerk.post('/staff/account/absence', { ...until, deputy: crypto.randomUUID() });
  expect(crafted.status).toBe(422);
  expect(crafted.text).toContain('may not act on these records');
  expect((await clerk.post('/staff/account/absence', { deputy: '' })).status).toBe(422);
  const said = await clerk.post('/staff/account/absence', { ...until, deputy: '' });
  expect(said.path).toBe('/staff/account/absence?done=said');
  expect((await clerk.get(said.path)).text).toContain('The institution shares them');
  expect((await clerk.get('/staff/account/history')).text).toContain('Absence noted');
  // The same by the API, for the person who is signed in.
  const token = await signInToApi(program.url, 'economy');
  const api = async (path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST', by = token) => {
    const headers = { authorization: `Bearer ${by}`, 'content-type': 'application/json' };
    const sent =
      body === undefined
        ? { method, headers: { authorization: headers.authorization } }
        : { method, headers, body: JSON.stringify(body) };
    const answer = await fetch(`${program.url}/api/v1${path}`, sent);
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const { json: away } = await api('/absences');
  const [noted] = away['absences'] as { id: string; last_day: string }[];
  expect(noted?.last_day).toBe(day.toISOString().slice(0, 10));
  expect(await api('/absences', { last_day: noted?.last_day })).toMatchObject({
    status: 422,
    json: { errors: [{ path: 'last_day', code: 'overlaps' }] },
  });
  expect(await api('/absences', { last_day: '2031-02-30' })).toMatchObject({ json: { errors: [{ code: 'format' }] } });
  const stranger = await signInToApi(program.url, 'petitions');
  expect(
    (await api(`/absences/${noted?.id}?account=${crypto.randomUUID()}`, undefined, 'DELETE', stranger)).status,
  ).toBe(404);
  expect(await api(`/absences/${noted?.id}`, undefined, 'DELETE')).toMatchObject({
    status: 200,
    json: { absences: [] },
  });
  expect((await api('/absences', { last_day: noted?.last_day })).status).toBe(200);

  const told = await api('/notifications?limit=1');
  expect(told.status).toBe(200);
  const [newest] = told.json['notifications'] as { id: number }[];
  expect(await api('/notifications/read', { until: newest?.id ?? 1 })).toMatchObject({ json: { unread: 0 } });
  const settings = { mail: 'never', hour: 9, hidden: ['import'], unmailed: [] };
  expect((await api('/notifications/settings', settings)).json).toEqual(settings);
  expect((await api('/notifications/settings', { ...settings, hidden: ['gossip'] })).status).toBe(422);

  // Of other people only administrators say it.
  const person = /\/staff\/account\/absence\/([^/]+)\/end/.exec((await clerk.get(said.path)).text)?.[1] ?? '';
  expect((await officer.post(`/staff/account/absence/${person}/end`)).status).toBe(404);
});
