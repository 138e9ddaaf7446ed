import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axe, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

/** Giving and taking rights, closing accounts, deputies and emergencies, as they are done on a phone. */
let browser: Browser;
let program: TestProgram;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({}), openBrowser()]);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const judge = async (page: Page, name: string) => {
  if (process.env['SCREENSHOTS']) await screenshot(page, `people-${name}`);
  expect.soft(await axe(page), name).toEqual([]);
  expect.soft(await sidewaysScroll(page), name).toBe(0);
};
const press = async (page: Page, button = 'main form .actions button') => {
  await page.locator(button).first().click();
  await page.waitForLoadState('load');
};

test('in Arabic a right is given and taken away, and an account is closed and opened again', async () => {
  const page = await signInAt(browser, program.url, 'admin', { locale: 'ar', width: 360 });
  await page.goto(`${program.url}/staff/people?q=agent2`);
  await judge(page, 'list');
  await page.locator('main table a').first().click();
  await page.waitForLoadState('load');
  const person = page.url();
  await judge(page, 'person');
  await page.locator('main a[href*="/people/grant"]').click();
  await page.waitForLoadState('load');
  await press(page);
  expect(await page.locator('.ds-error-summary li').count()).toBeGreaterThan(1);
  await judge(page, 'grant-refused');
  await page.selectOption('[name=role]', 'permit-supervisor');
  await page.fill('[name=institution]', 'interior-ministry');
  await page.check('[name=services][value=mobility-permit]');
  await press(page);
  expect(page.url()).toBe(`${person}?done=given`);
  await judge(page, 'given');
  const rights = page.locator('form[action$="/end"][action*="/grants/"]');
  const before = await rights.count();
  await rights.last().locator('button').click();
  await page.waitForURL(`${person}?done=ended`);
  expect(await rights.count()).toBe(before - 1);

  await page.locator('main a[href$="/close"]').click();
  await page.waitForLoadState('load');
  await judge(page, 'close');
  await press(page);
  expect(await page.locator('.ds-error-summary li').count()).toBe(2);
  await judge(page, 'close-refused');
  const clerk = await visitAs(program.url, 'agent2');
  expect((await clerk.get('/staff')).status).toBe(200);
  await page.fill('[name=reason]', 'انتقل إلى وظيفة أخرى');
  await page.check('[name=sure]');
  await press(page);
  expect(page.url()).toBe(`${person}?done=closed`);
  await judge(page, 'closed');
  expect(await page.locator('main').innerText()).toContain('انتقل إلى وظيفة أخرى');
  expect((await clerk.get('/staff')).path).toContain('/staff/sign-in');
  await page.goto(`${program.url}/staff/people?closed=1`);
  await judge(page, 'closed-accounts');
  await page.goto(`${person}/reopen`);
  await judge(page, 'reopen');
  await page.fill('[name=reason]', 'عاد إلى عمله');
  await press(page);
  expect(page.url()).toBe(`${person}?done=reopened`);
  expect((await (await visitAs(program.url, 'agent2')).get('/staff')).status).toBe(200);
  await page.context().close();
}, 60_000);

test('in French a deputy is named and ended, and a record is opened in an emergency for a reason', async () => {
  const agent = await signInAt(browser, program.url, 'agent', { locale: 'fr', width: 360 });
  await agent.goto(`${program.url}/staff/account/deputy`);
  await judge(agent, 'deputy');
  await agent.locator('[name=deputy]').selectOption({ index: 1 });
  const until = new Date(Date.now() + 3 * 86_400_000);
  await agent.fill('[name="until.day"]', String(until.getUTCDate()));
  await agent.fill('[name="until.month"]', String(until.getUTCMonth() + 1));
  await agent.fill('[name="until.year"]', String(until.getUTCFullYear()));
  await press(agent, 'main form:has([name=deputy]) .actions button');
  await judge(agent, 'deputy-named');
  const named = agent.locator('main form[action*="/end"]');
  expect(await named.count()).toBe(1);
  await named.locator('button').click();
  await agent.waitForLoadState('load');
  expect(await named.count()).toBe(0);
  await agent.goto(`${program.url}/staff?service=mobility-permit`);
  const address = await agent.locator('a[href*="/staff/records/MP"]').first().getAttribute('href');
  const record = address?.split('?')[0] ?? '';
  await agent.context().close();

  const police = await signInAt(browser, program.url, 'police', { locale: 'fr', width: 360 });
  await police.goto(program.url + record);
  await judge(police, 'no-record');
  await police.locator('main a[href$="/exception"]').click();
  await police.waitForLoadState('load');
  await judge(police, 'exception');
  await press(police);
  expect(await police.locator('.ds-error-summary li').count()).toBe(1);
  await police.fill('[name=reason]', 'Accident sur la route de Saïda, identité à vérifier');
  await press(police);
  expect(police.url()).toBe(program.url + record);
  await judge(police, 'opened');
  expect(await police.locator('main').innerText()).toContain('Accident sur la route');
  await police.context().close();
}, 60_000);
