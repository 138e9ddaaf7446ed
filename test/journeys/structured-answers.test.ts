import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceFiles } from '../../src/definition/compile-service.ts';
import { axe, newPage, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { goOn } from '../world/citizen.ts';
import { formOf, withTexts } from '../world/declared.ts';
import { folderOf } from '../world/engine.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import { permitFiles } from '../world/service.ts';

/** Rows, lists, rankings and records that are named: filled in by hand, with and without scripts, and sent by the API. */
const districts = ['LB-JA-SAI', 'LB-AS-TRI', 'LB-BI-ZAH'];
const schools = [
  'value,ar,fr,en,district',
  ...Array.from({ length: 900 }, (_none, index) => {
    const number = index + 1;
    return `s-${number},مدرسة رقم ${number},École numéro ${number},School number ${number},${districts[index % 3]}`;
  }),
  '',
].join('\n');

const page = (name: string, ...fields: readonly string[]): string =>
  [`  - page: ${name}`, '    fields:', ...fields.map((field) => `      - ${field}`), ''].join('\n');

const yaml =
  formOf([
    '{ name: district, type: place, level: district, required: true, protect: public }',
    '{ name: kind, type: choice, options: [factory, shop], required: true }',
    '{ name: home, type: place, level: municipality, within: district }',
  ]) +
  page(
    'chosen',
    '{ name: school, type: choice, list: schools.csv, where: { district: district }, required: true }',
    '{ name: near, type: choices, list: schools.csv, max: 3 }',
    '{ name: police, type: institution, types: [police-post], within: district }',
  ) +
  page(
    'staff',
    `{ name: employees, type: rows, required: true, max: 50, protect: personal, fields: [
         { name: full_name, type: text, required: true, protect: personal },
         { name: result, type: choice, options: [negative, positive], required: true },
         { name: isolated, type: text, show: "result == 'positive' && kind == 'factory'", required: true },
         { name: town, type: place, level: municipality, within: district } ] }`,
  ) +
  page(
    'rest',
    '{ name: needs, type: choices, options: [masks, tests, advice] }',
    '{ name: order, type: ranking, options: [speed, price, nearness], required: true }',
    '{ name: earlier, type: record, service: trial, shows: [district], states: [submitted] }',
    `{ name: plan, type: text, show: "employees.exists(e, e.result == 'positive')", required: true }`,
  );

/** Texts in words that can stand on several lines, as those that people write. */
const readable = (files: ServiceFiles): ServiceFiles =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      name.startsWith('texts.') ? text.replaceAll(/(?<=[a-z_-])\.(?=[a-z_-]+[^"]*"[,}])/g, ' ') : text,
    ]),
  );

