import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient } from '../../scripts/build-client.ts';
import { locales } from '../../src/base/texts.ts';
import { gallery } from '../gallery/gallery.ts';
import { serveGallery } from '../gallery/serve.ts';
import { lookAt, newPage, openBrowser } from '../world/browser.ts';

let browser: Browser;
let folder: string;
let site: Awaited<ReturnType<typeof serveGallery>>;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gallery-')), 'client');
  await buildClient('#0B5D4B', folder);
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
  it('has nothing that axe finds, and fits a phone of 320 pixels', async () => {
    await withPage({ locale, width: 320 }, async (page) => {
      await page.goto(`${site.url}/${locale}/${name}`);
      await lookAt(page, `gallery-${name}-${locale}`, 320);
    });
  }, 30_000);
});

describe('a first visit in Arabic', () => {
  const visit = async (name: string): Promise<{ bytes: number; paths: string[] }> => {
    const paths: string[] = [];
    let bytes = 0;
    await withPage({ locale: 'ar' }, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
      page.on('request', (request) => paths.push(request.url()));
      await page.goto(`${site.url}/ar/${name}`, { waitUntil: 'networkidle' });
    });
    return { bytes, paths };
  };

  it.each(['home', 'form', 'receipt'])('costs at most 60 KB on the wire, fonts and all: %s', async (name) => {
    const { bytes, paths } = await visit(name);
    expect(bytes).toBeGreaterThan(20_000);
    expect(bytes).toBeLessThan(60 * 1024);
    expect(paths.filter((path) => !path.startsWith(site.url) && !path.startsWith('data:'))).toEqual([]);
    expect(
      paths
        .filter((path) => path.endsWith('.woff2'))
        .map((path) => /readex-(\w+)/.exec(path)?.[1])
        .toSorted(),
    ).toEqual(['arabic', 'ascii']);
  });
});
