import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { axe, openBrowser } from '../world/browser.ts';
import { lookAtDesks, signInAt, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

let browser: Browser;
let program: TestProgram;
let records: Readonly<Record<'inVerification' | 'filling' | 'recommended', string>>;

/** The reference of the only record in the worklist that says this. */
const referenceOf = async (person: string, words: string): Promise<string> => {
  const page = await signInAt(browser, program.url, person, { locale: 'en' });
  const reference = await page.locator('tr', { hasText: words }).locator('a.row-link').first().innerText();
  await page.context().close();
  return reference.trim();
};

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  records = {
    inVerification: await referenceOf('inspector', 'In verification'),
    filling: await referenceOf('environment', 'Being filled in'),
    recommended: await referenceOf('statistics', 'Recommendations made'),
  };
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const campaigns = '/staff/campaigns/general-inspection';
const record = (name: keyof typeof records) => `/staff/records/${records[name]}`;
const pages: readonly { readonly name: string; readonly person: string; readonly path: () => string }[] = [
  { name: 'survey-verified', person: 'inspector', path: () => record('inVerification') },
  { name: 'survey-verify', person: 'inspector', path: () => `${record('inVerification')}/actions/verify` },
  {
    name: 'survey-verify-page',
    person: 'inspector',
    path: () => `${record('inVerification')}/actions/verify?page=strategic_planning`,
  },
  { name: 'survey-filling', person: 'environment', path: () => record('filling') },
  { name: 'survey-fill', person: 'environment', path: () => `${record('filling')}/actions/fill` },
  {
    name: 'survey-fill-page',
    person: 'environment',
    path: () => `${record('filling')}/actions/fill?page=information_technology`,
  },
  { name: 'survey-recommended', person: 'statistics', path: () => record('recommended') },
  { name: 'campaigns', person: 'campaigns', path: () => '/staff/campaigns' },
  { name: 'campaign-new', person: 'campaigns', path: () => `${campaigns}/new` },
];

it.each(locales)('pages of surveys in %s have nothing that axe finds, and nothing that sticks out', async (locale) => {
  const screens = await lookAtDesks(browser, program.url, locale, 'staff', pages);
  for (const page of screens.values()) await page.context().close();
});

test('a round beside the one before says by how much each section changed', async () => {
  const page = await signInAt(browser, program.url, 'inspector', { locale: 'en' });
  await page.goto(program.url + record('inVerification'));
  const heads = await page.locator('table').first().locator('th[scope=col]').allInnerTexts();
  expect(heads).toEqual(expect.arrayContaining(['Declared score', 'Verified score', 'Last round (2025)', 'Change']));
  const whole = await page.locator('table').first().locator('tbody tr').last().innerText();
  expect(whole).toMatch(/Whole\s+100%\s+\d+\s+\d+\s+\d+\s+[+-]?\d+/);
  expect(await page.locator('table').nth(1).innerText()).toContain('Declared');
  await page.context().close();
});

describe('a campaign', () => {
  const choose = async (page: Page, round: string) => {
    await page.goto(`${program.url}${campaigns}/new`);
    await page.fill('[name=round]', round);
    for (const [part, value] of Object.entries({ day: '31', month: '12', year: '2040' }))
      await page.fill(`[name="due_on.${part}"]`, value);
  };
  const unfold = (page: Page, words: string) => page.locator('summary', { hasText: words }).first().click();
  const press = async (page: Page, selector: string) => {
    await page.locator(selector).first().click();
    await page.waitForLoadState('load');
  };
  const preview = 'main form .actions button[type=submit]:not([name])';

  test.each([true, false])(
    'is opened for those chosen and followed until they have begun (scripts: %s)',
    async (javaScript) => {
      const round = javaScript ? 'with-scripts' : 'without-scripts';
      const page = await signInAt(browser, program.url, 'campaigns', { locale: 'en', javaScript });
      await choose(page, round);
      await press(page, preview);
      expect(await page.locator('.ds-error-summary').innerText()).toContain('Choose at least one institution');
      await unfold(page, 'Oversight bodies');
      await press(page, 'button[name=_choose][value=oversight-body]');
      expect(await page.inputValue('[name=round]')).toBe(round);
      expect(await page.locator('main').innerText()).toContain('5 institutions chosen');
      await unfold(page, 'Ministries');
      await page.check('[name=_institution][value=culture-ministry]');
      await press(page, preview);
      expect(await page.locator('main').innerText()).toContain('6 surveys will be opened');
      await press(page, 'button[value=confirm]');
      const address = page.url();
      await expect
        .poll(async () => (await page.goto(address), await page.locator('tbody tr').allInnerTexts()), {
          timeout: 20_000,
        })
        .toEqual(Array.from({ length: 6 }, () => expect.stringContaining('Being filled in')));

      const assessor = await signInAt(browser, program.url, 'culture', { locale: 'en', javaScript });
      await assessor.locator('tr', { hasText: round }).locator('a.row-link').click();
      await assessor.waitForLoadState('load');
      await press(assessor, '#actions a[href*="/actions/fill"]');
      await press(assessor, 'main form .actions button[type=submit]');
      await assessor.check('[name=internal_rules][value=yes]');
      await press(assessor, 'main form .actions button[type=submit]');
      await assessor.context().close();

      await page.goto(`${address}?show=begun`);
      expect(await page.locator('tbody tr').count()).toBe(1);
      expect(await page.locator('tbody tr').innerText()).toContain('Ministry of Culture');
      expect(await page.locator('.chips').innerText()).toMatch(/All\s*6\s*Not begun\s*5\s*Begun\s*1\s*Handed in\s*0/);
      if (javaScript) expect(await axe(page)).toEqual([]);
      await page.context().close();
    },
  );

  test('is refused for a day that has passed', async () => {
    const page = await signInAt(browser, program.url, 'campaigns', { locale: 'en' });
    await choose(page, 'late');
    await page.fill('[name="due_on.year"]', '2020');
    await press(page, 'button[name=_choose][value=all]');
    await press(page, preview);
    expect(await page.locator('.ds-error-summary').innerText()).toContain('Choose a day that has not passed');
    await page.context().close();
  });

  test('is for those whom the declaration names', async () => {
    for (const person of ['inspector', 'culture', 'agent']) {
      const visitor = await visitAs(program.url, person);
      for (const path of ['/staff/campaigns', `${campaigns}/new`])
        expect((await visitor.get(path)).status, `${person} ${path}`).toBe(403);
    }
    const nobody = await fetch(`${program.url}/staff/campaigns`, { redirect: 'manual' });
    expect(nobody.status).toBe(303);
    const forged = await fetch(`${program.url}${campaigns}/new`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '_step=confirm',
      redirect: 'manual',
    });
    expect([303, 403]).toContain(forged.status);
  });
});

test('the demonstration has a campaign whose institutions stand in different stages', async () => {
  const manager = await visitAs(program.url, 'campaigns');
  const list = await manager.get('/staff/campaigns');
  const paths = list.text.matchAll(/href="(\/staff\/campaigns\/general-inspection\/[0-9a-f-]{36})"/g);
  const pages = await Promise.all([...paths].map(async ([, path = '']) => (await manager.get(path)).text));
  const text = pages.find((each) => each.includes('Recommendations made')) ?? '';
  for (const stage of ['Being filled in', 'In verification', 'Recommendations made']) expect(text).toContain(stage);
  expect(text.match(/href="\/staff\/records\/GI-/g)?.length).toBe(7);
});
