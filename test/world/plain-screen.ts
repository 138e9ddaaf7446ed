import type { Browser, JSHandle } from 'playwright-core';
import { intlLocale } from '../../src/base/texts.ts';
import { newPage } from './browser.ts';
import { fillDocument } from './fill-document.ts';
import type { Screen, Screens } from './screen.ts';
import { visit } from './visitor.ts';

/** What pressing something sends: of a form, names and values as a browser would send them; null is a file that was not chosen. */
interface Sending {
  readonly address: string;
  readonly isPost: boolean;
  readonly isMultipart: boolean;
  readonly entries: readonly (readonly [string, string | null])[];
}

const bodyOf = ({ isMultipart, entries }: Sending): FormData | URLSearchParams => {
  if (!isMultipart) return new URLSearchParams(entries.map(([name, value]) => [name, value ?? '']));
  const body = new FormData();
  for (const [name, value] of entries)
    if (value === null) body.append(name, new Blob([]), '');
    else body.append(name, value);
  return body;
};

/** What a link leads to, or a button sends: links and forms that a browser would not follow are refused. */
const pressed = (page: Document, selector: string): Sending => {
  const element = page.querySelector(selector);
  if (!element) throw new Error(`there is no ${selector}`);
  if (element.closest('[hidden], template')) throw new Error(`${selector} is hidden`);
  if (element instanceof HTMLAnchorElement)
    return { address: element.getAttribute('href') ?? '', isPost: false, isMultipart: false, entries: [] };
  if (!(element instanceof HTMLButtonElement) || !element.form || element.disabled)
    throw new Error(`${selector} sends nothing: ${element.outerHTML}`);
  const { form } = element;
  if (!form.noValidate && !element.formNoValidate) {
    const wrong = form.querySelector(':invalid:not(fieldset)');
    if (wrong) throw new Error(`a browser would not send this: ${wrong.outerHTML}`);
  }
  return {
    address: element.getAttribute('formaction') ?? form.getAttribute('action') ?? '',
    isPost: form.method === 'post',
    isMultipart: form.enctype === 'multipart/form-data',
    entries: [...new FormData(form, element)].map(([name, value]) => [name, typeof value === 'string' ? value : null]),
  };
};

const redirectsAtMost = 10;

/**
 * Screens of people whose browsers run no scripts, and draw nothing: a real browser reads the pages and says what their forms
 * send, and the test sends it.
 */
export const plainScreens = async (browser: Browser, url: string): Promise<Screens> => {
  const reader = await newPage(browser);
  const read = (html: string): Promise<JSHandle<Document>> =>
    reader.evaluateHandle((text) => new DOMParser().parseFromString(text, 'text/html'), html);
  return {
    open: async ({ locale }): Promise<Screen> => {
      let visitor = visit(url);
      let path = '/';
      let page = await read('');
      const go = async (address: string, init: RequestInit = {}): Promise<void> => {
        const headers = { 'accept-language': intlLocale[locale] };
        let next = new URL(address, url + path);
        let answer = await visitor.send(next.pathname + next.search, { ...init, headers });
        for (let step = 0; answer.location !== undefined; step++) {
          if (step === redirectsAtMost) throw new Error(`${address} leads from page to page`);
          next = new URL(answer.location, next);
          answer = await visitor.send(next.pathname + next.search, { headers });
        }
        if (answer.status >= 500) throw new Error(`${next.pathname} answered ${answer.status}`);
        path = next.pathname + next.search;
        await page.dispose();
        page = await read(answer.text);
      };
      const press = async (selector: string): Promise<void> => {
        const sending = await page.evaluate(pressed, selector);
        if (sending.isPost) return go(sending.address, { method: 'POST', body: bodyOf(sending) });
        if (sending.entries.length === 0) return go(sending.address);
        return go(`${sending.address}?${bodyOf({ ...sending, isMultipart: false }) as URLSearchParams}`);
      };
      return {
        path: () => new URL(path, url).pathname,
        open: go,
        count: (selector) => page.evaluate((at, wanted) => at.querySelectorAll(wanted).length, selector),
        texts: (selector) =>
          page.evaluate((at, wanted) => [...at.querySelectorAll(wanted)].map((each) => each.textContent), selector),
        attributes: (selector, name) =>
          page.evaluate(
            (at, wanted) => [...at.querySelectorAll(wanted[0])].map((each) => each.getAttribute(wanted[1]) ?? ''),
            [selector, name] as const,
          ),
        choose: (selector) =>
          page.evaluate((at, wanted) => {
            at.querySelector<HTMLInputElement>(wanted)!.checked = true;
          }, selector),
        press,
        fill: async (answers) => {
          const add = await page.evaluate(fillDocument, answers);
          if (add !== null) await press(add);
          return add !== null;
        },
        forget: async () => {
          visitor = visit(url);
          path = '/';
        },
        close: () => page.dispose(),
      };
    },
  };
};
