import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getState } from '../../src/definition/service.ts';
import { newPage, openBrowser, sidewaysScroll } from '../world/browser.ts';
import {
  chooseReason,
  fillApplicant,
  fillForm,
  fillTimes,
  fillTrip,
  freshPhone,
  goOn,
  numbersOn,
  service,
  signIn,
} from '../world/citizen.ts';
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

/** An old phone: 360 pixels wide. A page that sticks out or a script that fails is a failure of the journey. */
const onPhone = async (
  locale: 'ar' | 'fr',
  javaScript: boolean,
  journey: (page: Page) => Promise<void>,
): Promise<void> => {
  const page = await newPage(browser, { locale, width: 360, javaScript });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && faults.push(message.text()));
  page.on(
    'load',
    () =>
      void sidewaysScroll(page).then(
        (pixels) => pixels > 0 && faults.push(`${page.url()} sticks out by ${pixels} pixels`),
        () => undefined,
      ),
  );
  try {
    await journey(page);
    expect(faults).toEqual([]);
  } finally {
    await page.context().close();
  }
};

const label = (state: string, locale: 'ar' | 'fr') => getState(permit, state).label[locale];
const heading = (page: Page) => page.locator('h1').innerText();

describe.each([
  { locale: 'ar', javaScript: true },
  { locale: 'ar', javaScript: false },
  { locale: 'fr', javaScript: true },
  { locale: 'fr', javaScript: false },
] as const)('on a phone in $locale, with scripts: $javaScript', ({ locale, javaScript }) => {
  test('somebody who is ill gets a permit at once, with its code and its paper', () =>
    onPhone(locale, javaScript, async (page) => {
      await fillForm(page, program.url, { reason: 'medical' });
      await goOn(page);
      expect(await heading(page)).toBe(label('approved', locale));
      expect(await page.locator('html').getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
      const { reference, secret } = await numbersOn(page);
      expect(reference).toMatch(/^MP-\d{4}-\d{4}$/);
      expect(secret).toMatch(/^\d{4} \d{4} \d{4}$/);
      expect(await page.locator('.document svg[role=img]').count()).toBe(1);
      const address = await page.locator('.document a').getAttribute('href');
      const paper = await page.request.get(program.url + address);
      expect(paper.headers()['content-type']).toBe('application/pdf');
      expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }));

  test('another reason is asked for in words, and waits for an agent, whose question is answered', () =>
    onPhone(locale, javaScript, async (page) => {
      await fillForm(page, program.url, { reason: 'other', explanation: 'والدتي وحدها في البيت' });
      await goOn(page);
      expect(await heading(page)).toBe(label('submitted', locale));
      const { reference } = await numbersOn(page);
      const agent = await signIn(program.url, 'agent@demo.diwan');
      await agent(reference, 'ask', { question: 'ما عنوان والدتك؟' });

      await page.locator(`a[href="/track/${reference}"]`).click();
      expect(await heading(page)).toBe(label('asked', locale));
      expect(await page.locator('.status').innerText()).toContain('ما عنوان والدتك؟');
      await page.locator(`a[href="/track/${reference}/actions/answer"]`).click();
      await goOn(page);
      expect(await page.locator('.ds-error-summary').count()).toBe(1);
      await page.fill('[name=answer]', 'حي الوسطاني');
      await goOn(page);
      expect(await heading(page)).toBe(label('submitted', locale));
      expect(await page.locator('.timeline').innerText()).toContain('حي الوسطاني');

      await agent(reference, 'approve');
      await page.reload();
      expect(await heading(page)).toBe(label('approved', locale));
      expect(await page.locator('.document').count()).toBe(1);
    }));

  test('what was typed wrongly is kept, and the same words stand above and beside it', () =>
    onPhone(locale, javaScript, async (page) => {
      await page.goto(`${program.url}/services/${service}/form`);
      await fillApplicant(page, 'Leïla', '+961 3 12');
      expect(await page.title()).toMatch(locale === 'ar' ? /^خطأ: / : /^Erreur\s:/);
      const summary = page.locator('.ds-error-summary li');
      expect(await summary.count()).toBe(1);
      expect(await page.locator('.ds-validation-message').innerText()).toBe(await summary.innerText());
      expect(await page.inputValue('[name=phone]')).toBe('+961 3 12');
      expect(await page.inputValue('[name=full_name]')).toBe('Leïla');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('problems');

      // In another language: still there, still wrong.
      await page.locator('.languages a[lang=en]').click();
      expect(await page.title()).toMatch(/^Error: /);
      expect(await page.inputValue('[name=phone]')).toBe('+961 3 12');
    }));

  test('digits may be Arabic, and a place that means several is chosen from a list', () =>
    onPhone(locale, javaScript, async (page) => {
      await page.goto(`${program.url}/services/${service}/form`);
      await fillApplicant(page, 'ليلى', '٠٣ ١٢٣ ٤٥٦');
      await fillTrip(page, 'صي', 'xyz');
      expect(await page.locator('.ds-error-summary li').count()).toBe(2);
      if (javaScript) {
        await page.locator('[name="origin.search"]').press('End');
        await page.locator('[name="origin.search"]').pressSequentially('دا');
        await page.locator('[role=option]').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        expect(await page.inputValue('[name="origin.search"]')).toBe(locale === 'ar' ? 'صيدا' : 'Saïda');
      } else {
        await page.locator('[name=origin][type=radio]').first().check();
      }
      await page.fill('[name="destination.search"]', 'Tripoli');
      await goOn(page);
      await chooseReason(page, 'food');
      await goOn(page);
      await fillTimes(page, 2);
      const answers = await page.locator('.summary').innerText();
      expect(answers).toContain('+961\u00a03\u00a0123\u00a0456');
      expect(answers).toContain(locale === 'ar' ? 'صيدا' : 'Saïda');

      // A change comes back to the check, and everything else is as it was.
      await page.locator('.change a[href*="/form/applicant"]').first().click();
      await page.fill('[name=phone]', freshPhone());
      await goOn(page);
      expect(new URL(page.url()).pathname).toBe(`/services/${service}/check`);
      expect(await page.locator('.summary').innerText()).toContain(locale === 'ar' ? 'طرابلس' : 'Tripoli');
    }));
});
