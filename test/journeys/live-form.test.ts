import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import type { Locale } from '../../src/base/texts.ts';
import { axe, newPage, openBrowser, screenshot } from '../world/browser.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { formOf, withTexts } from '../world/declared.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Forms that follow what is typed in them, in a real browser; without a script the program says the same. */
const trial = formOf([
  '{ name: urgent, type: yes-no }',
  '{ name: people, type: integer, min: 1 }',
  `{ name: plan, type: text, show: "urgent && people > 10" }`,
  `{ name: doctor, type: yes-no, show: "plan.contains('<tent>')" }`,
  `{ name: goods, type: rows, fields: [
        { name: weight, type: decimal, required: true, check: { light: "weight <= 100.0" } },
        { name: fragile, type: yes-no },
        { name: packing, type: text, show: "fragile && weight > 10.0" }] }`,
  '{ name: total, type: calculated, of: "sum(goods.map(e, e.weight))", gives: decimal }',
]);

/** The petition as the declaration could have it: fewer questions on the telephone, and the clerk's own town offered. */
const shortened = async (): Promise<string> => {
  let yaml = await readFile(inProject('services', 'petition', 'service.yaml'), 'utf8');
  for (const [from, to] of [
    ['entered_by: [applicant,', 'entered_by: [applicant, petition-officer,'],
    [`show: "kind == 'complaint'", protect`, `show: "kind == 'complaint' && channel != 'call-centre'", protect`],
    ['name: place, type: place,', 'name: place, type: place, prefill: place,'],
  ] as const) {
    expect(yaml).toContain(from);
    yaml = yaml.replace(from, to);
  }
  return yaml;
};

