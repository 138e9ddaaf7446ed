import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from '../world/browser.ts';
import { fillApplicant, freshPhone, service } from '../world/citizen.ts';
import { startProgram, type TestProgram } from '../world/program.ts';

let browser: Browser;
let program: TestProgram;

beforeAll(async () => {
  [program, browser] = await Promise.all([startProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test.each([true, false])('a form is continued on another device by its link (scripts: %s)', async (javaScript) => {
  const phone = await newPage(browser, { locale: 'ar', javaScript });
  await phone.goto(`${program.url}/services/${service}/form`);
  await fillApplicant(phone, 'ليلى حدّاد', freshPhone());
  await phone.locator(`a[href="/services/${service}/later"]`).click();
  expect(await phone.locator('.qr svg').count()).toBe(1);
  const link = (await phone.locator('a.code').getAttribute('href')) ?? '';
  expect(link).toMatch(/\/resume\/[0-9a-f-]{36}$/);

  const office = await newPage(browser, { locale: 'fr', width: 1280, javaScript });
  await office.goto(link);
  // Nothing is taken over by following a link that anybody may have sent.
  expect(await office.context().cookies()).not.toContainEqual(expect.objectContaining({ name: `draft-${service}` }));
  await office.locator('main form button').click();
  await office.waitForLoadState();
  expect(new URL(office.url()).pathname).toBe(`/services/${service}/form/trip`);
  await office.goto(`${program.url}/services/${service}/form/applicant`);
  expect(await office.inputValue('[name=full_name]')).toBe('ليلى حدّاد');
  for (const page of [phone, office]) await page.context().close();
});

test("a form of one's own is not given up for a link that somebody sent", async () => {
  const attacker = await newPage(browser, { locale: 'en', javaScript: false });
  await attacker.goto(`${program.url}/services/${service}/form`);
  await fillApplicant(attacker, 'Mallory', freshPhone());
  await attacker.locator(`a[href="/services/${service}/later"]`).click();
  const link = (await attacker.locator('a.code').getAttribute('href')) ?? '';

  const victim = await newPage(browser, { locale: 'en', javaScript: false });
  await victim.goto(`${program.url}/services/${service}/form`);
  await fillApplicant(victim, 'Leila', freshPhone());
  await victim.goto(link);
  expect(await victim.locator('main').innerText()).toContain('can read what you write');
  // The link's secret is gone from the address, and stands nowhere on the page.
  expect(victim.url()).toBe(`${program.url}/services/${service}/resume`);
  expect(await victim.content()).not.toContain(link.split('/').at(-1));
  await victim.goto(`${program.url}/services/${service}/form/applicant`);
  expect(await victim.inputValue('[name=full_name]')).toBe('Leila');
  // Nor by a form of another site.
  await victim.goto(link);
  const forged = await victim.request.post(victim.url(), { form: {}, maxRedirects: 0 });
  expect(forged.status()).toBe(403);
  for (const page of [attacker, victim]) await page.context().close();
});

test('a link whose answers are gone says so, and nonsense leads nowhere', async () => {
  const page = await newPage(browser, { locale: 'en', javaScript: false });
  const gone = await page.goto(`${program.url}/services/${service}/resume/00000000-0000-4000-8000-000000000000`);
  expect(gone?.status()).toBe(404);
  expect(await page.locator('main').innerText()).toContain('no longer kept');
  expect((await page.goto(`${program.url}/services/${service}/resume/nonsense`))?.status()).toBe(404);
  await page.goto(`${program.url}/services/${service}/later`);
  expect(await page.locator('main').innerText()).toContain('have not filled in anything');
  await page.context().close();
});
