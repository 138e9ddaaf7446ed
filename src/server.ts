import { join } from 'node:path';
import { createApiKeys } from './access/api-keys.ts';
import { withoutKeys } from './access/api-key-text.ts';
import { createApplicants } from './access/applicants.ts';
import { createAttemptLimit } from './access/attempt-limit.ts';
import { ensureDemoAccounts, shutOutDemoAccounts } from './access/demo-accounts.ts';
import { ensureDemoSharing, loadDemoSharing } from './access/demo-sharing.ts';
import { openAccounts } from './access/accounts.ts';
import { createCovers } from './access/covers.ts';
import { mayStillPromise } from './pages/staff/people/people-parts.ts';
import { type Demonstration, loadDemonstration, withRolesOf } from './access/demonstration.ts';
import { createReadings } from './access/readings.ts';
import { openSetup } from './access/setup.ts';
import { createStaffing } from './access/staffing.ts';
import { openLog } from './base/open-log.ts';
import { bootDatabase } from './base/boot-database.ts';
import { startBackground } from './background.ts';
import type { Config } from './base/config.ts';
import { createIdBlocks } from './base/id-blocks.ts';
import { createPhoneReader } from './base/phone.ts';
import { loadSecrets } from './base/secrets.ts';
import { loadCatalogue } from './catalogue/catalogue.ts';
import { followPublications } from './catalogue/follow.ts';
import { publishFolders } from './catalogue/publish-folders.ts';
import { seedSamples } from './demonstration/seed-samples.ts';
import { createSignDocument } from './documents/issue.ts';
import { openKeys } from './documents/keys.ts';
import { createLayoutCheck } from './documents/check-layouts.ts';
import { createPdfRenderer } from './documents/pdf.ts';
import { letterheadOf } from './documents/printed-document.ts';
import { createPublishedStatusLists } from './documents/published-status-lists.ts';
import { createDataKeys } from './events/data-keys.ts';
import { createReferredRecords } from './events/referred-records.ts';
import { nextDocumentIds, nextRecordIds } from './events/write-queries.ts';
import type { World } from './form/world.ts';
import { createCellWorld } from './intake/import/find-by-name.ts';
import { createIntake } from './intake/submit.ts';
import { openKeyWrapping } from './outside/open-key-wrapping.ts';
import { openFiles } from './outside/open-files.ts';
import { openScan } from './outside/open-scan.ts';
import { openMessages } from './messages.ts';
import type { Program } from './running-program.ts';
import { createApp } from './pages/app.ts';
import { loadAssets } from './pages/assets.ts';
import { createMetrics } from './pages/http/metrics.ts';
import { listen } from './pages/listen.ts';
import type { Parts } from './pages/parts.ts';
import { portalOf } from './pages/portal.ts';
import { createLiveWork } from './projections/live.ts';
import { createSearchIndex } from './projections/search-index.ts';
import { createJobs } from './reactions/jobs.ts';
import { unreadBy } from './reactions/news/count-unread.ts';
import { endsSoon } from './territory/calendar.ts';
import { loadCalendar } from './territory/calendar-file.ts';
import { createInstitutionFinder } from './record/nouns/route.ts';
import { loadCountry } from './territory/country.ts';
import { readDeclaredTerritory } from './territory/declared-territory.ts';
import { openLiveCountry } from './territory/live-country.ts';

const idBlock = 1_000;
const sampleDays = 7;
/** Of submissions being written: with more, what follows them in the background steps back. */
const fewAtOnce = 8;

/**
 * Assembles the program from its parts and starts it. The only place that knows them all.
 * @param clock the present instant; tests move it
 */
