import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { verdictTexts as words } from '../../src/pages/verify/verdict-texts.ts';
import { verifyTexts as texts } from '../../src/pages/verify/verify-texts.ts';
import { lookAt, openBrowser, sidewaysScroll } from '../world/browser.ts';
import {
  comeBack,
  forged,
  getPermit,
  holder,
  onPage,
  openVerify,
  paste,
  scanNext,
  verdict,
} from '../world/checkpoint.ts';
import { signIn } from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

let browser: Browser;
let program: TestProgram;
let code: string;

const hour = 3_600_000;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  ({ code } = await getPermit(program.url));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const isOffline = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    fetch('/healthz').then(
      () => false,
      () => true,
    ),
  );

describe.each([
  ['ar', 'fr'],
  ['fr', 'ar'],
] as const)('a policeman who reads %s', (locale, other) => {
  it('checks a permit, loses the connection, and goes on in both languages', async () => {
    await onPage(browser, { locale }, async (page) => {
      await openVerify(page, program.url);
      await paste(page, code);
      expect(await verdict(page)).toEqual({ tone: 'good', word: words.valid[locale] });
      expect(await page.innerText('.verdict-holder')).toContain(holder);
      expect(await page.innerText('.verdict-evidence')).toContain(words.justNow[locale]);

      await page.context().setOffline(true);
      expect(await isOffline(page)).toBe(true);
      await page.goto(`${program.url}/verify`);
      expect(await page.innerText('h1')).toBe(texts.title[locale]);
      await paste(page, code);
      expect(await verdict(page)).toEqual({ tone: 'good', word: words.valid[locale] });

      await page.click('[data-next]');
      await page.click(`.languages [lang=${other}]`);
      expect(await page.innerText('h1')).toBe(texts.title[other]);
      await paste(page, code);
      expect(await verdict(page)).toEqual({ tone: 'good', word: words.valid[other] });
      expect(await sidewaysScroll(page)).toBe(0);
    });
  });
});

describe('without connection', () => {
  it('is green for nothing but a genuine code', async () => {
    const changed = forged(code);
    await onPage(browser, { locale: 'en' }, async (page) => {
      await openVerify(page, program.url);
      await page.context().setOffline(true);
      for (const [text, tone] of [
        [changed, 'bad'],
        [`${code.slice(0, -8)}`, 'unknown'],
        ['MP-0001-0407', 'unknown'],
        ['https://permits.example/ok', 'unknown'],
        ['HC1:6BFOXN%TSMAHN-H3YS1IK47ES6IXJR4E47X5*T917VF+UOGIS1RYZV', 'unknown'],
      ] as const) {
        await paste(page, text);
        expect([text.slice(0, 20), (await verdict(page)).tone]).toEqual([text.slice(0, 20), tone]);
        expect(await page.isVisible('.verdict-facts')).toBe(false);
        await scanNext(page);
      }
    });
  });

  it('says when a permit begins, and that it is over', async () => {
    const later = await getPermit(program.url, { leave_at: new Date(Date.now() + 2 * hour).toISOString() });
    await onPage(browser, { locale: 'en' }, async (page) => {
      await page.clock.setFixedTime(Date.now());
      await openVerify(page, program.url);
      await page.context().setOffline(true);
      await paste(page, later.code);
      expect(await verdict(page)).toEqual({ tone: 'wait', word: 'Not valid yet' });
      expect(await page.innerText('.verdict-line')).toMatch(/^Starts (today|tomorrow) at \d\d:\d\d$/);
      await page.clock.setFixedTime(Date.now() + 30 * hour);
      await comeBack(page);
      await page.waitForSelector('text=/^Expired /');
      expect(await verdict(page)).toEqual({ tone: 'wait', word: 'Expired' });
      expect(await page.innerText('.verdict-evidence')).toContain('List of revoked documents: 1 day ago');
    });
  });

  it('does not clear a permit with a list that is older than a week', async () => {
    const days = (count: number) => new Date(Date.now() + count * 24 * hour).toISOString();
    const nextWeek = await getPermit(program.url, { leave_at: days(6.9), back_at: days(7.3) });
    await onPage(browser, { locale: 'fr' }, async (page) => {
      await page.clock.setFixedTime(Date.now());
      await openVerify(page, program.url);
      await page.context().setOffline(true);
      await page.clock.setFixedTime(Date.now() + 6.95 * 24 * hour);
      await paste(page, nextWeek.code);
      expect((await verdict(page)).tone).toBe('good');
      await page.clock.setFixedTime(Date.now() + 7.1 * 24 * hour);
      await comeBack(page);
      await page.waitForSelector('[data-verdict=unknown]');
      expect((await verdict(page)).word).toBe(words.unchecked.fr);
    });
  });
});

