import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { type Locale, locales } from '../../src/base/texts.ts';
import { axe, newPage, openBrowser, screenshot, sidewaysScroll } from '../world/browser.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Questions of every type, answered by people on a small phone: wrongly first, then as they write. */
let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([
    openProgram({ DIWAN_SERVICES: inProject('test', 'fixtures', 'services') }),
    openBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

interface Walk {
  readonly page: Page;
  readonly hasScript: boolean;
  readonly look: (name: string) => Promise<void>;
  readonly fill: (inputs: Readonly<Record<string, string>>) => Promise<void>;
  readonly goOn: () => Promise<void>;
}

const begin = async (locale: Locale, hasScript = true): Promise<Walk> => {
  const page = await newPage(browser, { locale, width: 360, javaScript: hasScript });
  const form = `${program.url}/services/field-trial/form`;
  await page.goto(`${form}?lang=${locale}`);
  return {
    page,
    hasScript,
    look: async (name) => {
      expect(await sidewaysScroll(page), name).toBe(0);
      if (!hasScript) return;
      expect(await axe(page), name).toEqual([]);
      await screenshot(page, `fields-${name}-${locale}-360`);
    },
    fill: async (inputs) => {
      for (const [name, value] of Object.entries(inputs)) await page.fill(`[name="${name}"]`, value);
    },
    goOn: async () => {
      await page.locator('main form .actions button:not([name])').first().click();
      await page.waitForLoadState('load');
    },
  };
};

const person = async ({ page, look, fill, goOn }: Walk): Promise<void> => {
  await fill({ 'who.ar': 'Rima', mail: 'rima@', card: '123' });
  await goOn();
  await look('person-wrong');
  expect(await page.inputValue('[name="card"]')).toBe('123');
  await fill({ 'who.ar': 'ريما خوري', 'who.latin': 'Rima Khoury', phone: '٠٣ ١٢٣ ٤٥٦', mail: 'Rima@Example.org' });
  await fill({ card: 'rl 123456', 'birth.day': '١٢', 'birth.month': '3', 'birth.year': '1985' });
  await goOn();
};

const shop = async ({ page, hasScript, look, fill, goOn }: Walk): Promise<void> => {
  await goOn();
  await look('shop-wrong');
  await fill({ 'home.line1': 'شارع رياض الصلح، بناية 7', 'home.postcode': '1600', 'built.year': '1985' });
  const search = page.locator('[name="home.place.search"]');
  await search.fill('saida');
  if (hasScript) {
    await page.locator('[role=option]').first().click();
  } else {
    await page.click('[name="home.place.find"]');
    await page.waitForLoadState('load');
    await page.locator('[name="home.place"]').first().check();
  }
  await page.check('[name=urgent][value=yes]');
  if (!hasScript) await goOn();
  await fill({ why: 'لأن الموسم يبدأ غدًا' });
  await goOn();
};

const costs = async ({ page, look, fill, goOn }: Walk): Promise<void> => {
  await fill({ people: '1.5', rent: 'abc', 'starts.year': '2020' });
  await goOn();
  await look('costs-wrong');
  await fill({ people: '١٢', area: '1.250,5', rent: '1.500.000', 'starts.year': '2050' });
  await page.check('[name=terms]');
  await goOn();
};

/** What stands in the check of the answers, in some of its rows. */
const checked: Readonly<Record<Locale, readonly string[]>> = {
  ar: ['ريما خوري (Rima Khoury)', 'RL-123456', '12 آذار 1985', '1600 صيدا', '1.250,5 م²', '1.500.000 ل.ل.', 'نعم'],
  fr: ['Rima Khoury (ريما خوري)', 'RL-123456', '12 mars 1985', '1600 Saïda', '1 250,5 m²', '1 500 000 £LB', 'Oui'],
  en: ['Rima Khoury (ريما خوري)', 'RL-123456', '12 March 1985', '1600 Saida', '1,250.5 m²', 'LBP 1,500,000', 'Yes'],
};

const plain = (text: string): string => text.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ');

describe.each(locales)('questions of every type in %s', (locale) => {
  test('are answered on a small phone, with nothing that axe finds', async () => {
    const walk = await begin(locale);
    await person(walk);
    await shop(walk);
    await costs(walk);
    await walk.look('check');
    const answers = plain(await walk.page.locator('main dl').innerText());
    for (const words of checked[locale]) expect(answers).toContain(words);
    await walk.goOn();
    expect(walk.page.url()).toContain('/receipt');
    await walk.page.context().close();
  });
});

test('questions of every type are answered without a script', async () => {
  const walk = await begin('ar', false);
  await person(walk);
  await shop(walk);
  await costs(walk);
  const answers = plain(await walk.page.locator('main dl').innerText());
  for (const words of checked.ar) expect(answers).toContain(words);
  await walk.goOn();
  expect(walk.page.url()).toContain('/receipt');
  await walk.page.context().close();
});