let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  const files = readable(withTexts(yaml, { 'schools.csv': schools }));
  const folder = folderOf({ trial: files, 'mobility-permit': permitFiles });
  [program, browser] = await Promise.all([openProgram({ DIWAN_SERVICES: folder }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const data = (employees: number) => ({
  district: 'LB-JA-SAI',
  kind: 'shop',
  school: 's-1',
  employees: Array.from({ length: employees }, (_none, index) => ({ full_name: `عامل ${index}`, result: 'negative' })),
  order: ['price', 'speed', 'nearness'],
});

const send = async (sent: Record<string, unknown>) => {
  const answer = await fetch(`${program.url}/api/v1/services/trial/submissions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'fr' },
    body: JSON.stringify({ key: randomUUID(), data: sent }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
};

interface Reader {
  readonly locale: 'ar' | 'fr';
  readonly javaScript: boolean;
  readonly width: number;
}

const search = async (page: Page, { javaScript }: Reader, name: string, words: string, value?: string) => {
  const box = page.locator(`[name="${name}.search"]`);
  if (javaScript) {
    await box.pressSequentially(words);
    await page.locator(`[id="l-${name}"] [role=option]`).first().click();
  } else {
    await box.fill(words);
    await page.click(`[name="${name}.find"]`);
    await page
      .locator(`input[name="${name}"]${value ? `[value="${value}"]` : ''}`)
      .first()
      .check();
  }
};

const look = async (page: Page, { locale, javaScript, width }: Reader, name: string) => {
  await screenshot(page, `structured-${name}-${locale}-${width}${javaScript ? '' : '-plain'}`);
  if (!javaScript) return;
  expect(await sidewaysScroll(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
};

describe.each<Reader>([
  { locale: 'ar', javaScript: true, width: 360 },
  { locale: 'ar', javaScript: false, width: 1280 },
  { locale: 'fr', javaScript: true, width: 1280 },
  { locale: 'fr', javaScript: false, width: 360 },
])('a form with structured answers, in $locale at $width px, scripts: $javaScript', (reader) => {
  test('is filled in row by row and by search, and shows all that was said before and after it is sent', async () => {
    const { body } = await send(data(1));
    const earlier = String(body['reference']);
    const page = await newPage(browser, reader);
    await page.goto(`${program.url}/services/trial/form?lang=${reader.locale}`);
    await page.selectOption('[name=district]', 'LB-JA-SAI');
    await page.check('[name=kind][value=factory]');
    if (reader.javaScript) {
      await search(page, reader, 'home', 'saida');
      expect(await page.inputValue('[name="home.search"]')).not.toBe('');
      await page.selectOption('[name=district]', 'LB-AS-TRI');
      expect(await page.inputValue('[name="home.search"]')).toBe('');
      await page.selectOption('[name=district]', 'LB-JA-SAI');
    }
    await goOn(page);

    await search(page, reader, 'school', reader.locale === 'ar' ? 'مدرسة رقم 28' : 'Ecole numero 28', 's-28');
    await page.fill('[name="near.search"]', reader.locale === 'ar' ? 'رقم 17' : 'numéro 17');
    await page.click('[name="near.find"]');
    await page.check('[name="near.is.s-17"]');
    await page.fill('[name="near.search"]', reader.locale === 'ar' ? 'رقم 33' : 'numéro 33');
    await page.click('[name="near.find"]');
    expect(await page.isChecked('[name="near.is.s-17"]')).toBe(true);
    await page.check('[name="near.is.s-33"]');
    await look(page, reader, 'chosen');
    await goOn(page);

    for (const [index, result] of ['negative', 'positive', 'negative', 'negative'].entries()) {
      if (index > 0) await page.click('[name="employees.add"]');
      await page.fill(`[name="employees.${index}.full_name"]`, `Leïla ${index}`);
      await page.check(`[name="employees.${index}.result"][value=${result}]`);
      if (result === 'negative') continue;
      if (!reader.javaScript) await goOn(page);
      await page.fill(`[name="employees.${index}.isolated"]`, 'chez elle');
    }
    await page.click('[name="employees.add"]');
    await page.fill('[name="employees.4.full_name"]', 'sans résultat');
    await goOn(page);
    expect(await page.locator('.ds-error-summary a').getAttribute('href')).toBe('#f-employees.4.result');
    expect(await page.locator('details.row[open]').count()).toBe(1);
    await look(page, reader, 'rows');
    await page.click('[name="employees.remove.4"]');
    await goOn(page);

    await page.check('[name="needs.is.tests"]');
    for (const [index, option] of ['speed', 'price', 'nearness'].entries())
      await page.selectOption(`[name="order.rank.${option}"]`, String(index + 1));
    await search(page, reader, 'earlier', earlier);
    await page.fill('[name=plan]', 'Isolement');
    await look(page, reader, 'rest');
    await goOn(page);

    const seen = await page.locator('main dl.summary').innerText();
    for (const words of ['Leïla 0', 'Leïla 3', 'chez elle', earlier, 'Isolement']) expect(seen).toContain(words);
    expect(seen).not.toContain('sans résultat');
    expect(seen).toContain(reader.locale === 'ar' ? 'مدرسة رقم 17' : 'École numéro 17');
    await look(page, reader, 'check');
    await goOn(page);
    await page.goto(page.url().replace('/receipt', ''));
    expect(await page.content()).toContain('Leïla 3');
    await page.context().close();
  });
});

describe('the API', () => {
  test('offers what may be chosen, narrowed by earlier answers and page by page', async () => {
    const options = async (path: string) => {
      const answer = await fetch(`${program.url}/api/v1/services/trial/fields/${path}`);
      return { status: answer.status, ...((await answer.json()) as { options?: { value: string }[]; next?: string }) };
    };
    const inSaida = await options('school/options?q=School&given.district=LB-JA-SAI&lang=en');
    expect(inSaida.options).toHaveLength(50);
    expect(inSaida.options?.every(({ value }) => Number(value.slice(2)) % 3 === 1)).toBe(true);
    expect((await options(`school/options?q=School&page=${inSaida.next}&lang=en`)).options).toHaveLength(50);
    expect((await options('employees.town/options?q=saida&given.district=LB-JA-SAI')).options?.length).toBeGreaterThan(
      0,
    );
    expect((await options('employees.full_name/options')).status).toBe(404);
    expect((await options('nothing/options')).status).toBe(404);
    expect((await options('school/options?page=-1')).status).toBe(400);
    expect((await options('school/options?q=%00%25_%7C')).options).toEqual([]);
  });

  test('says in one sentence that there are too many rows, and where rows are wrong', async () => {
    expect(await send(data(51))).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'employees', code: 'too-many-rows' }] },
    });
    expect((await send(data(10_000))).body['errors']).toHaveLength(1);
    const wrong = data(3);
    Object.assign(wrong.employees[2]!, { result: 'perhaps' });
    expect((await send(wrong)).body['errors']).toMatchObject([{ path: 'employees.2.result', code: 'not-an-option' }]);
    expect((await send(data(50))).status).toBe(201);
  });
});
