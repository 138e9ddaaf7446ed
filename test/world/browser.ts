import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { intlLocale, type Locale } from '../../src/base/texts.ts';

/**
 * One real browser for a test file; each page has a context of its own, as another person's phone would.
 * @param more flags of Chromium, such as a camera that shows a file
 */
export const openBrowser = async (more: readonly string[] = []): Promise<Browser> => {
  // Read when the package is loaded: it then unpacks the libraries and fonts that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-gpu', ...more],
    headless: true,
  });
};

export interface BrowserOptions {
  readonly locale: Locale;
  /** CSS pixels: 360 is a small phone, 1280 an office screen. */
  readonly width: number;
  readonly javaScript: boolean;
}

export const newPage = async (
  browser: Browser,
  { locale = 'ar', width = 360, javaScript = true }: Partial<BrowserOptions> = {},
): Promise<Page> => {
  const isPhone = width < 700;
  const context = await browser.newContext({
    locale: intlLocale[locale].split('-u-')[0] ?? locale,
    javaScriptEnabled: javaScript,
    viewport: { width, height: isPhone ? 740 : 900 },
    // As sharp as phones are only to be looked at: that is four times as many pixels to draw.
    deviceScaleFactor: isPhone && process.env['SCREENSHOTS'] ? 2 : 1,
    hasTouch: isPhone,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Beirut',
  });
  return context.newPage();
};

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds against WCAG 2.2 AA and its own best practices, one line per finding; nothing is the aim. */
export const axe = async (page: Page): Promise<string[]> => {
  await page.waitForLoadState('load');
  // Evaluated, not added as a script: pages allow no script but their own.
  await page.evaluate(await readFile(axeSource, 'utf8'));
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`),
  );
};

/** How far the page can be scrolled sideways, in pixels: 0 when nothing is cut off or sticks out. */
export const sidewaysScroll = async (page: Page): Promise<number> => {
  await page.waitForLoadState('load');
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
};

/**
 * Looks at a page as it stands, at a desk and then on a phone: nothing sticks out and, since that does not hang on the
 * width, nothing is found by axe on the phone. `SCREENSHOTS=1` keeps pictures.
 */
export const lookAt = async (page: Page, name: string, phone = 360): Promise<void> => {
  for (const width of [1280, phone]) {
    await page.setViewportSize({ width, height: 800 });
    if (process.env['SCREENSHOTS']) await screenshot(page, `${name}-${width}`);
    expect.soft(await sidewaysScroll(page), `${name} sticks out at ${width} pixels`).toBe(0);
  }
  expect.soft(await axe(page), name).toEqual([]);
};

/** Saves the whole page as `test/screenshots/<name>.png`, to be looked at. */
export const screenshot = async (page: Page, name: string): Promise<void> => {
  const folder = inProject('test/screenshots');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
};
