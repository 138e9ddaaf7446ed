import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../src/base/texts.ts';
import { openBrowser } from '../world/browser.ts';
import { freshPhone, goOn, numbersOn } from '../world/citizen.ts';
import { confirm, openAction } from '../world/clerk.ts';
import { fillPage } from '../world/fill-page.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';
import * as stories from '../world/story.ts';

/** Stories that begin outdoors, each from beginning to end in Arabic and in French, on a phone and at a desk. */
const { apiAs, citizenIn, look, press, staffIn } = stories;
let program: OpenProgram;
let browser: Browser;
let photo: Buffer;
beforeAll(async () => {
  [program, browser, photo] = await Promise.all([
    openProgram(),
    openBrowser(),
    sharp({ create: { width: 640, height: 480, channels: 3, background: '#b64' } })
      .jpeg()
      .toBuffer(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});
const tell = (locale: Locale, width: number): stories.Telling => ({ browser, url: program.url, locale, width });

describe('a dispatcher sees a reported fire on the map, sends a centre, and follows it until it is out', () => {
  test.each(stories.arabicOnPhone)('in %s at %i pixels', async (locale, width) => {
    const telling = tell(locale, width);
    const where = {
      inputs: { landmark: `${locale} ${crypto.randomUUID().slice(0, 6)}`, burning: 'forest', homes_near: 'yes' },
      words: { place: locale === 'ar' ? 'القبيات' : 'Qoubaiyat' },
    };
    const dispatcher = await staffIn(telling, 'fire.room');
    await dispatcher.goto(`${program.url}/staff?service=forest-fire&show=map`);

    const citizen = await citizenIn(telling);
    await citizen.goto(`${program.url}/services/forest-fire?lang=${locale}`);
    await look(citizen, 'fire-service', telling);
    await citizen.goto(`${program.url}/services/forest-fire/form`);
    const point = { 'point.lat': '34.5581', 'point.lon': '36.2791' };
    await fillPage(citizen, { inputs: { ...where.inputs, ...point }, words: {} });
    await citizen.fill('[name="place.search"]', where.words.place);
    await citizen.setInputFiles('[name="photos.new"]', { name: 'fire.jpg', mimeType: 'image/jpeg', buffer: photo });
    await look(citizen, 'fire-form', telling);
    await goOn(citizen);
    await citizen.fill('[name=phone]', freshPhone());
    await goOn(citizen);
    await look(citizen, 'fire-check', telling);
    await goOn(citizen);
    await look(citizen, 'fire-receipt', telling);
    const { reference } = await numbersOn(citizen);

    // The map that was open tells of it; with the next look it stands there.
    await dispatcher.locator('.live-bar a').click();
    await dispatcher.waitForLoadState('load');
    await look(dispatcher, 'fire-map', telling);
    expect(await dispatcher.locator('main').innerText()).toContain(reference);

    // Somebody calls about the same fire.
    await dispatcher.goto(`${program.url}/staff/services/forest-fire/new`);
    await look(dispatcher, 'fire-call', telling);
    await goOn(dispatcher);
    await fillPage(dispatcher, { inputs: where.inputs, words: {} });
    await dispatcher.fill('[name="place.search"]', where.words.place);
    await goOn(dispatcher);
    await dispatcher.fill('[name=phone]', freshPhone());
    await goOn(dispatcher);
    await goOn(dispatcher);
    const { reference: call } = await numbersOn(dispatcher);
    await openAction(dispatcher, program.url, call, 'same_fire');
    await dispatcher.fill('[name="first_report.search"]', reference);
    await look(dispatcher, 'fire-same', telling);
    await confirm(dispatcher);

    await dispatcher.goto(`${program.url}/staff/records/${reference}`);
    expect(await dispatcher.locator('main img').count()).toBeGreaterThan(0);
    await look(dispatcher, 'fire-reported', telling);
    await openAction(dispatcher, program.url, reference, 'send');
    const centre = dispatcher.locator('[name=institution]');
    expect(await centre.inputValue()).toBe('civil-defence-LB-AK-AKK');
    await centre.selectOption('civil-defence-LB-AS-MIN');
    await dispatcher.locator('main form [type=checkbox]').first().check();
    await look(dispatcher, 'fire-send', telling);
    await confirm(dispatcher);
    const back = dispatcher.locator('#actions a[href*="/actions/send"]');
    await look(dispatcher, 'fire-sent', telling);
    await back.click();
    await centre.selectOption('civil-defence-LB-AK-AKK');
    await dispatcher.locator('main form [type=checkbox]').first().check();
    await confirm(dispatcher);

    const chief = await apiAs(program.url, 'fire.akkar');
    await chief.act(reference, 'arrive', { situation: 'small' });
    await dispatcher.locator('.live-bar a').click();
    await dispatcher.waitForLoadState('load');
    await look(dispatcher, 'fire-fought', telling);
    await chief.act(reference, 'put_out', { burnt_area: 2.5, cause: 'negligence', homes_damaged: 0 });
    await dispatcher.locator('.live-bar a').click();
    await dispatcher.waitForLoadState('load');
    await look(dispatcher, 'fire-over', telling);
    expect(await dispatcher.locator('main').innerText()).toMatch(/2[.,٫]5/);
    await dispatcher.context().close();
    await citizen.goto(`${program.url}/track/${reference}`);
    await look(citizen, 'fire-out', telling);
    await citizen.context().close();
  });
});

describe('an institution’s readiness is assessed on a phone over a line that breaks, and becomes an approved plan', () => {
  test.each(stories.frenchOnPhone)('in %s at %i pixels', async (locale, width) => {
    const telling = tell(locale, width);
    const office = await apiAs(program.url, 'readiness');
    const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const { reference } = (await office.post('/services/readiness-assessment/submissions', {
      key: crypto.randomUUID(),
      channel: 'import',
      data: {
        institution: 'governorate-office-LB-JA',
        round: `${locale}-${crypto.randomUUID().slice(0, 4)}`,
        due_on: due,
      },
    })) as { reference: string };

    const inspector = await staffIn(telling, 'readiness.south');
    const begin = () => openAction(inspector, program.url, reference, 'fill');
    await inspector.goto(`${program.url}/staff/records/${reference}`);
    await look(inspector, 'readiness-record', telling);
    await begin();
    await look(inspector, 'readiness-tasks', telling);
    const todo = 'main ul.tasks li:has(.ds-tag[data-color=info]) a';
    const answerPage = async () => {
      const asked = await inspector
        .locator('main form [type=radio][value=no]')
        .evaluateAll((radios) => radios.map((each) => (each as HTMLInputElement).name));
      await fillPage(inspector, { inputs: Object.fromEntries(asked.map((name) => [name, 'no'])), words: {} });
    };
    await press(inspector, todo);
    await answerPage();
    await inspector.check('[name=i4_1][value=yes]');
    await inspector.fill(
      '[name=i4_1_evidence]',
      locale === 'ar' ? 'قرار معلّق في المدخل' : 'Décision affichée à l’entrée',
    );
    await inspector.setInputFiles('[name="i4_1_files.new"]', {
      name: 'wall.jpg',
      mimeType: 'image/jpeg',
      buffer: photo,
    });
    await look(inspector, 'readiness-page', telling);
    await goOn(inspector);
    await answerPage();
    await inspector.context().setOffline(true);
    await goOn(inspector).catch(() => undefined);
    await inspector.context().setOffline(false);
    await begin();
    // What was sent before is there; what the line swallowed is asked again.
    expect(await inspector.locator(todo).count()).toBe(4);
    while ((await inspector.locator(todo).count()) > 0) {
      await press(inspector, todo);
      await answerPage();
      await goOn(inspector);
      if (!inspector.url().includes('/actions/')) break;
      await begin();
    }
    await look(inspector, 'readiness-filled', telling);
    await openAction(inspector, program.url, reference, 'submit');
    await confirm(inspector);
    await inspector.context().close();

    const areas = [{ block: 'structure', area: 'إطار وطني', action_points: '4.1' }];
    await office.act(reference, 'prioritise', { areas });
    const manager = await staffIn(telling, 'readiness');
    await openAction(manager, program.url, reference, 'plan');
    const day = (moment: Date) => ({
      day: String(moment.getDate()),
      month: String(moment.getMonth() + 1),
      year: String(moment.getFullYear()),
    });
    const dates = Object.entries({ begin_on: new Date(), end_on: new Date(Date.now() + 90 * 86_400_000) });
    const inputs = {
      'matrix.0.area': 'إطار وطني',
      'matrix.0.outcome': 'لجنة وزارية مشتركة',
      'matrix.0.steps': 'إقرار مهام اللجنة',
      ...Object.fromEntries(
        dates.flatMap(([name, moment]) =>
          Object.entries(day(moment)).map(([part, value]) => [`matrix.0.${name}.${part}`, value]),
        ),
      ),
      'matrix.0.lead': 'interior-ministry',
    };
    const words = {
      'matrix.0.lead': locale === 'ar' ? 'وزارة الداخلية والبلديات' : 'Ministère de l’Intérieur et des Municipalités',
    };
    await fillPage(manager, { inputs, words });
    await look(manager, 'readiness-matrix', telling);
    await confirm(manager);
    await openAction(manager, program.url, reference, 'put_forward');
    await confirm(manager);
    await manager.context().close();

    const cabinet = await staffIn(telling, 'cabinet');
    await openAction(cabinet, program.url, reference, 'approve');
    await cabinet.fill('[name=decision]', '41/2026');
    await confirm(cabinet);
    await look(cabinet, 'readiness-approved', telling);
    expect(await cabinet.locator('main').innerText()).toContain('لجنة وزارية مشتركة');
    await cabinet.context().close();
  });
});
