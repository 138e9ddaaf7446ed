import type { Log } from './base/log.ts';
import { passDeadlines } from './events/engine.ts';
import { sealOldAnswers } from './events/old-answers.ts';
import { handOnAbsent } from './events/hand-on-absent.ts';
import { handOnWork } from './events/reassign.ts';
import { handOver } from './events/succession.ts';
import { bulkDays, sweepBulks } from './access/bulk/bulk-queries.ts';
import { createBulkRunner } from './access/bulk/run-bulk.ts';
import { sweepViews } from './access/kept-views.ts';
import { mayStillImport } from './access/import-access.ts';
import { openWaiting } from './intake/campaigns.ts';
import { sweepDrafts } from './intake/drafts.ts';
import { importDays, sweepImports } from './intake/import/import-queries.ts';
import { createImports } from './intake/import/run-imports.ts';
import { sweepPartials } from './intake/partial-uploads.ts';
import { sweepUploads } from './intake/uploads.ts';
import { scanQuarantined } from './intake/virus-scan.ts';
import type { Parts } from './pages/parts.ts';
import { createServiceVersions } from './projections/service-versions.ts';
import { createTallyKeeper } from './projections/worklist-tally.ts';
import type { Jobs } from './reactions/jobs.ts';
import type { Loop } from './reactions/keep-looking.ts';
import { purgeNews } from './reactions/news/news-queries.ts';
import { sendDigests } from './reactions/news/send-digests.ts';
import { tellNews } from './reactions/news/tell-news.ts';
import { eraseByRule, purgeOldMessages } from './reactions/retention.ts';
import { rewrapKeys } from './reactions/rewrap-keys.ts';
import { successionsIn } from './territory/successions.ts';
import { deleteOldPlaceImports } from './territory/place-import-queries.ts';

const overdueAtOnce = 200;
const handedOverAtOnce = 100;
const campaignAtOnce = 50;
const filesAtOnce = 100;
const scansAtOnce = 20;
const campaignMilliseconds = 10_000;
const importMilliseconds = 5_000;
const bulkMilliseconds = 5_000;
const smallFile = 512 * 1024;
const eventsAtOnce = 200;
const peopleAtOnce = 100;
const newsDays = { read: 30, unread: 90 };
const minute = 60_000;
const hour = 3_600_000;

type BackgroundParts = Omit<Parts, 'jobs'> & {
  readonly jobs: Jobs;
  readonly log: Log;
  readonly clock: () => Date;
};

interface Stoppable {
  readonly wake: () => void;
  readonly stop: () => void;
}

/** All that the program does without being asked: each under a name that the console shows with how it went. */
export const startBackground = (
  parts: BackgroundParts,
): { readonly campaigns: Loop; readonly imports: Stoppable; readonly bulk: Stoppable } => {
  const { jobs, database, catalogue, intake, engine, config, country, liveCountry, setup, clock } = parts;
  // Records of campaigns are opened in the background; what a stop interrupted goes on with the next start.
  const campaigns = jobs.loop(
    'campaigns',
    async () => (await openWaiting({ ...engine, intake }, campaignAtOnce)) === campaignAtOnce,
    campaignMilliseconds,
  );
  const files = createImports({
    database,
    dataKeys: engine.dataKeys,
    catalogue,
    intake,
    cellWorld: parts.cellWorld,
    mayStill: (actor, { service }) => mayStillImport(database, actor, service, clock()),
  });
  const imports = jobs.loop('imports', () => files.readNext(), importMilliseconds);
  // Fifty rows do not wait for a million.
  const smallImports = jobs.loop('small-imports', () => files.readNext(smallFile), importMilliseconds);
  jobs.every('import-files', hour, () =>
    database.run(sweepImports, [importDays.waiting, importDays.wrongRows, importDays.rest]),
  );
  const onMany = createBulkRunner({ ...engine, covers: parts.covers });
  const bulk = jobs.loop('bulk-actions', onMany.workOnNext, bulkMilliseconds);
  jobs.every('bulk-results', hour, () => database.run(sweepBulks, [bulkDays.waiting, bulkDays.results]));
  jobs.loop('deadlines', async () => (await passDeadlines(engine, overdueAtOnce)) === overdueAtOnce);
  const listVersions = createServiceVersions(database, catalogue);
  const retention = { ...engine, listVersions };
  jobs.every('erasures', hour, () => eraseByRule(retention, clock()));
  jobs.loop('old-messages', () => purgeOldMessages(database, clock(), config.messageDays), hour);
  jobs.loop('keys', () => rewrapKeys(database, engine.dataKeys, parts.log), minute);
  jobs.loop('old-answers', () => sealOldAnswers(engine), minute);
  jobs.every('sessions', hour, async () => {
    await parts.sessions.removeExpired();
    await parts.applicants.removeExpired();
  });
  jobs.every('api-keys', 5_000, () => parts.apiKeys.flush());
  jobs.every('worklist-tally', 10_000, createTallyKeeper(database));
  jobs.loop('search-words', () => parts.searchIndex.follow());
  jobs.every('kept-views', hour, () => sweepViews(database, new Date()));
  jobs.every('drafts', hour, () => sweepDrafts(database, new Date()));
  jobs.every('place-imports', hour, () => database.run(deleteOldPlaceImports));
  jobs.every('uploads', hour, async () => {
    await sweepPartials(database, new Date());
    await sweepUploads(database, new Date());
  });
  jobs.loop('reassigning', async () => (await handOnWork(engine, handedOverAtOnce)) >= handedOverAtOnce, 5_000);
  jobs.loop('absences', async () => (await handOnAbsent(engine, handedOverAtOnce)) >= handedOverAtOnce, 5_000);
  const telling = { database, covers: parts.covers, listVersions };
  const digests = {
    ...telling,
    institutions: () => parts.territory.institutionCodes,
    calendar: engine.calendar,
    timeZone: country.timeZone,
    afterWrite: parts.wakeDelivery,
  };
  jobs.loop('news', async () => (await tellNews(telling, eventsAtOnce)) === eventsAtOnce, 2_000);
  jobs.loop('digests', async () => (await sendDigests(digests, clock())) >= peopleAtOnce, minute);
  jobs.every('old-news', hour, () => database.run(purgeNews, [newsDays.read, newsDays.unread]));
  jobs.loop('files', async () => (await engine.files.sweep(filesAtOnce)) === filesAtOnce, minute);
  jobs.loop('virus-scan', async () => (await scanQuarantined(engine, scansAtOnce)) === scansAtOnce, minute);
  let successions = successionsIn(liveCountry.changes());
  const succession = { ...engine, successions: () => successions, operator: () => country.operator ?? '' };
  const handover = jobs.loop(
    'handover',
    async () => (await handOver(succession, handedOverAtOnce)) === handedOverAtOnce,
  );
  liveCountry.onChange(() => {
    successions = successionsIn(liveCountry.changes());
    if (setup.isOpen() && liveCountry.changes().some(({ kind }) => kind === 'set-up')) setup.close();
    handover.wake();
  });
  const wakeImports = () => {
    imports.wake();
    smallImports.wake();
  };
  return {
    campaigns,
    imports: { wake: wakeImports, stop: files.stop },
    bulk: { wake: bulk.wake, stop: onMany.stop },
  };
};
