import type { Browser, Page } from 'playwright-core';
import { type BrowserOptions, newPage } from './browser.ts';
import { fillPage, type WantedAnswers } from './fill-page.ts';

/** One person's screen: what stands on it, and what they do there. Selectors are those of CSS; the first that matches is meant. */
export interface Screen {
  readonly path: () => string;
  readonly open: (address: string) => Promise<void>;
  readonly count: (selector: string) => Promise<number>;
  readonly texts: (selector: string) => Promise<readonly string[]>;
  /** An attribute of each that matches; empty where it has none. */
  readonly attributes: (selector: string, name: string) => Promise<readonly string[]>;
  readonly choose: (selector: string) => Promise<void>;
  /** Follows a link or presses a button, until the next page stands there. */
  readonly press: (selector: string) => Promise<void>;
  /** Fills what stands on the page; true when a button was pressed that brings the page back with more to fill. */
  readonly fill: (answers: WantedAnswers) => Promise<boolean>;
  /** As if nobody had used it before. */
  readonly forget: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What screens are opened with. */
export interface Screens {
  readonly open: (options: BrowserOptions) => Promise<Screen>;
}

/** A page of a real browser. */
const screenOf = (page: Page): Screen => ({
  path: () => new URL(page.url()).pathname,
  open: async (address) => {
    await page.goto(address);
  },
  count: (selector) => page.locator(selector).count(),
  texts: (selector) => page.locator(selector).allInnerTexts(),
  attributes: (selector, name) =>
    page
      .locator(selector)
      .evaluateAll((elements, wanted) => elements.map((each) => each.getAttribute(wanted) ?? ''), name),
  choose: (selector) => page.locator(selector).first().check(),
  press: async (selector) => {
    await page.locator(selector).first().click();
    await page.waitForLoadState('load');
  },
  fill: (answers) => fillPage(page, answers),
  forget: async () => {
    await page.context().clearCookies();
    await page.goto('about:blank');
  },
  close: () => page.context().close(),
});

export const browserScreens = (browser: Browser): Screens => ({
  open: async (options) => screenOf(await newPage(browser, options)),
});
