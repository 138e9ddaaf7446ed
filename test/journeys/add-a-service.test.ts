import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { locales } from '../../src/base/texts.ts';
import { readLand } from '../../src/author/land.ts';
import { createPhoneReader } from '../../src/base/phone.ts';
import { createApiPlayer } from '../world/api-player.ts';
import { createBrowserPlayer } from '../world/browser-player.ts';
import { browserScreens } from '../world/screen.ts';
import { newPage, openBrowser } from '../world/browser.ts';
import { signInAt } from '../world/clerk.ts';
import { playJourney, readServices } from '../world/journey.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Follows docs/add-a-service.md word for word: writes its files, runs its commands, sends what it says. */
const tutorial = readFileSync(inProject('docs', 'add-a-service.md'), 'utf8');
const blocks = [...tutorial.matchAll(/^```(\w+) ?(\S*)\n(.*?)^```$/gms)].map(([, language, file, text = '']) => ({
  language,
  file: file ?? '',
  text,
}));
const blocksOf = (language: string) => blocks.filter((block) => block.language === language);

const place = mkdtempSync(join(tmpdir(), 'diwan-tutorial-'));
const services = join(place, 'services');
for (const { file, text } of blocks.filter((block) => block.file !== '')) {
  mkdirSync(dirname(join(place, file)), { recursive: true });
  writeFileSync(join(place, file), text);
}
const [tutored] = readServices(services);
if (!tutored) throw new Error('the tutorial writes no service');
const { service, journeys } = tutored;

/** Runs `npx diwan …` where the tutorial stands; gives what it prints, without the time that it took. */
const diwan = (...words: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [inProject('scripts', 'diwan.mjs'), ...words], {
    cwd: place,
    env: { ...process.env, DIWAN_SERVICES: services },
    encoding: 'utf8',
  });
  // How long it took and in which folder the country lies differ from one machine to the next.
  const said = (stdout + stderr).replace(/ \(\d+\.\d+ s\)\nChecked against .+\n$/, '\n');
  return { said, status };
};

let program: OpenProgram;
let browser: Browser;
const asked = [
  'depth integer: العمق | Profondeur | Depth',
  'town place: البلدة | Commune | Town',
  'since date: منذ متى؟ | Depuis quand ? | Since when?',
  'shared yes-no: هل هو مشترك؟ | Est-il partagé ? | Is it shared?',
  'mail email: البريد الإلكتروني | Courriel | E-mail',
];
beforeAll(async () => {
  const made = diwan('new', 'well-permit', '--yes', '--ask', asked.join('; '));
  if (made.status !== 0) throw new Error(made.said);
  [program, browser] = await Promise.all([openProgram({ DIWAN_SERVICES: services }), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
  rmSync(place, { recursive: true, force: true });
});

test('the service is said in fewer than a hundred lines', () => {
  const declared = blocks.filter(({ file }) => /(service|texts\.\w+)\.yaml$/.test(file));
  expect(declared).toHaveLength(1 + locales.length);
  const lines = declared.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== '');
  expect(lines.length).toBeLessThan(100);
});

test('the check finds it right, and finds the mistake that is made on purpose', () => {
  const [right, wrong] = blocksOf('text');
  const command = /npx diwan (check \S+)/.exec(tutorial)?.[1]?.split(' ') ?? [];
  expect(diwan(...command)).toEqual({ said: right?.text, status: 0 });
  const [, mistake = '', instead = ''] = /write `([^`]+)` instead of `([^`]+)`/.exec(tutorial) ?? [];
  const file = join(services, service.id, 'service.yaml');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(instead);
  writeFileSync(file, text.replace(instead, mistake));
  expect(diwan(...command)).toEqual({ said: wrong?.text, status: 1 });
  writeFileSync(file, text);
});

test('it explains itself', () => {
  const command = /npx diwan (explain [^\n]+)/.exec(tutorial)?.[1]?.split(' ') ?? [];
  expect(diwan(...command).status).toBe(0);
  expect(readFileSync(join(place, 'explained', `${service.id}.ar.svg`), 'utf8')).toContain('<svg');
});

test('what the tutorial sends is answered at once with the voucher', async () => {
  const body = blocksOf('json')[0]?.text ?? '';
  const path = /to `(\/api\/v1\/\S+)`/.exec(tutorial)?.[1] ?? '';
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(program.url + path, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ state: 'approved', documents: [{ kind: 'voucher' }] });
});

test.each(locales)('it is on offer in %s', async (locale) => {
  const page = await newPage(browser, { locale, javaScript: false });
  await page.goto(program.url);
  await page.locator(`a[href="/services/${service.id}"]`).click();
  expect(await page.locator('h1').innerText()).toBe(service.texts.title[locale]);
  await page.context().close();
});

describe('its journeys', () => {
  const states = new Set<string>();
  const actions = new Set<string>();
  test.each(journeys.map((journey) => [journey.journey, journey] as const))('%s', async (_name, journey) => {
    const reached = await playJourney(program, service, journey, createApiPlayer(program, service.id));
    for (const state of reached.states) states.add(state);
    for (const action of reached.actions) actions.add(action);
  });
  test('reach every state and action', () => {
    expect([...states].toSorted()).toEqual([...service.states.keys()].toSorted());
    expect([...actions].toSorted()).toEqual([...service.actions.keys()].toSorted());
  });
});

test.each([
  ['ar', true],
  ['fr', false],
] as const)('it is asked for by the form in %s (scripts: %s), and decided at the desk', async (locale, javaScript) => {
  const { country, territory } = readLand({ countryFolder: inProject('country') });
  const world = () => ({
    now: program.now(),
    timeZone: country.timeZone,
    currency: country.currency,
    findPlace: territory.findPlace,
    findInstitution: territory.findInstitution,
    readPhone: createPhoneReader(country.code),
  });
  const options = { locale, javaScript, width: 360 };
  const drawn = browserScreens(browser);
  const screens = { screens: drawn, desks: drawn };
  const player = createBrowserPlayer(program, screens, service, world, options, new Map());
  for (const journey of journeys.slice(0, javaScript ? 1 : 3)) await playJourney(program, service, journey, player);
});

test('a service that "diwan new" wrote works as its own journeys say', async () => {
  const made = readServices(services).find((each) => each.service.id === 'well-permit');
  if (!made) throw new Error('nothing was written');
  const states = new Set<string>();
  for (const journey of made.journeys) {
    const reached = await playJourney(program, made.service, journey, createApiPlayer(program, made.service.id));
    for (const state of reached.states) states.add(state);
  }
  expect([...states].toSorted()).toEqual([...made.service.states.keys()].toSorted());
});

test('what waits stands on the worklist of the clerk, and of the head when its time has passed', async () => {
  const sent = await createApiPlayer(program, service.id).submit(journeys[1] ?? ({} as never), journeys[1]?.data ?? {});
  if ('refused' in sent) throw new Error(JSON.stringify(sent.refused));
  const read = async () => {
    const answer = await fetch(`${program.url}/api/v1/records/${sent.reference}`, {
      headers: { 'x-record-secret': sent.secret },
    });
    return (await answer.json()) as { due_at: string | null; escalated: boolean };
  };
  const { due_at: due, escalated } = await read();
  expect(escalated).toBe(false);
  const clerk = await signInAt(browser, program.url, 'fuel-clerk');
  expect(await clerk.locator('main').innerText()).toContain(sent.reference);
  await clerk.context().close();
  program.pass(Date.parse(due ?? '') - +program.now() + 60_000);
  await expect.poll(read, { timeout: 20_000 }).toMatchObject({ escalated: true });
});
