import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { lookAt, newPage, openBrowser } from '../world/browser.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { visit } from '../world/visitor.ts';

let browser: Browser;
let program: TestProgram;
let page: Page;
let link: string;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram({ DIWAN_DEMO: '0' }), openBrowser()]);
  link = `/setup?token=${(await readFile(join(program.folder, 'setup-token'), 'utf8')).trim()}`;
  page = await newPage(browser, { locale: 'en', javaScript: false });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const at = () => new URL(page.url()).pathname;
const send = async () => {
  await page.locator('main form .actions button').first().click();
  await page.waitForLoadState();
};
const problem = () => page.locator('#problems li').first().innerText();
const fill = async (values: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(values)) await page.fill(`[name=${name}]`, value);
};
/** Every page is looked at in three languages, on a phone and in an office. */
const look = async () => {
  const seen = await newPage(browser);
  await seen.context().addCookies(await page.context().cookies());
  for (const locale of locales) {
    await seen.goto(`${program.url}${at()}?lang=${locale}`);
    await lookAt(seen, `first-run${at().replaceAll('/', '-')}-${locale}`);
  }
  await seen.context().close();
};

test('an empty installation asks for its token, and takes no other', async () => {
  await page.goto(program.url);
  expect(at()).toBe('/setup');
  await look();
  await fill({ token: '0'.repeat(32) });
  await send();
  expect(await problem()).toContain('not the token');
  const stranger = visit(program.url);
  expect(await stranger.get('/setup/check')).toMatchObject({ status: 303, path: '/setup' });
  expect((await stranger.post('/setup/check', {})).status).toBe(403);
});

test('it is set up step by step, with a pause, and refuses what would not do', async () => {
  await page.goto(program.url + link);
  expect(at()).toBe('/setup/names');
  await fill({ portal_en: '' });
  await send();
  expect(await problem()).toContain('Name of the portal in English');
  await fill({ portal_ar: 'بوابة الشقيف', portal_fr: 'Portail du Chqif', portal_en: 'Chqif services' });
  await fill({ owner_ar: 'اتحاد بلديات الشقيف', owner_fr: 'Union du Chqif', owner_en: 'Chqif union' });
  await send();
  expect(at()).toBe('/setup/look');
  await fill({ colour: '#5fa8d3' });
  await send();
  expect(await problem()).toContain('too light');
  await fill({ colour: '#1d3f7a' });
  const logo = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#c8102e' } })
    .png()
    .toBuffer();
  await page.setInputFiles('[name=logo]', { name: 'logo.png', mimeType: 'image/png', buffer: logo });
  await look();
  await send();
  // Another browser goes on where this one stopped.
  page = await newPage(browser, { locale: 'en', javaScript: false });
  await page.goto(program.url + link);
  expect(await page.inputValue('[name=portal_en]')).toBe('Chqif services');
  await page.goto(`${program.url}/setup/check`);
  expect(await page.locator('main').innerText()).toContain('still to be done');
  expect(await page.locator('main form .actions').count()).toBe(0);
  await page.goto(`${program.url}/setup/country`);
  await page.check('input[value=own]');
  await page.setInputFiles('[name=files]', [
    { name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from('code,level\n') },
    { name: 'institutions.csv', mimeType: 'text/csv', buffer: Buffer.from('code,type\n') },
  ]);
  await send();
  expect(await page.locator('main').innerText()).toContain('places.csv:1: the column');
  const places = 'code,level,parent,name_ar,name_fr,name_en\nLB,country,,لبنان,Liban,Lebanon\n';
  const bodies =
    'code,type,parent,place,name_ar,name_fr,name_en\nunion,union,,LB,اتحاد الشقيف,Union du Chqif,Chqif union\n';
  await page.check('input[value=own]');
  await page.setInputFiles('[name=files]', [
    { name: 'places.csv', mimeType: 'text/csv', buffer: Buffer.from(places) },
    { name: 'institutions.csv', mimeType: 'text/csv', buffer: Buffer.from(bodies) },
  ]);
  await look();
  await send();
  expect(at()).toBe('/setup/administrator');
  await look();
  await fill({ name: 'هالة منصور', name_latin: 'Hala Mansour', email: 'hala@example.org' });
  await page.selectOption('[name=institution]', 'union');
  await fill({ password: 'hala mansour', repeat: 'hala mansour' });
  await send();
  expect(await problem()).toContain('name');
  const password = 'olive harbour lantern seven';
  await fill({ password, repeat: password });
  await send();
  expect(at()).toBe('/setup/check');
  await look();
});

test('of several browsers that finish at once one does, and then there is no set-up any more', async () => {
  const others = [visit(program.url), visit(program.url)];
  const versions = await Promise.all(
    others.map(async (other) => {
      await other.get(link);
      return /name="version" value="(\d+)"/.exec((await other.get('/setup/check')).text)?.[1] ?? '';
    }),
  );
  const answers = await Promise.all(
    others.map((other, index) => {
      const form = new FormData();
      form.set('version', versions[index] ?? '');
      return other.post('/setup/check', form);
    }),
  );
  // Who comes after the end finds that it is done, or nothing any more.
  const outcomes = answers.map(({ status, path }) => (status === 303 ? path : status));
  expect(outcomes).toContain('/setup-done');
  for (const outcome of outcomes) expect(['/setup-done', 404]).toContain(outcome);
  await page.goto(`${program.url}/setup-done`);
  await look();
  for (const path of [link, '/setup', '/setup/check']) expect((await visit(program.url).get(path)).status).toBe(404);
  expect(existsSync(join(program.folder, 'setup-token'))).toBe(false);
});

test('name, colour and logo are on every page, and the administrator signs in', async () => {
  const { text } = await visit(program.url).get('/?lang=fr');
  expect(text).toContain('Portail du Chqif');
  expect(text).toContain('content="#1d3f7a"');
  const [, sheet = ''] = /href="(\/theme\/[^"]+\.css)"/.exec(text) ?? [];
  const [, logo = ''] = /src="(\/theme\/[^"]+\.png)"/.exec(text) ?? [];
  for (const [path, type] of [
    [sheet, 'text/css; charset=utf-8'],
    [logo, 'image/png'],
  ] as const) {
    const answer = await fetch(program.url + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('cache-control')).toContain('immutable');
  }
  await page.goto(`${program.url}/staff/sign-in`);
  await fill({ email: 'hala@example.org', password: 'olive harbour lantern seven' });
  await page.locator('main form .actions button').first().click();
  await page.waitForLoadState();
  expect(at()).not.toBe('/staff/sign-in');
});
