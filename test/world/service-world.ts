import type { Browser, Page } from 'playwright-core';
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
import { openBrowser } from './browser.ts';
import { type BrowserOptions, createBrowserPlayer } from './browser-player.ts';
import { playJourney, readServices, type ServiceJourneys } from './journey.ts';
import { type OpenProgram, openProgram } from './open-program.ts';

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

/** A program that offers the services that are tried. */
export const openServices = (): Promise<OpenProgram> =>
  openProgram({ DIWAN_SERVICES: servicesFolder, DIWAN_COUNTRY: countryFolder });

/** Tests that play every journey of every service as people do; each file has one, so that they run side by side. */
export const playInBrowser = (options: BrowserOptions): void => {
  let program: OpenProgram;
  let browser: Browser;
  const places = new Map<string, Page>();
  beforeAll(async () => {
    [program, browser] = await Promise.all([openServices(), openBrowser()]);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });

  describe.each(readServices(servicesFolder).map((each) => [each.service.id, each] as const))(
    '%s',
    (_id, { service, journeys }) => {
      afterAll(async () => {
        for (const page of places.values()) await page.context().close();
        places.clear();
      });
      test.each(journeys.map((journey) => [journey.journey, journey] as const))('%s', async (_name, journey) => {
        const player = createBrowserPlayer(program, browser, service, () => worldOf(program), options, places);
        await playJourney(program, service, journey, player);
      });
    },
  );
};