describe('a permit that is revoked', () => {
  it('turns from green to red on the screen as soon as the list arrives', async () => {
    const permit = await getPermit(program.url);
    await onPage(browser, { locale: 'ar' }, async (page) => {
      await openVerify(page, program.url);
      await paste(page, permit.code);
      expect((await verdict(page)).tone).toBe('good');
      const act = await signIn(program.url, 'supervisor@demo.diwan');
      await act(permit.reference, 'revoke', { explanation: 'أُلغيت الرحلة' });
      // The published list is made anew every five seconds.
      await page.waitForTimeout(5_500);
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.waitForSelector('[data-verdict=bad]');
      expect((await verdict(page)).word).toBe(words.revoked.ar);
      await page.context().setOffline(true);
      await page.reload();
      await paste(page, permit.code);
      expect((await verdict(page)).word).toBe(words.revoked.ar);
    });
  });
});

describe('a clock that is wrong', () => {
  it('is noticed, and keeps an expired permit from being green', async () => {
    const permit = await getPermit(program.url, { leave_at: new Date(Date.now() + 2 * hour).toISOString() });
    await onPage(browser, { locale: 'en' }, async (page) => {
      await page.clock.setFixedTime(Date.now() + 2.5 * hour);
      await openVerify(page, program.url);
      await page.waitForSelector('#device-clock:not([hidden])');
      await paste(page, permit.code);
      expect((await verdict(page)).tone).toBe('wait');
      expect(await page.innerText('.verdict-clock')).toBe(words.clockAdvice.en);
    });
  });
});

describe('an officer', () => {
  it('has the checks counted, also those made without connection, and nobody else has', async () => {
    await onPage(browser, { locale: 'en' }, async (page) => {
      await openVerify(page, program.url);
      await paste(page, code);
      await page.goto(`${program.url}/staff/sign-in?next=/verify`);
      await page.fill('main [name=email]:not([type=hidden])', 'police@demo.diwan');
      await page.fill('main [name=password]:not([type=hidden])', 'diwan-demo-2026');
      await page.click('main form:has(input[type=password]) button');
      await page.waitForURL('**/verify');
      await page.waitForSelector('text=Checks today: 0');
      await paste(page, code);
      await page.click('[data-next]');
      await page.waitForSelector('text=Checks today: 1');
      await page.waitForFunction(() => !document.querySelector('#officer')?.textContent?.includes('connection'));

      await page.context().setOffline(true);
      await page.reload();
      await paste(page, code);
      await page.click('[data-next]');
      await paste(page, 'MP-0001-0407');
      await page.click('[data-next]');
      await page.waitForSelector('text=Checks today: 3');
      expect(await page.innerText('#officer')).toContain('when there is a connection: 2');
      await page.context().setOffline(false);
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.waitForFunction(() => !document.querySelector('#officer')?.textContent?.includes('connection'));
      const known = await page.evaluate(
        async () => (await (await fetch('/verify/officer.json')).json()) as { officer: { today: number } },
      );
      expect(known.officer.today).toBe(3);
    });
  });
});

describe('everybody can use it', () => {
  it.each(locales)('axe finds nothing in %s, and nothing sticks out', async (locale) => {
    await onPage(browser, { locale }, async (page) => {
      await openVerify(page, program.url);
      await lookAt(page, `verify-${locale}`);
      for (const [name, text] of [
        ['valid', code],
        ['tampered', forged(code)],
        ['reference', 'MP-0001-0407'],
      ] as const) {
        await paste(page, text);
        await lookAt(page, `verify-${name}-${locale}`);
        await scanNext(page);
      }
    });
  });

  it('costs at most 60 KB before it can be used, and 130 KB with all that it takes along', async () => {
    await onPage(browser, { locale: 'ar' }, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      const paths = new Map<string, string>();
      const cost = { first: 0, later: 0 };
      session.on('Network.requestWillBeSent', ({ requestId, request }) =>
        paths.set(requestId, new URL(request.url).pathname),
      );
      session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
        // What the page asks for once it can be used, and the pieces that these share with other pages.
        const isLater = /check-here|code-reader|objectSpread|read-qr|texts-|json$/.test(paths.get(requestId) ?? '');
        cost[isLater ? 'later' : 'first'] += encodedDataLength;
      });
      await openVerify(page, program.url);
      expect(cost.first).toBeGreaterThan(20_000);
      expect(cost.first).toBeLessThan(60 * 1024);
      expect(cost.first + cost.later).toBeLessThan(130 * 1024);
    });
  });
});
