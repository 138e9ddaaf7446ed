import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { type Locale, locales, say } from '../../src/base/texts.ts';
import { codePageTexts as texts } from '../../src/pages/fields/code-texts.ts';
import { axe, newPage, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { freshPhone, goOn } from '../world/citizen.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import { film, photographLabel } from '../world/pictures.ts';

/** The ways a barcode gets into its question: live from the camera, from a picture on the phone, from a picture that is sent. */
let program: OpenProgram;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-'));
  const label = join(folder, 'camera.y4m');
  await writeFile(label, await film(await photographLabel('code-128', 'LB-4711')));
  [program, browser] = await Promise.all([
    openProgram({ DIWAN_SERVICES: inProject('test', 'fixtures', 'services') }),
    openBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${label}`,
    ]),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The page with the question. */
const openQuestion = async (locale: Locale, javaScript = true): Promise<Page> => {
  const page = await newPage(browser, { locale, javaScript });
  await page.goto(`${program.url}/services/media-trial/form?lang=${locale}`);
  await page.fill('[name="who.ar"]', 'ريما خوري');
  await page.fill('[name=phone]', freshPhone());
  await goOn(page);
  await page.fill('[name="spot.lat"]', '33.5571, 35.3712');
  await goOn(page);
  return page;
};

const picture = async (format: 'ean-13' | 'code-128' | 'qr', text: string) => ({
  name: 'label.png',
  mimeType: 'image/png',
  buffer: await photographLabel(format, text),
});

describe.each(locales)('in %s', (locale) => {
  test('the camera reads a barcode into its question, and is off then', async () => {
    const page = await openQuestion(locale);
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.getByRole('button', { name: texts.scan[locale] }).click();
    await page.getByText(texts.read[locale]).waitFor();
    expect(await page.inputValue('[name=box]')).toBe('LB-4711');
    expect(await page.isVisible('[data-camera=video]')).toBe(false);
    expect(await page.evaluate('document.querySelector("[data-camera=video]").srcObject')).toBeNull();
    expect(refused).toEqual([]);
    await screenshot(page, `scan-read-${locale}-360`);
    expect(await axe(page)).toEqual([]);
    await page.context().close();
  });
});

test('a picture of a barcode is read on the phone and not sent', async () => {
  const page = await openQuestion('en');
  await page.getByText(texts.fromPicture.en).click();
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') sent.push(request.url());
  });
  await page.setInputFiles('[name="box.picture"]', await picture('ean-13', '5901234123457'));
  await page.getByText(texts.read.en).waitFor();
  expect(await page.inputValue('[name=box]')).toBe('5901234123457');
  expect(await page.inputValue('[name="box.picture"]')).toBe('');
  expect(sent).toEqual([]);
  await page.context().close();
});

test.each(locales)('without a script a picture is sent and read by the program, in %s', async (locale) => {
  const page = await openQuestion(locale, false);
  expect(await page.isVisible('.camera')).toBe(false);
  await page.getByText(texts.fromPicture[locale]).click();
  await page.setInputFiles('[name="box.picture"]', { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no') });
  await page.click('[name="box.read"]');
  expect(await page.innerText('#problems li')).toBe(say(locale, texts['not-a-picture']));
  expect(await page.isVisible('[name="box.picture"]')).toBe(true);
  await page.setInputFiles('[name="box.picture"]', await picture('code-128', 'LB-0042'));
  await page.click('[name="box.read"]');
  expect(await page.inputValue('[name=box]')).toBe('LB-0042');
  expect(await sidewaysScroll(page)).toBe(0);
  await screenshot(page, `scan-sent-${locale}-360`);
  await page.context().close();
});

test('where the camera may not be used, that is said and the rest of the question stays', async () => {
  const page = await openQuestion('fr');
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: texts.scan.fr }).click();
  await page.getByText(texts.denied.fr).waitFor();
  await page.fill('[name=box]', 'LB-1234');
  await screenshot(page, 'scan-denied-fr-360');
  expect(await axe(page)).toEqual([]);
  await page.context().close();
});
