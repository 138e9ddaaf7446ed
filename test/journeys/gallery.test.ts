import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient } from '../../scripts/build-client.ts';
import { locales } from '../../src/base/texts.ts';
import { gallery } from '../gallery/gallery.ts';
import { serveGallery } from '../gallery/serve.ts';
import { axe, newPage, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';

let browser: Browser;
let folder: string;
let site: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gallery-')), 'client');
  await buildClient(folder);
  site = await serveGallery(folder);
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  site?.close();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const pages = Object.keys(gallery).flatMap((name) => locales.map((locale) => ({ name, locale })));
const withPage = async (options: Parameters<typeof newPage>[1], use: (page: Page) => Promise<void>): Promise<void> => {
  const page = await newPage(browser, options);
  await use(page).finally(() => page.context().close());
};

describe.each(pages)('$name in $locale', ({ name, locale }) => {
  it.each([360, 1280])('has nothing that axe finds at %i pixels', async (width) => {
    await withPage({ locale, width }, async (page) => {
      await page.goto(`${site.url}/${locale}/${name}`);
      if (process.env['SCREENSHOTS']) await screenshot(page, `gallery-${name}-${locale}-${width}`);
      expect(await axe(page)).toEqual([]);
    });
  }, 30_000);

  it('fits a phone of 320 pixels', async () => {
    await withPage({ locale, width: 320, javaScript: true }, async (page) => {
      await page.goto(`${site.url}/${locale}/${name}`);
      expect(await sidewaysScroll(page)).toBe(0);
    });
  }, 30_000);
});
