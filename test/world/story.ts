import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Locale } from '../../src/base/texts.ts';
import { axe, newPage, screenshot, sidewaysScroll } from './browser.ts';
import { signInAt } from './clerk.ts';

/** A story as it is played once more: in a language, on a phone (360 px) or at a desk (1280 px). */
export interface Telling {
  readonly browser: Browser;
  readonly url: string;
  readonly locale: Locale;
  readonly width: number;
}

/** Each story in both languages and on both sizes, in two playings. */
export const arabicOnPhone = [
  ['ar', 360],
  ['fr', 1280],
] as const satisfies readonly (readonly [Locale, number])[];
export const frenchOnPhone = [
  ['fr', 360],
  ['ar', 1280],
] as const satisfies readonly (readonly [Locale, number])[];

export const citizenIn = ({ browser, locale, width }: Telling): Promise<Page> => newPage(browser, { locale, width });
export const staffIn = ({ browser, url, locale, width }: Telling, person: string): Promise<Page> =>
  signInAt(browser, url, person, { locale, width });

/** Names of texts, and words that stand in nearly every English sentence and in no French one. */
const untranslated = /\b[a-z]+(?:_[a-z]+)+\b|\b(?:the|and|your|with|from|are|this|which|been|has|not found)\b/g;

/** Looks at a page as its reader does: nothing that axe finds, nothing to scroll sideways, all words in the reader's language. */
export const look = async (page: Page, name: string, { locale, width }: Pick<Telling, 'locale' | 'width'>) => {
  if (process.env['SCREENSHOTS']) await screenshot(page, `story-${name}-${locale}-${width}`);
  expect.soft(await sidewaysScroll(page), `${name} sticks out`).toBe(0);
  expect.soft(await axe(page), name).toEqual([]);
  expect.soft(await page.locator('html').getAttribute('lang'), name).toBe(locale);
  // What people wrote themselves is theirs.
  const words = await page.locator('main').evaluate((main) => {
    const copy = main.cloneNode(true) as HTMLElement;
    for (const each of copy.querySelectorAll('bdi, code, option, textarea, script, style, template, svg'))
      each.remove();
    return copy.textContent;
  });
  expect.soft(words.match(untranslated) ?? [], `${name} is not in ${locale}`).toEqual([]);
  if (locale === 'ar') expect.soft(words, name).toMatch(/[ء-ي]{3}/);
};

/** Presses, and waits for the next page. */
export const press = async (page: Page, selector: string): Promise<void> => {
  await page.locator(selector).first().click();
  await page.waitForLoadState('load');
};

/** What programs and people elsewhere do meanwhile. */
export const apiAs = async (url: string, person: string) => {
  const post = async (path: string, body: object, token?: string) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    const json = (await answer.json()) as Record<string, unknown>;
    expect(answer.ok, `${path}: ${JSON.stringify(json)}`).toBe(true);
    return json;
  };
  const { token } = await post('/sessions', { email: `${person}@demo.diwan`, password: 'diwan-demo-2026' });
  return {
    post: (path: string, body: object) => post(path, body, token as string),
    act: (reference: string, action: string, data: object = {}) =>
      post(`/records/${reference}/actions/${action}`, { data }, token as string),
  };
};

/** A file of rows as a spreadsheet writes it, under the headings of the empty file that the service offers. */
export const tableFor = async (
  page: Page,
  address: string,
  { locale }: Pick<Telling, 'locale'>,
  rows: readonly (readonly string[])[],
): Promise<string> => {
  const headings = await (await page.request.get(`${address}/template/csv?lang=${locale}`)).text();
  const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join());
  return [headings.trim(), ...quoted].join('\r\n');
};

/** Sends a file to a service, looks at how it is read, starts it and waits for its end. */
export const importFile = async (page: Page, address: string, text: string, onCheck: () => Promise<void>) => {
  await page.goto(address);
  await page.setInputFiles('[name=file]', { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await press(page, 'main form[enctype="multipart/form-data"] button[type=submit]');
  await onCheck();
  await press(page, 'main form:has([name=repeats]) .actions button:not([name])');
  const standing = page.url();
  await expect
    .poll(async () => (await (await page.request.get(`${standing}/progress`)).json()) as object, { timeout: 20_000 })
    .toMatchObject({ isOver: true });
  await page.goto(standing);
};
