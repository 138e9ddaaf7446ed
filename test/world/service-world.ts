import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { storyData } from '../../src/definition/stories.ts';
import { inProject } from '../../src/base/paths.ts';
import { createPhoneReader } from '../../src/base/phone.ts';
import { expressionValues, shownFields, validate } from '../../src/form/validate.ts';
import type { World } from '../../src/form/world.ts';
import { createBoundaries } from '../../src/territory/boundaries.ts';
import { loadCountry } from '../../src/territory/country.ts';
import { readDeclaredTerritory } from '../../src/territory/declared-territory.ts';
import { createTerritory } from '../../src/territory/territory.ts';
import { type BrowserOptions, openBrowser } from './browser.ts';
import { createBrowserPlayer } from './browser-player.ts';
import { playJourney, readServices, type ServiceJourneys } from './journey.ts';
import { type OpenProgram, openProgram } from './open-program.ts';
import { plainScreens } from './plain-screen.ts';
import { browserScreens, type Screen, type Screens } from './screen.ts';

// A folder under way can be tried with DIWAN_SERVICES and DIWAN_COUNTRY, as the program itself.
export const servicesFolder = process.env['DIWAN_SERVICES'] ?? inProject('services');
const countryFolder = process.env['DIWAN_COUNTRY'] ?? inProject('country');
const country = loadCountry(countryFolder);
const { places, institutions } = readDeclaredTerritory(countryFolder, country);
const territory = createTerritory(places, institutions, createBoundaries(places));
const readPhone = createPhoneReader(country.code);

/** The world as it is where the program runs. */
export const worldOf = (program: OpenProgram): World => ({
  now: program.now(),
  timeZone: country.timeZone,
  currency: country.currency,
  findPlace: territory.findPlace,
  boundaries: territory.boundaries,
  findInstitution: territory.findInstitution,
  readPhone,
});

/** The pages of the form that a journey's answers make it ask. */
export const pagesReached = ({ service, journeys }: ServiceJourneys): ReadonlySet<string> => {
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
        boundaries: territory.boundaries,
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

interface PlayOptions extends BrowserOptions {
  /**
   * Whether a browser draws this service's pages for those who fill its forms; else it only reads them and sends what they
   * ask for, as it does for all that civil servants do with a record afterwards: journeys of the desk draw that.
   */
  readonly isDrawn: (service: string) => boolean;
  /** Of how many files that share the services this one is which, counted from 0. */
  readonly share?: { readonly file: number; readonly of: number };
}

/** Tests that play every journey of every service as people do; files of them run side by side. */
export const playInBrowser = ({ isDrawn, share = { file: 0, of: 1 }, ...options }: PlayOptions): void => {
  let program: OpenProgram;
  let browser: Browser;
  let [drawn, plain]: Screens[] = [];
  const places = new Map<string, Screen>();
  beforeAll(async () => {
    [program, browser] = await Promise.all([openProgram(), openBrowser()]);
    [drawn, plain] = [browserScreens(browser), await plainScreens(browser, program.url)];
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  const played = readServices(servicesFolder).filter((_, index) => index % share.of === share.file);
  describe.each(played.map((each) => [each.service.id, each] as const))('%s', (id, { service, journeys }) => {
    afterAll(async () => {
      for (const screen of places.values()) await screen.close();
      places.clear();
    });
    test.each(journeys.map((journey) => [journey.journey, journey] as const))('%s', async (_name, journey) => {
      const screens = { screens: (isDrawn(id) ? drawn : plain)!, desks: plain! };
      const player = createBrowserPlayer(program, screens, service, () => worldOf(program), options, places);
      await playJourney(program, service, journey, player);
    });
  });
};
