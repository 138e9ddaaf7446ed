import type { Browser, Page } from 'playwright-core';
import type { Locale } from '../../src/base/texts.ts';
import { lookAt, newPage } from './browser.ts';
import { type Visitor, visit } from './visitor.ts';

/** Civil servants of the demonstration at work, in a browser or without one. */
const password = 'diwan-demo-2026';

interface DeskOptions {
  readonly locale?: Locale;
  readonly width?: number;
  readonly javaScript?: boolean;
}

/** Everybody looks at pages of theirs. @returns what stands on the screen of each of them, to be closed */
export const lookAtDesks = async (
  browser: Browser,
  url: string,
  locale: Locale,
  kind: string,
  pages: readonly { readonly name: string; readonly person: string; readonly path: () => string }[],
): Promise<ReadonlyMap<string, Page>> => {
  const screens = new Map<string, Page>();
  for (const { name, person, path } of pages) {
    const page = screens.get(person) ?? (await signInAt(browser, url, person, { locale }));
    screens.set(person, page);
    await page.goto(url + path());
    await lookAt(page, `${kind}-${name}-${locale}`);
  }
  return screens;
};

/** Signs in at the page that everybody uses; leads to the staff home. */
export const signInAt = async (
  browser: Browser,
  url: string,
  person: string,
  options: DeskOptions = {},
): Promise<Page> => {
  const page = await newPage(browser, { width: 1280, ...options });
  await page.goto(`${url}/staff/sign-in`);
  await page.fill('[name=email]', `${person}@demo.diwan`);
  await page.fill('[name=password]', password);
  await page.locator('main form .actions button').first().click();
  await page.waitForURL(`${url}/staff`);
  return page;
};

export const visitAs = async (url: string, person: string): Promise<Visitor> => {
  const visitor = visit(url);
  await visitor.get('/staff/sign-in');
  await visitor.post('/staff/sign-in', { email: `${person}@demo.diwan`, password });
  return visitor;
};

/** The token with which somebody's own program calls the API. */
export const signInToApi = async (url: string, person: string): Promise<string> => {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${person}@demo.diwan`, password }),
  });
  return ((await answer.json()) as { token: string }).token;
};

/** Opens the page of an action from the record's own page. */
export const openAction = async (page: Page, url: string, reference: string, action: string): Promise<void> => {
  await page.goto(`${url}/staff/records/${reference}`);
  await page.locator(`#actions a[href*="/actions/${action}"]`).click();
  await page.waitForLoadState('load');
};

/** Presses the button that does it and stays with the record. */
export const confirm = async (page: Page): Promise<void> => {
  await page.locator('main form .actions button:not([name=_then])').click();
  await page.waitForLoadState('load');
};
