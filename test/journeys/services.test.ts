import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../src/base/paths.ts';
import { createPhoneReader } from '../../src/base/phone.ts';
import { expressionValues, shownFields, validate } from '../../src/form/validate.ts';
import type { World } from '../../src/form/world.ts';
import { loadCountry } from '../../src/territory/country.ts';
import { readDeclaredTerritory } from '../../src/territory/declared-territory.ts';
import { createTerritory } from '../../src/territory/territory.ts';
import { storyData } from '../../src/definition/stories.ts';
import { createApiPlayer } from '../world/api-player.ts';
import { openBrowser } from '../world/browser.ts';
import { createBrowserPlayer } from '../world/browser-player.ts';
import { playJourney, readServices, type ServiceJourneys } from '../world/journey.ts';
import { type OpenProgram, openProgram } from '../world/open-program.ts';

/** Every service's journeys, by API and in a browser, with and without scripts; together they reach all that is declared. */
// A folder under way can be tried with DIWAN_SERVICES and DIWAN_COUNTRY, as the program itself.
const servicesFolder = process.env['DIWAN_SERVICES'] ?? inProject('services');
const countryFolder = process.env['DIWAN_COUNTRY'] ?? inProject('country');
const country = loadCountry(countryFolder);
const { places, institutions } = readDeclaredTerritory(countryFolder, country);
const territory = createTerritory(places, institutions);
const readPhone = createPhoneReader(country.code);

let program: OpenProgram;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([
    openProgram({ DIWAN_SERVICES: servicesFolder, DIWAN_COUNTRY: countryFolder }),
    openBrowser(),
  ]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

const world = (): World => ({
  now: program.now(),
  timeZone: country.timeZone,
  currency: country.currency,
  findPlace: territory.findPlace,
  findInstitution: territory.findInstitution,
  readPhone,
});

/** The pages of the form that a journey's answers make it ask. */
const pagesReached = ({ service, journeys }: ServiceJourneys): ReadonlySet<string> => {
  const now = new Date();
  const fields = [...service.fields.values()];
  return new Set(
    journeys.flatMap(({ data }) => {
      const sent = storyData(data, now, country.timeZone);
      const { answers } = validate(fields, sent, {
        now,
        timeZone: country.timeZone,
        currency: country.currency,
        findPlace: territory.findPlace,
        findInstitution: territory.findInstitution,
        readPhone,
      });
      const shown = new Set(shownFields(fields, answers, now, expressionValues(fields, answers)));
      return [...service.pages, ...service.laterPages]
        .filter((page) => page.fields.some((field) => shown.has(field)))
        .map(({ name }) => name);
    }),
  );
};

describe.each(readServices(servicesFolder).map((each) => [each.service.id, each] as const))('%s', (_id, each) => {
  const { service, journeys } = each;
  const states = new Set<string>();
  const actions = new Set<string>();

  test('has journeys', () => expect(journeys.length).toBeGreaterThan(0));

  test.each(journeys.map((journey) => [journey.journey, journey] as const))('by API: %s', async (_name, journey) => {
    const reached = await playJourney(program, service, journey, createApiPlayer(program, service.id));
    for (const state of reached.states) states.add(state);
    for (const action of reached.actions) actions.add(action);
  });

  test('journeys reach every page, state and action', () => {
    expect([...pagesReached(each)].toSorted()).toEqual(
      [...service.pages, ...service.laterPages].map(({ name }) => name).toSorted(),
    );
    expect([...states].toSorted()).toEqual([...service.states.keys()].toSorted());
    expect([...actions].toSorted()).toEqual([...service.actions.keys()].toSorted());
  });

  describe.each([
    { locale: 'ar', javaScript: true, width: 360 },
    { locale: 'fr', javaScript: false, width: 360 },
  ] as const)('in a browser ($locale, scripts: $javaScript)', (options) => {
    test.each(journeys.map((journey) => [journey.journey, journey] as const))('%s', async (_name, journey) => {
      const player = createBrowserPlayer(program, browser, service, world, options);
      try {
        await playJourney(program, service, journey, player);
      } finally {
        await player.close();
      }
    });
  });
});
