import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { lookAt, newPage, openBrowser } from '../world/browser.ts';
import {
  chooseReason,
  fillApplicant,
  fillForm,
  fillTimes,
  fillTrip,
  goOn,
  numbersOn,
  service,
  signIn,
  submit,
} from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { visit } from '../world/visitor.ts';

let browser: Browser;
let program: TestProgram;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

describe.each(locales)('in %s', (locale) => {
  test('no page has anything that axe finds, nor sticks out', async () => {
    const page = await newPage(browser, { locale });
    const see = (name: string, at = page) => lookAt(at, `citizen-${name}-${locale}`, 320);
    for (const path of ['', 'how-it-works', 'privacy', 'accessibility', 'track', `services/${service}`]) {
      await page.goto(`${program.url}/${path}`);
      await see(path.split('/')[0] || 'home');
    }
    await page.goto(`${program.url}/services/${service}/form`);
    await see('applicant');
    await fillApplicant(page, '', '1');
    await see('applicant-wrong');
    await page.goto(`${program.url}/services/${service}`);
    await see('service-unfinished');
    await page.goto(`${program.url}/services/${service}/form`);
    await fillApplicant(page, 'ليلى', '03 123 456');
    await see('trip');
    await page.locator('[name="origin.search"]').pressSequentially('صي');
    await page.locator('[role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await see('trip-list');
    await fillTrip(page, 'صيدا', 'xyz');
    await see('trip-wrong');
    await fillTrip(page, 'صيدا', 'طرابلس');
    await chooseReason(page, 'other');
    await see('reason-other');
    await goOn(page);
    await see('reason-wrong');
    await page.fill('[name=explanation]', 'سبب');
    await goOn(page);
    await see('time');
    await fillTimes(page, 20);
    await see('time-wrong');
    await fillTimes(page, 3);
    await see('check');
    await goOn(page);
    await see('receipt-waiting');
    const { reference } = await numbersOn(page);
    await page.goto(`${program.url}/track/${reference}/actions/withdraw`);
    await see('withdraw');

    const agent = await signIn(program.url, 'agent@demo.diwan');
    await agent(reference, 'ask', { question: 'سؤال؟' });
    await page.goto(`${program.url}/track/${reference}`);
    await see('record-asked');
    await agent((await openNew(page)).reference, 'reject', { explanation: 'سبب' });
    await page.reload();
    await see('record-refused');
    await page.locator('a[href$="/actions/contest"]').click();
    await goOn(page);
    await see('contest-wrong');
    await page.context().close();

    const healthy = await newPage(browser, { locale });
    await fillForm(healthy, program.url, { reason: 'medical' });
    await goOn(healthy);
    await see('receipt-approved', healthy);
    await healthy.goto(healthy.url().replace('/receipt', ''));
    await see('record-approved', healthy);
    await healthy.goto(`${program.url}/nowhere`);
    await see('not-found', healthy);
    await healthy.context().close();

    async function openNew(at: Page) {
      const made = await submit(program.url, locale);
      await at.goto(`${program.url}/o/${made.reference}/${made.secret.replaceAll(' ', '')}`);
      return made;
    }
  });
});

test('the first visit to a form in Arabic costs less than 60 KB, and of script only what keeps what is typed', async () => {
  const page = await newPage(browser, { locale: 'ar' });
  const sizes: Record<string, number> = {};
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => urls.set(requestId, response.url));
  session.on(
    'Network.loadingFinished',
    ({ requestId, encodedDataLength }) => (sizes[urls.get(requestId) ?? requestId] = encodedDataLength),
  );
  await page.goto(`${program.url}/services/${service}/form/applicant`, { waitUntil: 'networkidle' });
  expect(Object.values(sizes).reduce((sum, size) => sum + size, 0)).toBeLessThan(60 * 1024);
  const scripts = Object.entries(sizes).filter(([url]) => url.endsWith('.js'));
  expect(scripts.map(([url]) => url)).toEqual([expect.stringMatching(/\/keep-typed-[^/]+\.js$/)]);
  expect(scripts[0]?.[1]).toBeLessThan(2 * 1024);
  expect(Object.keys(sizes).filter((url) => !url.startsWith(program.url) && !url.startsWith('data:'))).toEqual([]);
  await page.context().close();
});

test('the language that was chosen is that of the pages after it, whatever the browser asks for', async () => {
  const visitor = visit(program.url);
  expect((await visitor.get('/')).text).toContain('lang="en"');
  await visitor.get('/?lang=fr');
  expect((await visitor.get('/')).text).toContain('lang="fr"');
});