export const startProgram = async (config: Config, clock = () => new Date()): Promise<Program> => {
  // No key reaches the log, whoever put it into words that are logged.
  const log = openLog(config, withoutKeys);
  const stops: (() => Promise<void> | void)[] = [];
  /** What was started last is stopped first. */
  const stop = async () => {
    for (const each of stops.toReversed()) await each();
  };
  stops.push(() => log.flush());
  const flushing = setInterval(() => log.flush(), 500).unref();
  stops.push(() => clearInterval(flushing));
  const seed = loadCountry(config.countryFolder);
  const declared = readDeclaredTerritory(config.countryFolder, seed);
  const assets = loadAssets(undefined, seed.colour);
  const secrets = loadSecrets(join(config.dataFolder, 'keys'));
  const dataKeys = createDataKeys(openKeyWrapping(config));
  try {
    const { database, lost, stop: stopDatabase } = await bootDatabase(config, log);
    stops.push(stopDatabase);
    const liveCountry = await openLiveCountry({
      database,
      declared,
      country: seed,
      calendar: loadCalendar(config.countryFolder, seed.timeZone),
      onError: (error) => log.error({ error: (error as Error).message }, 'a change to the country is not followed'),
    });
    stops.push(liveCountry.stop);
    const { country, territory, calendar, land } = liveCountry;
    if (endsSoon(calendar, clock()))
      log.warn(
        `the calendar lists moving holidays until ${calendar.content.lastYear}: later ones count as working days until they are added`,
      );
    const checkLayouts = createLayoutCheck(letterheadOf(country, config.url));
    let onCatalogueChange = (): void => undefined;
    const onCatalogueError = (error: Error) => log.error({ error: error.message }, 'the catalogue is not up to date');
    const catalogue = await loadCatalogue(database, config.servicesFolder, country.timeZone, {
      onError: onCatalogueError,
      onChange: () => onCatalogueChange(),
      onHeldBack: (message) => log.warn(message),
      land,
      checkLayouts,
    });
    stops.push(await followPublications(database, catalogue, { onError: onCatalogueError }));
    const readPhone = createPhoneReader(country.code);
    const referred = createReferredRecords({ database, catalogue, secrets, world: () => world() });
    const world = (): World => ({
      now: clock(),
      timeZone: country.timeZone,
      currency: country.currency,
      findPlace: territory.findPlace,
      boundaries: territory.boundaries,
      findInstitution: territory.findInstitution,
      findRecord: referred.findRecord,
      foundRecords: referred.foundRecords,
      readPhone,
    });
    // The sample records of a demonstration are older than its first start, and so are their signatures.
    const keysFrom = new Date(Date.now() - (config.demo ? sampleDays * 86_400_000 : 0));
    const keys = openKeys(join(config.dataFolder, 'keys'), keysFrom, (problem) =>
      log.error({ problem: (problem as Error).message }, 'keys cannot be read'),
    );
    const accounts = await openAccounts({
      database,
      secret: secrets.mac('accounts').toString('hex'),
      origin: config.url,
      title: country.portal[country.languages[0]],
      contextWords: ['Diwan', 'ديوان', new URL(config.url).hostname, ...Object.values(country.portal)],
      onError: (message) => log.error({ message }, 'accounts'),
      afterWrite: () => delivery.wake(),
      mayGive: (...asked) => mayStillPromise({ database, covers, catalogue, territory, country, world }, ...asked),
      secondFactorRoles: country.secondFactorRoles,
      breachedFile: config.breachedPasswords,
      provider:
        config.oidcIssuer === undefined
          ? undefined
          : {
              issuer: config.oidcIssuer,
              clientId: config.oidcClientId ?? '',
              clientSecret: config.oidcClientSecret,
              label: config.oidcLabel ?? new URL(config.oidcIssuer).host,
            },
    });
    stops.push(accounts.passwords.settled, accounts.passwordJudge.stop);
    // Rights that are given or taken hold at once in every program, whoever is signed in.
    stops.push(await database.listen('diwan_access', (account) => accounts.sessions.forget(account || undefined)));
    const setup = await openSetup(database, config);
    let demonstration: Demonstration | undefined;
    const demonstrate = async () => {
      const people = loadDemonstration(join(config.countryFolder, 'demo-accounts.yaml'));
      demonstration = withRolesOf(
        people,
        catalogue.services.map(({ service }) => service),
      );
      await ensureDemoAccounts(database, accounts.hashing, demonstration, accounts.accountKeys);
      await ensureDemoSharing(database, loadDemoSharing(join(config.countryFolder, 'demo-sharing.yaml')), clock());
    };
    await (config.demo ? demonstrate() : shutOutDemoAccounts(database));
    // A new service brings roles that somebody of the demonstration has to hold.
    if (config.demo) onCatalogueChange = () => void demonstrate().catch(onCatalogueError);

    const files = openFiles(config, database);
    const waiting = () => ({ intake: intake.load(), readings: readings.waiting() });
    const metrics = createMetrics(waiting, files);
    const jobs = createJobs(log);
    const { renderMessage, delivery } = openMessages({
      ...accounts,
      config,
      country,
      database,
      catalogue,
      dataKeys,
      secrets,
      jobs,
      log,
      metrics,
    });
    stops.push(delivery.stop);
    const covers = createCovers(territory);
    const engine = {
      database,
      catalogue,
      secrets,
      dataKeys,
      files,
      scan: openScan(config, metrics.registry),
      documentIds: createIdBlocks(database, nextDocumentIds, idBlock),
      staffing: createStaffing({ database, covers }),
      findInstitutionFor: createInstitutionFinder(territory),
      findInstitutionAbove: (code: string) =>
        territory.institutionAncestors(code).find(({ retired }) => !retired)?.code,
      calendar,
      referred,
      sign: createSignDocument(keys, country.code, config.url, world),
      world,
      delivers: config.smsWebhookUrl !== undefined,
      // Without a gateway nothing that was written waits to be sent.
      afterWrite: config.smsWebhookUrl === undefined ? () => undefined : delivery.wake,
    };
    const recordIds = createIdBlocks(database, nextRecordIds, idBlock);
    if (config.demo) await seedSamples({ ...engine, recordIds }, catalogue.services, config.servicesFolder);
    const intake = createIntake({ ...engine, recordIds });
    stops.push(intake.drained);
    const readings = createReadings({
      database,
      onError: (error) => log.error({ error: (error as Error).message }, 'readings cannot be written down'),
    });
    stops.push(readings.drained);
    const pdf = createPdfRenderer(undefined, undefined, (problem) =>
      log.error({ problem }, 'a layout cannot be set; its document looks as the platform’s do'),
    );
    stops.push(pdf.stop);
    const live = await createLiveWork({
      database,
      countUnread: (account, scope) => unreadBy(database, account, () => scope),
      onError: (error) => log.error({ error: (error as Error).message }, 'open pages are not told of changes'),
    });
    stops.push(live.stop);
    const makePortal = () => portalOf(country, config.demo, assets.colour);
    let portal = makePortal();
    liveCountry.onChange(() => {
      portal = makePortal();
    });
    const applicants = createApplicants(database, secrets, () => delivery.wake());
    const apiKeys = createApiKeys({ database, demonstration: config.demo, now: clock });
    stops.push(apiKeys.flush);
    const parts: Parts = {
      searchIndex: createSearchIndex({ database, catalogue, secrets, isBusy: () => intake.load() > fewAtOnce }),
      config,
      country,
      liveCountry,
      territory,
      database,
      catalogue,
      secrets,
      engine,
      intake,
      ...accounts,
      setup,
      apiKeys,
      applicants,
      // Twelve digits and twenty guesses in a quarter of an hour: not in a thousand years.
      secretFailures: createAttemptLimit({ attempts: 20, seconds: 900 }),
      covers,
      readings,
      world,
      renderMessage,
      get demonstration() {
        return demonstration;
      },
      land,
      get portal() {
        return portal;
      },
      assets,
      keys,
      checkLayouts,
      statusLists: createPublishedStatusLists(database, keys, config.url),
      pdf,
      live,
      jobs,
      wakeDelivery: () => delivery?.wake(),
      wakeCampaigns: () => campaigns.wake(),
      wakeImports: () => imports.wake(),
      wakeBulk: () => bulk.wake(),
      cellWorld: createCellWorld(world, referred, territory, liveCountry.onChange),
    };
    const { campaigns, imports, bulk } = startBackground({ ...parts, jobs, log, clock });
    stops.push(jobs.stop, imports.stop, bulk.stop);
    const { app, routes } = await createApp(parts, log, metrics);
    // Streams to open pages would keep it from closing.
    stops.push(async () => {
      await live.stop();
      await app.close();
    });
    const reload = () =>
      publishFolders({ database, catalogue, timeZone: country.timeZone, land, checkLayouts }, config.servicesFolder);
    return { address: await listen(app, config), routes, lost, setup, reload, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
