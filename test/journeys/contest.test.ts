import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { getState } from '../../src/definition/service.ts';
import { newPage, openBrowser } from '../world/browser.ts';
import { goOn, signIn, submit } from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';
import { permit } from '../world/service.ts';

let browser: Browser;
let program: TestProgram;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const label = (state: string, locale: (typeof locales)[number]) => getState(permit, state).label[locale];

test.each(locales)(
  'a refusal is read with its reason, contested, and decided by another agent (%s)',
  async (locale) => {
    const { reference, secret } = await submit(program.url, locale);
    const [agent, colleague] = [
      await signIn(program.url, 'agent@demo.diwan'),
      await signIn(program.url, 'agent2@demo.diwan'),
    ];
    await agent(reference, 'reject', { explanation: 'الزيارات غير مسموح بها' });

    const page = await newPage(browser, { locale, javaScript: false });
    await page.goto(`${program.url}/track`);
    await page.fill('[name=reference]', reference.toLowerCase().replaceAll('-', ' '));
    await page.fill(
      '[name=secret]',
      secret.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    );
    await goOn(page);
    expect(new URL(page.url()).pathname).toBe(`/track/${reference}`);
    expect(await page.locator('h1').innerText()).toBe(label('rejected', locale));
    expect(await page.locator('.status').innerText()).toContain('الزيارات غير مسموح بها');

    await page.locator(`a[href="/track/${reference}/actions/contest"]`).click();
    expect(await page.locator('main').innerText()).toContain('الزيارات غير مسموح بها');
    await page.fill('[name=grounds]', 'والدتي مريضة');
    await goOn(page);
    expect(await page.locator('h1').innerText()).toBe(label('contested', locale));

    await expect(agent(reference, 'approve')).rejects.toThrow('403');
    await colleague(reference, 'approve');
    await page.goto(`${program.url}/track/${reference}`);
    expect(await page.locator('h1').innerText()).toBe(label('approved', locale));
    await page.context().close();
  },
);

test('who gives up a request is told that this is for good, and cannot do more with it', async () => {
  const { reference, secret } = await submit(program.url, 'ar');
  const page = await newPage(browser, { javaScript: false });
  await page.goto(`${program.url}/o/${reference}/${secret.replaceAll(' ', '')}`);
  await page.locator(`a[href="/track/${reference}/actions/withdraw"]`).click();
  await goOn(page);
  expect(await page.locator('h1').innerText()).toBe(label('withdrawn', 'ar'));
  expect(await page.locator('a[href*="/actions/"]').count()).toBe(0);
  await page.goto(`${program.url}/track/${reference}/actions/withdraw`);
  expect(new URL(page.url()).pathname).toBe(`/track/${reference}`);
  await page.context().close();
});

test('a phone that others use forgets a request, and asks for the secret again', async () => {
  const { reference, secret } = await submit(program.url, 'ar');
  const page = await newPage(browser, { javaScript: false });
  await page.goto(`${program.url}/o/${reference}/${secret.replaceAll(' ', '')}`);
  expect(page.url()).toBe(`${program.url}/track/${reference}`);
  await page.locator('.forget button').click();
  for (const path of ['', '/receipt', '/actions/withdraw']) {
    await page.goto(`${program.url}/track/${reference}${path}`);
    expect(new URL(page.url()).pathname).toBe('/track');
    expect(await page.inputValue('[name=reference]')).toBe(reference);
  }
  await page.context().close();
});
