import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newPage } from './browser.ts';
import { submit } from './citizen.ts';

/** What a policeman and a resident do where documents are checked. */
export const holder = 'ليلى محمد حدّاد';

/** A permit that was approved at once and holds from now on, unless told otherwise. */
export const getPermit = async (
  url: string,
  changes: Readonly<Record<string, string>> = {},
): Promise<{ readonly reference: string; readonly code: string }> => {
  const soon = Date.now() + 1_000;
  const { reference, documents } = await submit(url, 'ar', {
    full_name: holder,
    reason: 'medical',
    leave_at: new Date(soon).toISOString(),
    ...changes,
  });
  await setTimeout(soon - Date.now());
  const [permit] = documents;
  if (!permit) throw new Error('the permit was not approved at once');
  return { reference, code: permit.qr };
};

/** The same code with one character changed. */
export const forged = (code: string): string => code.slice(0, 60) + (code[60] === 'A' ? 'B' : 'A') + code.slice(61);

/** A phone of its own; a script that fails, or does what the page's policy forbids, is a failure of the journey. */
export const onPage = async (
  browser: Browser,
  options: Parameters<typeof newPage>[1],
  journey: (page: Page) => Promise<void>,
): Promise<void> => {
  const page = await newPage(browser, options);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
  try {
    await journey(page);
    expect(faults).toEqual([]);
  } finally {
    await page.context().close();
  }
};

/** Opens the page and waits until it says that it works without connection. */
export const openVerify = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/verify`);
  await page.waitForSelector('#device-ready:not([hidden])');
};

export const paste = async (page: Page, text: string): Promise<void> => {
  await page.fill('#f-code', text);
  await page.click('#code-form button');
  await page.waitForSelector('#verdict');
};

export const scanNext = async (page: Page): Promise<void> => {
  await page.click('[data-next]');
  await page.waitForSelector('#check:not([hidden])');
};

export const verdict = async (page: Page): Promise<{ readonly tone: string | null; readonly word: string }> => ({
  tone: await page.getAttribute('.verdict-face', 'data-verdict'),
  word: await page.innerText('#verdict-word'),
});

/** Tells the page that time has passed or something changed, as coming back to it does. */
export const comeBack = (page: Page): Promise<unknown> =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
