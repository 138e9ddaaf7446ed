import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { locales } from '../../src/base/texts.ts';
import { axe, openBrowser, sidewaysScroll } from '../world/browser.ts';
import { signInAt, visitAs } from '../world/clerk.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Entries of a register one below the other, as the demonstration's positions of Central Inspection are. */
let program: OpenProgram;
let browser: Browser;
const path = '/staff/services/civil-servant/tree';
const [head, holder, below, vacant] = [
  'رئيس التفتيش المركزي',
  'سامية الجميّل',
  'رئيس دائرة شؤون الموظفين',
  'مفتّش عام مالي',
];
beforeAll(async () => {
  [program, browser] = await Promise.all([openProgram(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test.each(['hr', 'unit.head', 'hr.board'])('%s sees who stands below whom, and nothing of the pay', async (person) => {
  const visitor = await visitAs(program.url, person);
  const { status, text } = await visitor.get(path);
  expect(status).toBe(200);
  for (const word of [head, holder, below, vacant]) expect(text).toContain(word);
  expect(text).not.toMatch(/46[ ,.]?000[ ,.]?000/);
  // The head is the only one at the top; each stands in the list once, as a link.
  const list = text.slice(text.indexOf('<ul class="tree">'));
  expect(list.indexOf(head)).toBeLessThan(list.indexOf(below));
  expect(list.match(/href="\/staff\/records\/CS-/g)).toHaveLength(14);
});

test('who sees no entry, and a service that is no tree, get nothing', async () => {
  const [agent, hr] = [await visitAs(program.url, 'agent'), await visitAs(program.url, 'hr')];
  expect((await agent.get(path)).status).toBe(404);
  for (const other of ['petition', 'municipal-measure', 'nothing'])
    expect((await hr.get(`/staff/services/${other}/tree`)).status).toBe(404);
  // An institution of which nothing is seen is not told from one that does not exist.
  for (const institution of ['health-ministry', 'nowhere'])
    expect((await hr.get(`${path}?institution=${institution}`)).text).toContain('<h1>Organigram: Central Inspection');
});

test.each(locales)(
  'in %s it is found from the list, stays on the page, and has nothing that axe finds',
  async (locale) => {
    const page = await signInAt(browser, program.url, 'hr', { locale, width: 360 });
    try {
      await page.goto(`${program.url}/staff?service=civil-servant`);
      await page.locator(`a[href="${path}"]`).click();
      await page.waitForURL(`${program.url}${path}`);
      expect(await page.locator('.tree-drawing svg rect').count()).toBe(14);
      expect(await page.locator('.tree-drawing svg rect[stroke-dasharray]').count()).toBe(2);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
    } finally {
      await page.context().close();
    }
  },
);
