import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { lookAt, openBrowser } from '../world/browser.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

let browser: Browser;
let program: TestProgram;
let page: Page;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  page = await signInAt(browser, program.url, 'admin', { locale: 'en', javaScript: false });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const admin = '/staff/admin';
const go = (path: string) => page.goto(program.url + admin + path);
const press = async (name: string) => {
  await page.locator(`main button[value=${name}]`).first().click();
  await page.waitForLoadState();
};
const save = async () => {
  await page.locator('main form .actions button').first().click();
  await page.waitForLoadState();
};
const said = () => page.locator('main').innerText();

test.each(locales)('every page of administration is whole on a phone and in an office (%s)', async (locale) => {
  const seen = await signInAt(browser, program.url, 'admin');
  const paths = [
    '',
    '/institutions',
    '/institutions?q=ministry',
    '/institutions/new',
    '/institutions/health-ministry',
    '/institutions/health-ministry/merge',
    '/institutions/health-ministry/split',
    '/places',
    '/places/LB-JA-SAI-001',
    '/place-imports',
    '/calendar',
    '/settings',
    '/keys',
    '/jobs',
    '/storage',
    '/changes',
  ];
  for (const path of paths) {
    const answer = await seen.goto(`${program.url}${admin}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
    expect(answer?.status(), path).toBe(200);
    await lookAt(seen, `admin${path.replaceAll(/\W+/g, '-')}-${locale}`);
  }
});

test('nobody else gets in, and what is not theirs does not exist', async () => {
  const agent = await visitAs(program.url, 'agent');
  for (const path of ['', '/institutions', '/keys', '/changes', '/settings'])
    expect((await agent.get(admin + path)).status, path).toBe(403);
  await agent.get('/staff/me');
  expect((await agent.post(`${admin}/institutions/health-ministry/close`, {})).status).toBe(403);
});

describe('institutions', () => {
  test('are corrected by whoever administers them, for everybody at once, and the change can be undone', async () => {
    await go('/institutions/tourism-ministry/edit');
    await page.fill('[name=name_en]', 'Ministry of Tourism and Heritage');
    await page.fill('[name=note]', 'Decree 12');
    await save();
    expect(await said()).toContain('Decree 12');
    expect(await page.locator('h1').innerText()).toBe('Ministry of Tourism and Heritage');
    await go('/changes');
    await page.locator('tbody form button').first().click();
    await page.waitForLoadState();
    await go('/institutions/tourism-ministry');
    expect(await page.locator('h1').innerText()).toBe('Ministry of Tourism');
  });

  test('are merged with their records and people after a preview, and the old code leads to the new one', async () => {
    await go('/institutions/public-works-ministry/merge');
    await page.selectOption('[name=into]', 'interior-ministry');
    await press('preview');
    expect(await said()).toMatch(/\d open records? (change|changes) hands/);
    expect(await said()).toContain('Antoine Rizk');
    await press('confirm');
    expect(await page.locator('#problems').innerText()).toContain('cannot be undone');
    await page.check('[name=sure]');
    await press('confirm');
    expect(new URL(page.url()).pathname).toBe(`${admin}/institutions/interior-ministry`);
    await expect
      .poll(async () => {
        await go('/institutions/public-works-ministry');
        return said();
      })
      .toContain('of which 0 open');
    expect(await said()).toContain('Succeeded by Ministry of Interior');
    // Who worked there goes on working, where the records are now.
    const works = await visitAs(program.url, 'petitions.works');
    const { text } = await works.get('/staff?lang=en');
    expect(text).toContain('Ministry of Interior');
    const [, record = ''] = /href="(\/staff\/records\/PT-[^"?]+)/.exec(text) ?? [];
    expect((await works.get(record)).text).toContain('One institution has taken the place of another');
  });
});

test('a holiday is added after its effect on what runs was seen', async () => {
  await go('/calendar?year=2026');
  await page.locator('summary').first().click();
  const form = page.locator('details[open]').first();
  await form.locator('[name="day.day"]').fill('24');
  await form.locator('[name="day.month"]').fill('11');
  await form.locator('[name="day.year"]').fill('2026');
  for (const locale of locales) await form.locator(`[name=name_${locale}]`).fill('Mourning');
  await press('add');
  expect(await said()).toContain('Offices close: 24 November 2026');
  expect(await said()).toMatch(/running time limit/);
  await press('confirm');
  expect(await said()).toContain('Mourning');
});

test('a file of places is compared, refused by row, and taken over', async () => {
  const file = (text: string) => ({ name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const header = 'code,level,parent,name_ar,name_fr,name_en,pcode\n';
  await go('/place-imports');
  await page.setInputFiles('[name=file]', file(`${header}NEW-1,hamlet,NOWHERE,,,,\n`));
  await save();
  expect(await said()).toContain('Row 1');
  await page.setInputFiles(
    '[name=file]',
    file(`${header}NEW-1,municipality,LB-JA-SAI,بلدة,Ville,New town,LB99001\nLB-BA,governorate,LB,,,Beirut City,\n`),
  );
  await save();
  expect(await said()).toMatch(/1 new place[^]*1 place changed[^]*Beirut City/);
  await press('apply');
  const { places } = (await (await fetch(`${program.url}/api/v1/places?q=New town`)).json()) as {
    places: readonly { code: string }[];
  };
  expect(places).toMatchObject([{ code: 'NEW-1' }]);
  await go('/places/NEW-1');
  await page.fill('[name=next]', 'LB99001');
  await page.locator('main form .actions button').first().click();
  await page.waitForLoadState();
  expect(new URL(page.url()).pathname).toBe(`${admin}/places/LB99001`);
  expect(await said()).toContain('NEW-1');
});
