import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayOf } from '../../src/base/calendar-day.ts';
import type { Locale } from '../../src/base/texts.ts';
import { openBrowser, screenshot } from '../world/browser.ts';
import { freshPhone, goOn, numbersOn } from '../world/citizen.ts';
import { visitAs } from '../world/clerk.ts';
import { fillPage } from '../world/fill-page.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import * as stories from '../world/story.ts';

/** Stories of many records at once, each from beginning to end in Arabic and in French, on a phone and at a desk. */
const { apiAs, citizenIn, importFile, look, press, staffIn, tableFor } = stories;
let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([openProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
const patience = { timeout: 20_000 };
const tell = (locale: Locale, width: number): stories.Telling => ({ browser, url: program.url, locale, width });

describe('the laboratory reports its results in a file, and the municipality sees its cases', () => {
  test.each(stories.frenchOnPhone)('in %s at %i pixels', async (locale, width) => {
    const telling = tell(locale, width);
    const lab = await staffIn(telling, 'lab');
    const address = `${program.url}/staff/services/covid-case/import`;
    // oxfmt-ignore
    const result = (name: string, town: string, day: string, number: number) => [
      name, locale === 'ar' ? 'ذكر' : 'Masculin', '12/4/1961', '', `03 ${width + number}`.padEnd(9, '7'), town, '',
      locale === 'ar' ? 'PCR' : 'Test PCR', locale === 'ar' ? 'إيجابية' : 'Positif', day,
      locale === 'ar' ? 'مخالطة مصاب' : 'Contact avec une personne infectée',
      'Laboratoire médical de la Citadelle - Saïda', `${locale}-${number}`,
    ];
    const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Beirut' }).format(new Date());
    const text = await tableFor(lab, address, telling, [
      result('سعيد القواص', 'صيدا', today, 1),
      result('Rana Bizri', 'Saida', today, 2),
      result('Nada Solh', 'Sayda', today, 3),
      result('Omar Zaatari', 'Saïda', today, 4),
      result('Walid Hariri', 'Beit', today, 5),
      result('Hani Qasim', 'Saida', '31/2/2026', 6),
    ]);
    await lab.goto(`${program.url}/staff/import`);
    await look(lab, 'lab-choice', telling);
    await importFile(lab, address, text, () => look(lab, 'lab-check', telling));
    await look(lab, 'lab-done', telling);
    const wrong = await (await lab.request.get(`${lab.url()}/wrong-rows/csv`)).text();
    expect(wrong.trim().split('\r\n')).toHaveLength(3);
    const corrected = wrong.replace(',Beit,', ',Saida,').replace('31/2/2026', today);
    await importFile(lab, address, corrected, async () => undefined);
    expect(await (await lab.request.get(`${lab.url()}/progress`)).json()).toMatchObject({ made: 2, wrong: 0 });
    await lab.context().close();

    const municipality = await staffIn(telling, 'crisis.saida');
    await municipality.goto(`${program.url}/staff?service=covid-case`);
    for (const name of ['سعيد القواص', 'Rana Bizri', 'Nada Solh', 'Omar Zaatari', 'Walid Hariri', 'Hani Qasim'])
      expect(await municipality.locator('main').innerText()).toContain(name);
    await look(municipality, 'lab-municipality', telling);
    await municipality.context().close();
  });
});

describe('the municipality enters forty needs, sees them on a map, and sends them to ministries at once', () => {
  test.each(stories.arabicOnPhone)('in %s at %i pixels', async (locale, width) => {
    const telling = tell(locale, width);
    const clerk = await staffIn(telling, 'clerk.saida');
    const address = `${program.url}/staff/services/municipal-need/import`;
    const title = locale === 'ar' ? 'حاجة' : 'Besoin';
    const urgencies = locale === 'ar' ? ['عاجلة', 'عالية', 'متوسطة'] : ['urgent', 'high', 'medium'];
    // oxfmt-ignore
    const needs = Array.from({ length: 40 }, (_, index) => [
      `${title} ${index + 1}`, 'water', 'Saida', 'energy-ministry', 'شبكة قديمة', String(100 + index),
      urgencies[index % 3] ?? '', 'ضرر', String(1000 + index), 'estimate', '0',
      `${33.55 + index / 10_000}, ${35.37 + index / 10_000}`, 'ندى البزري', '07 720 001',
    ]);
    const names =
      'title,sector,municipality,ministry,description,beneficiaries,urgency,harm,cost,cost_basis,own_share,spot,contact_name,contact_phone';
    const text = [names, ...needs.map((row) => row.map((cell) => `"${cell}"`).join())].join('\r\n');
    await importFile(clerk, address, text, () => look(clerk, 'needs-check', telling));
    await look(clerk, 'needs-done', telling);
    await clerk.goto(`${program.url}/staff?service=municipal-need&q=${encodeURIComponent(`${title} 40`)}`);
    await look(clerk, 'needs-list', telling);
    await clerk.goto(`${program.url}/staff?service=municipal-need&show=map`);
    await look(clerk, 'needs-map', telling);

    await clerk.goto(`${program.url}/staff?service=municipal-need&state=registered`);
    await press(clerk, '#bulk button[name=all]');
    await clerk.locator('[name=action][value="municipal-need/send"]').check();
    await look(clerk, 'needs-bulk', telling);
    await press(clerk, 'main form .actions button:not([name])');
    await look(clerk, 'needs-preview', telling);
    await press(clerk, 'main form .actions button:not([name])');
    await expect
      .poll(async () => (await clerk.goto(clerk.url()), await clerk.locator('main progress').count()), patience)
      .toBe(0);
    await look(clerk, 'needs-sent', telling);
    await clerk.context().close();
    const ministry = await visitAs(program.url, 'needs.energy');
    const { text: list } = await ministry.get('/staff/export/csv?service=municipal-need&state=studied');
    for (const [name] of needs) expect(list).toContain(name);
  });
});

describe('an employer sends the tests of 300 employees, sends one anew, and gets the certificate', () => {
  test.each(stories.frenchOnPhone)('in %s at %i pixels', async (locale, width) => {
    const telling = tell(locale, width);
    const today = dayOf(new Date(), 'Asia/Beirut');
    const [year, month, day] = today.split('-');
    const words = locale === 'ar' ? ['سلبية', 'إيجابية', 'عامل'] : ['Négatif', 'Positif', 'Salarié'];
    const employees = Array.from({ length: 300 }, (_, index) => [
      `${words[2]} ${index + 1}`,
      '',
      words[index === 120 ? 1 : 0] ?? '',
      index === 7 ? '31/2/2026' : `${day}/${month}/${year}`,
    ]);
    const employer = await citizenIn(telling);
    await employer.goto(`${program.url}/services/business-reopening?lang=${locale}`);
    await look(employer, 'employer-service', telling);
    const form = `${program.url}/services/business-reopening/form`;
    const answer = async (page: string, inputs: Readonly<Record<string, string>>, places = {}) => {
      await employer.goto(`${form}/${page}`);
      await fillPage(employer, { inputs, words: places });
      await Promise.all([left(page), goOn(employer)]);
    };
    /** Types, and presses while there is no line, or while the line breaks: what was typed is there again. */
    const overABrokenLine = async (page: string, name: string, text: string) => {
      await employer.goto(`${form}/${page}`);
      await employer.fill(`[name=${name}]`, text);
      await employer.context().setOffline(true);
      await employer.locator('main form .actions button').first().click();
      await employer.waitForSelector('[data-line]:not([hidden])');
      await employer.context().setOffline(false);
      // What was sent never arrives, and no page comes.
      await employer.route('**/form/*', (route) => route.fulfill({ status: 204 }), { times: 1 });
      await Promise.all([employer.waitForResponse('**/form/*', patience), goOn(employer)]);
      await employer.goto(`${form}/${page}`);
      await look(employer, 'employer-line', telling);
      expect(await employer.inputValue(`[name=${name}]`)).toBe(text);
    };
    const left = (page: string) => employer.waitForURL(({ pathname }) => !pathname.endsWith(`/form/${page}`), patience);
    const company = locale === 'ar' ? 'معمل الصنوبر' : 'Ateliers du Pin';
    await answer(
      'company',
      { company, register_number: '2012345', sector: 'industry', place: 'LB-JA-SAI-001', street: 'المنطقة الصناعية' },
      { place: 'صيدا' },
    );
    if (width < 600) await overABrokenLine('contact', 'contact_name', 'رامي شاهين');
    await answer('contact', { contact_name: 'رامي شاهين', phone: freshPhone() });
    await employer.goto(`${form}/employees`);
    await look(employer, 'employer-table', telling);
    // On the phone the cells are pasted, at the desk the file comes under the headings that were offered.
    const take = () =>
      Promise.all([employer.waitForEvent('load', patience), employer.click('[name="employees.take"]')]);
    if (width < 600) {
      await employer.fill('[name="employees.table"]', employees.map((row) => row.join('\t')).join('\n'));
    } else {
      const headings = await employer.request.get(
        new URL((await employer.locator('.templates a').last().getAttribute('href')) ?? '', form).href,
      );
      const text = [(await headings.text()).trim(), ...employees.map((row) => row.join())].join('\r\n');
      const file = { name: 'employees.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await employer.setInputFiles('[name="employees.sheet"]', file);
    }
    await take();
    const rest = await employer.inputValue('[name="employees.table"]');
    expect(rest.trim().split('\n').at(-1)).toContain('31/2/2026');
    if (process.env['SCREENSHOTS']) await screenshot(employer, `story-employer-rows-${locale}-${width}`);
    await employer.fill('[name="employees.table"]', rest.replace('31/2/2026', today));
    await take();
    // The row that was corrected came last.
    expect(await employer.locator('#row-employees-299').count()).toBe(1);
    await Promise.all([left('employees'), goOn(employer)]);
    await answer('counted', {});
    await answer('measures', {
      'measures.is.masks': 'masks',
      'measures.is.distance': 'distance',
      most_people: '300',
      'opening_from.day': day ?? '',
      'opening_from.month': month ?? '',
      'opening_from.year': year ?? '',
    });
    await answer('promise', { promise: 'yes' });
    await press(employer, 'main .actions a.ds-button');
    await look(employer, 'employer-check', telling);
    await goOn(employer);
    const { reference, secret } = await numbersOn(employer);
    await employer.goto(`${program.url}/track/${reference}`);
    await look(employer, 'employer-asked', telling);
    await press(employer, 'a[href*="/actions/send_new_tests"]');
    const row = employer.locator('#row-employees-119');
    await employer.locator('details.bundle:has(#row-employees-119) > summary').click();
    await row.locator('summary').first().click();
    await row.locator('[value=negative]').check();
    await goOn(employer);
    for (const [person, task] of [
      ['health', 'health_review'],
      ['economy', 'economy_review'],
    ] as const)
      await (await apiAs(program.url, person)).act(reference, task, { outcome: 'approved' });
    const record = await fetch(`${program.url}/api/v1/records/${reference}`, {
      headers: { 'x-record-secret': secret },
    });
    expect(await record.json()).toMatchObject({ state: 'approved', documents: [{ kind: 'certificate' }] });
    await employer.goto(`${program.url}/track/${reference}`);
    await look(employer, 'employer-certificate', telling);

    // A month later the names are there already, and the table brings the results.
    await press(employer, 'form[action$="/again"] button');
    await employer.goto(`${form}/employees`);
    expect(await employer.inputValue('[name="employees.299.name"]')).toContain(words[2]);
    await employer.locator('.row-table summary').click();
    await employer.fill('[name="employees.table"]', employees.map((row) => row.join(';')).join('\n'));
    await take();
    expect((await employer.locator('.row-table .notice').innerText()).match(/\d+/g)).toEqual(['299']);
    await employer.context().close();
  });
});
