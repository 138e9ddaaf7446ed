import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { axe, openBrowser, screenshot } from '../world/browser.ts';
import { signIn, submit } from '../world/citizen.ts';
import { lookAtDesks, signInAt } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

let browser: Browser;
let program: TestProgram;
let open: string;
let approved: string;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  open = (await submit(program.url, 'ar')).reference;
  approved = (await submit(program.url, 'fr', { reason: 'food' })).reference;
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** News are looked for once a second. */
const patience = { timeout: 10_000 };

const pages: readonly { readonly name: string; readonly person: string; readonly path: () => string }[] = [
  { name: 'worklist', person: 'agent', path: () => '/staff' },
  { name: 'worklist-waiting', person: 'agent', path: () => '/staff?view=waiting' },
  { name: 'worklist-all', person: 'inspector', path: () => '/staff?view=all' },
  { name: 'worklist-empty', person: 'agent', path: () => '/staff?overdue=1&escalated=1&state=contested' },
  { name: 'worklist-place', person: 'agent', path: () => '/staff?field=origin&place=LB-BA' },
  { name: 'record-open', person: 'agent', path: () => `/staff/records/${open}?list=` },
  { name: 'record-refused', person: 'inspector', path: () => `/staff/records/${open}` },
  { name: 'record-approved', person: 'supervisor', path: () => `/staff/records/${approved}` },
  { name: 'record-none', person: 'agent', path: () => '/staff/records/MP-1' },
  { name: 'action', person: 'agent', path: () => `/staff/records/${open}/actions/reject?list=mine%3D1` },
  { name: 'action-refused', person: 'agent', path: () => `/staff/records/${approved}/actions/revoke` },
  { name: 'staff-home', person: 'police', path: () => '/staff' },
  { name: 'me', person: 'supervisor', path: () => '/staff/me' },
  { name: 'undelivered', person: 'supervisor', path: () => '/staff/messages' },
];

it.each(locales)(
  'pages for civil servants in %s have nothing that axe finds, and nothing that sticks out',
  async (locale) => {
    const screens = await lookAtDesks(browser, program.url, locale, 'staff', pages);
    for (const page of screens.values()) await page.context().close();
  },
);

test('what comes in meanwhile is told in a bar that moves nothing, and shown when asked for', async () => {
  const page = await signInAt(browser, program.url, 'agent', { locale: 'ar' });
  const rows = await page.locator('.row-link').count();
  const place = await page.locator('.row-link').last().boundingBox();
  expect(await page.isVisible('.live-bar')).toBe(false);
  const { reference } = await submit(program.url, 'ar');
  await page.waitForSelector('.live-bar:not([hidden])');
  await expect.poll(() => page.locator('.live-bar [data-words]').innerText(), patience).toBe('طلب جديد أو متغيّر');
  expect(await page.locator('.row-link').count()).toBe(rows);
  expect(await page.locator('.row-link').last().boundingBox()).toEqual(place);
  expect(await page.locator('.live').innerText()).not.toContain(reference);
  if (process.env['SCREENSHOTS']) await screenshot(page, 'staff-live-ar');
  await submit(program.url, 'ar');
  await expect.poll(() => page.locator('.live-bar [data-words]').innerText(), patience).toBe('طلبان جديدان أو متغيّران');
  expect(await axe(page)).toEqual([]);
  await page.locator('.live-bar a').click();
  await page.waitForLoadState('load');
  expect(await page.locator('.row-link').count()).toBe(rows + 2);
  expect(await page.isVisible('.live-bar')).toBe(false);
  await page.context().close();
});

test('a record that a colleague changes says so, without moving what is being read', async () => {
  const { reference } = await submit(program.url, 'ar');
  const page = await signInAt(browser, program.url, 'agent', { locale: 'en' });
  await page.goto(`${program.url}/staff/records/${reference}`);
  await page.waitForTimeout(500);
  const colleague = await signIn(program.url, 'agent2@demo.diwan');
  await colleague(reference, 'ask', { question: 'Which hospital?' });
  await expect
    .poll(() => page.locator('.live-bar [data-words]').innerText(), patience)
    .toBe('This record has changed since you opened it');
  expect(await page.locator('.timeline').innerText()).not.toContain('Which hospital?');
  await page.locator('.live-bar a').click();
  expect(await page.locator('.timeline').innerText()).toContain('Which hospital?');
  await page.context().close();
});

test('the worklist is worked through with the keyboard alone, in any layout, and the keys can be switched off', async () => {
  const page = await signInAt(browser, program.url, 'agent', { locale: 'ar' });
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  const links = await page.locator('.row-link').allInnerTexts();
  await page.keyboard.press('j');
  expect(await focused()).toBe(links[0]);
  // The key of j on an Arabic keyboard writes ت.
  await page.evaluate(() =>
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true })),
  );
  expect(await focused()).toBe(links[1]);
  await page.keyboard.press('k');
  expect(await focused()).toBe(links[0]);
  await page.keyboard.press('/');
  await page.keyboard.type('jjj');
  expect(await page.inputValue('[name=q]')).toBe('jjj');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  expect(await page.locator('#keys').getAttribute('open')).not.toBeNull();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/staff\/records\//);
  await page.keyboard.press('a');
  expect(await focused()).toContain('الموافقة');
  await page.keyboard.press('n');
  await page.waitForURL((url) => url.pathname.includes('/staff/records/') && !url.pathname.includes(links[0] ?? ''));
  await page.keyboard.press('u');
  await page.waitForURL(`${program.url}/staff`);
  await page.locator('#keys summary').click();
  await page.uncheck('#keys-on');
  await page.reload();
  await page.keyboard.press('j');
  expect(await focused()).not.toBe(links[0]);
  await page.context().close();
});
