import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../../scripts/build.mjs';
import { readConfig } from '../../src/base/config.ts';
import { inProject } from '../../src/base/paths.ts';
import { startProgram } from '../../src/server.ts';
import { createEmptyDatabase } from './database.ts';
import { type Database, openDatabase } from '../../src/base/database.ts';
import type { Login } from '../../src/base/embedded-postgres.ts';
import { freePort } from './free-port.ts';

/** The whole program within the test's own process, so that the test can move its clock and look into its database. */
export interface OpenProgram {
  readonly url: string;
  readonly now: () => Date;
  /** Lets time pass. */
  readonly pass: (milliseconds: number) => void;
  readonly owner: Database;
  readonly stop: () => Promise<void>;
}

export const openProgram = async (env: Readonly<Record<string, string>> = {}): Promise<OpenProgram> => {
  buildClient();
  const [database, folder, port] = await Promise.all([
    createEmptyDatabase(),
    mkdtemp(join(tmpdir(), 'diwan-open-')),
    freePort(),
  ]);
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  const config = readConfig({
    PORT: String(port),
    DIWAN_DATA: folder,
    DATABASE_URL: urlOf(database.administrator),
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '1000000',
    ...env,
  });
  const program = await startProgram(config, now);
  const owner = openDatabase({ ...database.owner, max: 2 }, () => undefined);
  return {
    url: config.url,
    now,
    pass: (milliseconds) => void (passed += milliseconds),
    owner,
    stop: async () => {
      await program.stop();
      await owner.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** What browsers load is built as `npm start` builds it. */
const buildClient = (): void => {
  if (isBuilt()) return;
  const { status, stderr } = spawnSync(process.execPath, [inProject('scripts', 'build.mjs')], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
};

const urlOf = ({ user, password, host, database }: Login): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`;
