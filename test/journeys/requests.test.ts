import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axe, newPage, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { freshPhone, goOn, submit } from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { type Visitor, visit } from '../world/visitor.ts';

/** A person sees all requests made with one phone, by a code sent to it. */
let program: TestProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

/** The code of the newest text message, as the page of the demonstration shows it. */
const newestCode = async (): Promise<string> => {
  const { text } = await visit(program.url).get('/demo/outbox?lang=en');
  return (
    /Your code to see your requests: (\d{6})|عرض طلباتك: \u200e(\d{6})|vos demandes : (\d{6})/
      .exec(text)
      ?.slice(1)
      .find(Boolean) ?? ''
  );
};

const signIn = async (phone: string): Promise<Visitor> => {
  const visitor = visit(program.url);
  await visitor.get('/requests');
  expect(await visitor.post('/requests/code', { phone })).toMatchObject({ status: 303, path: '/requests/sign-in' });
  await visitor.get('/requests/sign-in');
  expect(await visitor.post('/requests/sign-in', { code: await newestCode() })).toMatchObject({
    status: 303,
    path: '/requests',
  });
  return visitor;
};

test.each(['ar', 'fr'] as const)('on an old phone without a script, in %s', async (locale) => {
  const phone = freshPhone();
  const first = await submit(program.url, locale, { phone });
  const second = await submit(program.url, locale, { phone, reason: 'medical' });
  const page = await newPage(browser, { locale, width: 360, javaScript: false });
  await page.goto(`${program.url}/track`);
  await page.locator('a[href="/requests"]').click();
  await screenshot(page, `requests-phone-${locale}`);
  expect(await axe(await newPageAt(locale, '/requests'))).toEqual([]);
  await page.fill('[name=phone]', phone);
  await goOn(page);
  await screenshot(page, `requests-code-${locale}`);
  await page.fill('[name=code]', '000000');
  await goOn(page);
  expect(await page.locator('[aria-invalid=true]').count()).toBe(1);
  // Arabic-Indic digits are what an Arabic keyboard types.
  const code = await newestCode();
  await page.fill(
    '[name=code]',
    locale === 'ar' ? code.replaceAll(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '') : code,
  );
  await goOn(page);
  expect(new URL(page.url()).pathname).toBe('/requests');
  for (const { reference } of [first, second])
    expect(await page.locator(`a[href="/track/${reference}"]`).count()).toBe(1);
  expect(await sidewaysScroll(page)).toBe(0);
  await screenshot(page, `requests-list-${locale}`);
  await page.locator(`a[href="/track/${second.reference}"]`).click();
  expect(await page.innerText('main')).toContain(second.reference);
});

const newPageAt = async (locale: 'ar' | 'fr', path: string) => {
  const page = await newPage(browser, { locale });
  await page.goto(program.url + path);
  return page;
};

describe('nobody else', () => {
  test('opens a request by being signed in with another number', async () => {
    const { reference } = await submit(program.url, 'en', { phone: freshPhone() });
    const visitor = await signIn(freshPhone());
    expect(await visitor.get(`/track/${reference}`)).toMatchObject({
      status: 303,
      path: `/track?reference=${reference}`,
    });
    const { text } = await visitor.get('/requests');
    expect(text).toContain('No requests yet');
    expect(text).not.toContain(reference);
  });

  test('shows a code in another browser than the one that asked for it', async () => {
    const visitor = visit(program.url);
    await visitor.get('/requests');
    await visitor.post('/requests/code', { phone: freshPhone() });
    const other = visit(program.url);
    await other.get('/requests');
    expect(await other.post('/requests/sign-in', { code: await newestCode() })).toMatchObject({
      status: 303,
      path: '/requests',
    });
    expect((await other.get('/requests')).text).toContain('name="phone"');
  });

  test('sends a code from another site', async () => {
    const answer = await fetch(`${program.url}/requests/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'phone=03123456',
    });
    expect(answer.status).toBe(403);
  });

  test('learns whether a number has requests: known and unknown get the same page', async () => {
    const known = freshPhone();
    await submit(program.url, 'en', { phone: known });
    const pages = [];
    for (const phone of [known, freshPhone()]) {
      const visitor = visit(program.url);
      await visitor.get('/requests');
      const answer = await visitor.post('/requests/code', { phone });
      pages.push([
        answer.status,
        answer.path,
        (await visitor.get('/requests/sign-in')).text.replaceAll(/value="[^"]*"/g, ''),
      ]);
    }
    expect(pages[0]).toEqual(pages[1]);
  });

  test('goes on with a session that was left, or whose list was deleted', async () => {
    const visitor = await signIn(freshPhone());
    const stolen = visitor.copy();
    await visitor.get('/requests');
    expect(await visitor.post('/requests/leave')).toMatchObject({ status: 303, path: '/requests?done=left' });
    expect((await stolen.get('/requests')).text).toContain('name="phone"');
    const other = await signIn(freshPhone());
    await other.get('/requests/forget');
    expect(await other.post('/requests/forget')).toMatchObject({ path: '/requests?done=forgotten' });
  });
});

test('a request with another number joins the list once its secret has opened it', async () => {
  const { reference, secret } = await submit(program.url, 'en', { phone: freshPhone() });
  const visitor = await signIn(freshPhone());
  await visitor.get('/track');
  expect(await visitor.post('/track', { reference, secret })).toMatchObject({ status: 303 });
  expect((await visitor.get('/requests')).text).toContain(reference);
});