let folder: string;
let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diwan-live-'));
  await mkdir(join(folder, 'trial'));
  for (const [name, text] of Object.entries(withTexts(trial))) await writeFile(join(folder, 'trial', name), text);
  for (const name of ['petition', 'business-reopening', 'municipal-measure'])
    await cp(inProject('services', name), join(folder, name), { recursive: true });
  await writeFile(join(folder, 'petition', 'service.yaml'), await shortened());
  [program, browser] = await Promise.all([openProgram({ DIWAN_SERVICES: folder }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = async (service: string, locale: Locale = 'en', javaScript = true): Promise<Page> => {
  const page = await newPage(browser, { locale, javaScript });
  page.on('pageerror', (error) => void faults.push(String(error)));
  await page.goto(`${program.url}/services/${service}/form?lang=${locale}`, { waitUntil: 'load' });
  return page;
};
const faults: string[] = [];
afterAll(() => expect(faults).toEqual([]));
const goOn = async (page: Page): Promise<void> => {
  await page.locator('main form .actions button:not([name])').first().click();
  await page.waitForLoadState('load');
};
const hasScript = async (page: Page): Promise<boolean> =>
  (await page.locator('script[src*="/live-form-"]').count()) > 0;
const stands = async (page: Page, name: string, count: 0 | 1): Promise<void> => {
  await expect.poll(() => page.locator(`main [name="${name}"]`).count(), { message: name }).toBe(count);
};
const say = (page: Page, name: string, value: 'yes' | 'no') =>
  page.locator(`[name="${name}"][value="${value}"]`).check();

describe('a page whose questions hang on several answers', () => {
  test('shows and hides them as soon as the answers call for it, one after the other', async () => {
    const page = await open('trial');
    expect(await hasScript(page)).toBe(true);
    await stands(page, 'plan', 0);
    await say(page, 'urgent', 'yes');
    await stands(page, 'plan', 0);
    await page.fill('[name="people"]', '١٢');
    await stands(page, 'plan', 1);
    await page.fill('[name="plan"]', 'a <tent>');
    await page.locator('[name="doctor"]').first().waitFor();
    await say(page, 'urgent', 'no');
    await stands(page, 'plan', 0);
    await expect.poll(() => page.locator('main [name="doctor"]').count()).toBe(0);
    await say(page, 'urgent', 'yes');
    expect(await page.inputValue('[name="plan"]')).toBe('a <tent>');
  });

  test('works out over rows what is typed in them, and says which check does not hold', async () => {
    const page = await open('trial', 'fr');
    if ((await page.locator('[name="goods.0.weight"]').count()) === 0) {
      await page.click('[name="goods.add"]');
      await page.waitForLoadState('load');
    }
    const total = page.locator('#f-total');
    await page.fill('[name="goods.0.weight"]', '12,5');
    await expect.poll(() => total.textContent()).toContain('12,5');
    await stands(page, 'goods.0.packing', 0);
    await say(page, 'goods.0.fragile', 'yes');
    await stands(page, 'goods.0.packing', 1);
    await page.fill('[name="goods.0.weight"]', '120');
    await page.locator('[name="goods.0.weight"]').blur();
    const message = page.locator('[id="e-goods.0.weight"]');
    await expect.poll(() => message.textContent()).toContain('light fr');
    expect(await axe(page)).toEqual([]);
    await screenshot(page, 'live-form-check-fr-360');
    await page.fill('[name="goods.0.weight"]', '20');
    await page.locator('[name="goods.0.weight"]').blur();
    await expect.poll(() => message.count()).toBe(0);
  });

  test('is the same without a script, a page later', async () => {
    const page = await open('trial', 'ar', false);
    await say(page, 'urgent', 'yes');
    await page.fill('[name="people"]', '12');
    await goOn(page);
    expect(await page.locator('[name="plan"]').count()).toBe(1);
  });
});

test('a petition asks where it was tried as soon as it says so, and carries no engine for that', async () => {
  const page = await open('petition');
  await page.locator('[name="kind"][value="complaint"]').check();
  await goOn(page);
  await page.locator('[name="category"][value="roads"]').check();
  // Of an applicant nothing is known that could be offered.
  expect(await page.content()).not.toContain('LB-JA-SAI-001');
  await page.fill('[name="place.search"]', 'saida');
  await page.locator('[role=option]').first().click();
  await goOn(page);
  expect(await hasScript(page)).toBe(false);
  await stands(page, 'tried_where', 0);
  await say(page, 'tried_before', 'yes');
  await stands(page, 'tried_where', 1);
});

test.each([
  ['call-centre', false],
  ['counter', true],
])(
  'a petition that comes in by the %s is asked what it is asked there, with the town of the post',
  async (channel, isLong) => {
    const officer = await visitAs(program.url, 'petitions.saida');
    const start = '/staff/services/petition/new';
    await officer.get(start);
    const { path: draft } = await officer.post(start, { channel, language: 'ar' });
    const first = (await officer.get(draft)).path;
    await officer.get(first);
    const subject = (await officer.post(first, { kind: 'complaint' })).path;
    expect((await officer.get(subject)).text).toContain('LB-JA-SAI-001');
    const words = (await officer.post(subject, { category: 'roads', place: 'LB-JA-SAI-001' })).path;
    const page = await officer.get(words);
    expect(page.text).toContain('name="words"');
    expect(page.text.includes('name="tried_before"')).toBe(isLong);
  },
);

test('a list of employees says at once which test is too old', async () => {
  const page = await open('business-reopening');
  await page.goto(`${program.url}/services/business-reopening/form/company`, { waitUntil: 'load' });
  for (const [name, value] of Object.entries({ company: 'Cedar Foods', register_number: '1234567', street: 'Main' }))
    await page.fill(`[name="${name}"]`, value);
  await page.locator('[name="sector"][value="retail"]').check();
  await page.fill('[name="place.search"]', 'saida');
  await page.locator('[role=option]').first().click();
  await goOn(page);
  await page.fill('[name="contact_name"]', 'Rima');
  await page.fill('[name="phone"]', '03123456');
  await goOn(page);
  await page.goto(`${program.url}/services/business-reopening/form/employees`, { waitUntil: 'load' });
  expect(await hasScript(page)).toBe(true);
  const day = (part: string) => page.locator(`[name="employees.0.tested_on.${part}"]`);
  await day('day').fill('1');
  await day('month').fill('3');
  await day('year').fill('2024');
  await day('year').blur();
  const message = page.locator('[id="e-employees.0.tested_on"]');
  await message.waitFor();
  const today = program.now();
  await day('day').fill(String(today.getDate()));
  await day('month').fill(String(today.getMonth() + 1));
  await day('year').fill(String(today.getFullYear()));
  await day('year').blur();
  await expect.poll(() => message.count()).toBe(0);
});

test('a register offers what is known of its clerk, and asks for the fine as soon as there is one', async () => {
  const page = await signInAt(browser, program.url, 'clerk.saida', { locale: 'en' });
  page.on('pageerror', (error) => void faults.push(String(error)));
  await page.goto(`${program.url}/staff/services/municipal-measure/new`);
  const pass = async (wanted: string, inputs: Readonly<Record<string, string>>): Promise<void> => {
    for (let step = 0; step < 4 && (await page.locator(`main [name="${wanted}"]`).count()) === 0; step++)
      await goOn(page);
    for (const [name, value] of Object.entries(inputs)) await page.fill(`[name="${name}"]`, value);
  };
  await pass('title', { title: 'Curfew from eight' });
  await page.check('[name="kind"][value="curfew"]');
  const offered = await page
    .locator('[name^="municipality"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join(' '));
  expect(offered).toMatch(/Saida|LB-JA-SAI-001/);
  await goOn(page);
  await pass('decision_number', { decision_number: '114/2026' });
  expect(await page.inputValue('[name="decided_on.year"]')).toBe(String(program.now().getFullYear()));
  await page.check('[name="taken_by"][value="council"]');
  await goOn(page);
  await stands(page, 'fine', 0);
  await say(page, 'has_fine', 'yes');
  await stands(page, 'fine', 1);
  await page.fill('[name="fine"]', '3000000');
  await say(page, 'has_fine', 'no');
  await stands(page, 'fine', 0);
  await say(page, 'has_fine', 'yes');
  expect(await page.inputValue('[name="fine"]')).toBe('3000000');
  await page.context().close();
});
