import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { verdictTexts as words } from '../../src/pages/verify/verdict-texts.ts';
import { verifyTexts as texts } from '../../src/pages/verify/verify-texts.ts';
import { axe, openBrowser } from '../world/browser.ts';
import { getPermit, holder, onPage, openVerify, paste, scanNext, verdict } from '../world/checkpoint.ts';
import { film, photograph } from '../world/pictures.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

/** The ways a code gets from paper into the page: camera, picture, text; with a script and without. */
let browser: Browser;
let program: TestProgram;
let folder: string;
let code: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-'));
  program = await startProgram();
  ({ code } = await getPermit(program.url));
  await writeFile(join(folder, 'camera.y4m'), await film(await photograph(code)));
  browser = await openBrowser([
    '--host-resolver-rules=MAP diwan.test localhost',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${join(folder, 'camera.y4m')}`,
  ]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a picture', () => {
  const files = async () => {
    const picture = await photograph(code, { width: 3_000, height: 4_000 });
    return {
      jpeg: await sharp(picture).jpeg({ quality: 70 }).toBuffer(),
      png: await photograph(code),
      empty: await sharp({ create: { width: 900, height: 900, channels: 3, background: '#888' } })
        .png()
        .toBuffer(),
    };
  };
  const choose = (page: Page, buffer: Buffer, mimeType = 'image/jpeg') =>
    page.setInputFiles('#f-picture', { name: 'photo', mimeType, buffer });

  it('is read on the phone, also without connection', async () => {
    const { jpeg, png, empty } = await files();
    await onPage(browser, { locale: 'en' }, async (page) => {
      await openVerify(page, program.url);
      await page.context().setOffline(true);
      await choose(page, empty, 'image/png');
      await page.waitForSelector('#picture-problem:not([hidden])');
      expect(await page.innerText('#picture-problem')).toBe(texts.pictureNoCode.en);
      await choose(page, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"'));
      await page.waitForSelector(`text=${texts.pictureDamaged.en}`);
      for (const picture of [jpeg, png]) {
        await choose(page, picture);
        await page.waitForSelector('#verdict');
        expect(await verdict(page)).toEqual({ tone: 'good', word: 'Valid' });
        await scanNext(page);
      }
    });
  });

  it.each(locales)('is read by the server for a browser without script, in %s', async (locale) => {
    const { jpeg, png, empty } = await files();
    await onPage(browser, { locale, javaScript: false }, async (page) => {
      for (const picture of [jpeg, png]) {
        await page.goto(`${program.url}/verify`);
        expect(await page.isVisible('#camera-open')).toBe(false);
        await choose(page, picture);
        await page.click('#picture-form button');
        expect(await verdict(page)).toEqual({ tone: 'good', word: words.valid[locale] });
        expect(await page.innerText('.verdict-holder')).toContain(holder);
      }
      await page.goto(`${program.url}/verify`);
      await choose(page, empty, 'image/png');
      await page.click('#picture-form button');
      expect(await page.innerText('#problems li')).toBe(texts.pictureNoCode[locale]);
    });
  });
});

describe('without a script', () => {
  it('a pasted code is checked by the server, and an empty one is asked for', async () => {
    await onPage(browser, { locale: 'fr', javaScript: false }, async (page) => {
      await page.goto(`${program.url}/verify`);
      await page.click('#code-form button');
      expect(await page.innerText('#problems li')).toBe(texts.codeMissing.fr);
      await page.fill('#f-code', code);
      await page.click('#code-form button');
      expect(await verdict(page)).toEqual({ tone: 'good', word: words.valid.fr });
      await page.click('[data-next]');
      await page.fill('#f-code', 'MP-0001-0407');
      await page.click('#code-form button');
      expect(await verdict(page)).toEqual({ tone: 'unknown', word: words.referenceOnly.fr });
    });
  });
});

describe('the camera', () => {
  it('reads the code from the paper and goes on to the next one', async () => {
    await onPage(browser, { locale: 'ar' }, async (page) => {
      await openVerify(page, program.url);
      await page.context().setOffline(true);
      await page.click('#camera-open');
      await page.waitForSelector('#verdict');
      expect(await verdict(page)).toEqual({ tone: 'good', word: words.valid.ar });
      await page.click('[data-next]');
      await page.waitForSelector('#verdict');
      await page.goBack();
      await page.waitForSelector('#check:not([hidden])');
    });
  });
});

describe('a phone whose camera cannot be used', () => {
  const withoutCamera = (name: string, sentence: string) =>
    onPage(browser, { locale: 'ar' }, async (page) => {
      await page.addInitScript((refusal) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', refusal));
      }, name);
      await openVerify(page, program.url);
      await page.click('#camera-open');
      await page.waitForSelector(`text=${sentence}`);
      expect(await axe(page)).toEqual([]);
      await paste(page, code);
      expect((await verdict(page)).tone).toBe('good');
    });

  it('is told why: permission refused', () => withoutCamera('NotAllowedError', texts.cameraDenied.ar));
  it('is told why: there is none', () => withoutCamera('NotFoundError', texts.cameraMissing.ar));
  it('is told why: another application has it', () => withoutCamera('NotReadableError', texts.cameraBusy.ar));

  it('leaves the check to the server at an address that is not secure', async () => {
    const address = program.url.replace('localhost', 'diwan.test');
    await onPage(browser, { locale: 'en' }, async (page) => {
      await page.goto(`${address}/verify`);
      await page.waitForSelector(`text=${texts.cameraInsecure.en}`);
      expect(await page.isVisible('#camera-open')).toBe(false);
      expect(await page.innerText('#privacy')).toBe(texts.privacyServer.en);
      await paste(page, code);
      expect(await verdict(page)).toEqual({ tone: 'good', word: 'Valid' });
    });
  });
});
