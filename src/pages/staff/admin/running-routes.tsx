import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply } from 'fastify';
import { say } from '../../../base/texts.ts';
import { countQuarantined, listInfected } from '../../../intake/virus-scan-queries.ts';
import { storageNames } from '../../../outside/file-storage.ts';
import { countDue, measureStorages } from '../../../outside/files-queries.ts';
import { rotateKey } from '../../../documents/keys.ts';
import { listTableSizes, measureDatabase } from '../../../projections/storage-queries.ts';
import { findOldAnswers } from '../../../events/old-answers-queries.ts';
import { countWrapped } from '../../../events/data-key-queries.ts';
import { createServiceVersions } from '../../../projections/service-versions.ts';
import { previewErasure } from '../../../reactions/retention.ts';
import { textOf } from '../../http/inputs.ts';
import type { Parts } from '../../parts.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { sureInput } from '../services/sure-box.tsx';
import { type AdminDesk, adminRoutesFor } from './admin-desk.ts';
import { jobsPath, keysPath, storagePath } from './admin-paths.ts';
import { adminTexts } from './admin-texts.ts';
import { JobsPage } from './jobs-page.tsx';
import { KeysPage } from './keys-page.tsx';
import type { MasterKeysState } from './master-keys.tsx';
import type { ScannerState } from './scanner-part.tsx';
import { runningTexts as texts } from './running-texts.ts';
import { type Disk, StoragePage } from './storage-page.tsx';
import { type StorageState } from './storages-table.tsx';

/** How far ahead it is said what will be erased. */
const shownDays = 30;
const shownTables = 15;
const shownInfected = 20;

/** Room on the disk of a folder, in bytes. */
export const diskOf = async (folder: string): Promise<Disk> => {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { free: bavail * bsize, total: Math.max(1, blocks * bsize) };
};

/** Storages that hold files or will hold new ones. */
const findStorages = async ({ database, files }: Parts['engine']): Promise<readonly StorageState[]> => {
  const held = await database.run(measureStorages);
  const inUse = storageNames.filter((name) => name === files.home || held.some(({ storage }) => storage === name));
  return Promise.all(
    inUse.map(async (name) => ({
      name,
      files: 0,
      bytes: 0,
      ...held.find(({ storage }) => storage === name),
      isHome: name === files.home,
      fault: await files.faultOf(name),
    })),
  );
};

const findScanner = async ({ database, scan }: Parts['engine']): Promise<ScannerState> => {
  const [answer, [quarantined], infected] = await Promise.all([
    scan.scanner?.version().then(
      (version) => ({ version }),
      (error: Error) => ({ fault: error.message }),
    ),
    database.run(countQuarantined),
    database.run(listInfected, [shownInfected]),
  ]);
  return { answer, whenAway: scan.whenAway, quarantined: quarantined?.count ?? 0, infected };
};

/** What runs: jobs, storage, keys. */
export const runningRoutes = (desk: AdminDesk): readonly Route[] => {
  const { parts } = desk;
  const { database, config, engine, keys, jobs, liveCountry } = parts;
  const { get, post } = adminRoutesFor(desk, true);
  const listVersions = createServiceVersions(database, parts.catalogue);

  const showStorage = async (request: Request, reply: FastifyReply) => {
    const [tables, [size], storages, [left], scanner, disk, preview] = await Promise.all([
      database.run(listTableSizes, [shownTables]),
      database.run(measureDatabase),
      findStorages(engine),
      database.run(countDue),
      findScanner(engine),
      diskOf(config.dataFolder),
      previewErasure({ database, listVersions }, new Date(+parts.world().now + shownDays * 86_400_000)),
    ]);
    return sendPage(
      reply,
      <StoragePage
        {...{ tables, storages, scanner, disk }}
        context={desk.adminContextOf(request, reply)}
        databaseBytes={size?.bytes ?? 0}
        left={left ?? { due: 0, failing: 0 }}
        folder={config.dataFolder}
        retention={{
          preview,
          job: jobs.list().find(({ name }) => name === 'erasures'),
          services: new Map(parts.catalogue.known.map(({ service }) => [service.id, service])),
        }}
      />,
    );
  };

  const findMaster = async (): Promise<MasterKeysState> => ({
    present: await engine.dataKeys.present().catch(() => undefined),
    wrapped: await database.run(countWrapped),
  });

  const sendKeys = async (request: Request, reply: FastifyReply, problems: readonly FieldProblem[] = []) => {
    const { now } = parts.world();
    return sendPage(
      problems.length > 0 ? reply.code(422) : reply,
      <KeysPage
        {...{ now, problems }}
        master={await findMaster()}
        context={desk.adminContextOf(request, reply, keysPath)}
        keys={keys.publicKeySet(now).keys}
        signer={keys.signer(now).published.kid}
      />,
    );
  };

  const rotate = async (request: Request, reply: FastifyReply) => {
    const atOnce = textOf(request.body, 'when') === 'now';
    if (atOnce && textOf(request.body, sureInput) !== 'yes')
      return sendKeys(request, reply, [{ name: sureInput, message: say(request.locale, adminTexts.sureMissing) }]);
    const { published } = rotateKey(join(config.dataFolder, 'keys'), new Date(), { atOnce });
    await liveCountry.change(getStaff(request).accountId, () => ({
      kind: 'key-made',
      about: { codes: [published.kid] },
      effect: {},
    }));
    request.log.info({ key: published.kid, account: getStaff(request).accountId }, 'a signing key was made by hand');
    return reply.redirect(`${keysPath}?done=key`, 303);
  };

  return [
    get(jobsPath, async (request, reply) => {
      const [old] = await database.run(findOldAnswers);
      const words = old && { done: old.upTo, all: old.last, sealed: old.sealed };
      const said = old && say(request.locale, old.done ? texts.oldAnswersDone : texts.oldAnswers, words);
      return sendPage(
        reply,
        <JobsPage
          context={desk.adminContextOf(request, reply)}
          jobs={jobs.list()}
          progress={{ ...(said && { 'old-answers': said }) }}
        />,
      );
    }),
    get(storagePath, showStorage),
    get(keysPath, (request, reply) => sendKeys(request, reply)),
    post(`${keysPath}/rotate`, rotate, { perMinute: 5 }),
  ];
};
