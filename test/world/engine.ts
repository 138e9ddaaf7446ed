import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaffing } from '../../src/access/staffing.ts';
import { createIdBlocks } from '../../src/base/id-blocks.ts';
import { inProject } from '../../src/base/paths.ts';
import { secretsFrom } from '../../src/base/secrets.ts';
import { loadCatalogue } from '../../src/catalogue/catalogue.ts';
import { createSignDocument } from '../../src/documents/issue.ts';
import { openKeys } from '../../src/documents/keys.ts';
import { createDataKeys } from '../../src/events/data-keys.ts';
import { createDatabaseStorage } from '../../src/outside/database-storage.ts';
import { createFiles } from '../../src/outside/files.ts';
import { keysAtHand } from '../../src/outside/local-keys.ts';
import type { ServiceFiles } from '../../src/definition/compile-service.ts';
import type { EngineParts } from '../../src/events/engine.ts';
import { nextDocumentIds, nextRecordIds } from '../../src/events/write-queries.ts';
import type { IdBlocks } from '../../src/base/id-blocks.ts';
import { createReferredRecords, type ReferredRecords } from '../../src/events/referred-records.ts';
import { createIntake, type Intake } from '../../src/intake/submit.ts';
import type { World } from '../../src/form/world.ts';
import type { Actor } from '../../src/record/events.ts';
import type { Candidate } from '../../src/record/allowed-actions.ts';
import type { Institution } from '../../src/territory/place.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { noon, permitData, surroundings, worldAt } from './service.ts';

/** Intake and engine as the program assembles them, on a database of their own and a clock that the test sets. */
export interface TestEngine extends TestDatabase {
  readonly parts: EngineParts & {
    readonly referred: ReferredRecords;
    readonly recordIds: IdBlocks;
  };
  readonly intake: Intake;
  readonly setNow: (now: Date) => void;
  readonly submit: (changes?: Record<string, unknown>, key?: string) => ReturnType<Intake['submit']>;
}

interface EngineOptions {
  /** Services in place of those that ship, by id. */
  readonly services?: Readonly<Record<string, ServiceFiles>>;
  /** Institutions that questions may be answered with, by code. */
  readonly institutions?: ReadonlyMap<string, Institution>;
}

export const openTestEngine = async ({ services, institutions }: EngineOptions = {}): Promise<TestEngine> => {
  const world = await createTestDatabase();
  const { database } = world;
  let now = noon;
  const catalogue = await loadCatalogue(database, services ? folderOf(services) : inProject('services'), 'Asia/Beirut');
  const secrets = secretsFrom(randomBytes(32));
  const referred = createReferredRecords({ database, catalogue, secrets, world: () => worldNow() });
  const worldNow = (): World => ({
    ...worldAt(now),
    findInstitution: (code: string) => institutions?.get(code),
    findRecord: referred.findRecord,
    foundRecords: referred.foundRecords,
  });
  const keys = openKeys(mkdtempSync(join(tmpdir(), 'diwan-keys-')), noon, () => undefined);
  const parts = {
    database,
    catalogue,
    referred,
    secrets,
    dataKeys: createDataKeys(keysAtHand([randomBytes(32)])),
    files: createFiles(database, { database: createDatabaseStorage(database) }, 'database'),
    scan: { scanner: undefined, whenAway: 'refuse' as const, counted: () => undefined },
    documentIds: createIdBlocks(database, nextDocumentIds, 1_000),
    recordIds: createIdBlocks(database, nextRecordIds, 1_000),
    ...surroundings,
    staffing: createStaffing({ database, covers: (holder, institution) => holder === institution }),
    sign: createSignDocument(keys, 'LB', 'https://diwan.test', worldNow),
    world: worldNow,
    delivers: true,
    afterWrite: () => undefined,
  };
  const intake = createIntake(parts);
  const published = parts.catalogue.find('mobility-permit')!;
  return {
    ...world,
    parts,
    intake,
    setNow: (to) => (now = to),
    submit: (changes = {}, key = randomUUID()) =>
      intake.submit({ published, key, sent: permitData(changes), channel: 'api', locale: 'ar' }),
  };
};

/** A folder of services, as a country has one. */
export const folderOf = (services: Readonly<Record<string, ServiceFiles>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-services-'));
  for (const [id, files] of Object.entries(services)) {
    mkdirSync(join(folder, id));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, id, name), text);
  }
  return folder;
};

/** A civil servant of the ministry with these roles, as candidate and as actor. */
export const staff = (
  account: string,
  ...roles: readonly string[]
): { readonly candidate: Candidate; readonly actor: Actor } => ({
  candidate: { kind: 'account', account, roles: new Set(roles) },
  actor: { kind: 'account', account, role: roles[0] ?? '', institution: 'interior-ministry' },
});

export const applicant = { candidate: { kind: 'applicant' }, actor: { kind: 'applicant' } } as const;
