import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccountKeys, createAccountKeys } from '../../src/access/account-keys.ts';
import { type Database, openDatabase } from '../../src/base/database.ts';
import type { Login } from '../../src/base/embedded-postgres.ts';
import { inProject } from '../../src/base/paths.ts';
import { loadSecrets } from '../../src/base/secrets.ts';
import { secretOf } from '../../src/events/secret.ts';
import { createEmptyDatabase, type EmptyDatabase } from './database.ts';
import { freePort } from './free-port.ts';
import { createSeededDatabase } from './seeded-database.ts';

/** The whole program on a database into which the test can look, with a clock that the test moves. */
export interface OpenProgram {
  readonly url: string;
  readonly now: () => Date;
  /** Lets time pass. */
  readonly pass: (milliseconds: number) => Promise<void>;
  readonly owner: Database;
  /** What opens a record, also where nobody was told of it. */
  readonly secretOf: (reference: string) => string;
  /** What makes the links of e-mails about accounts. */
  readonly accountKeys: AccountKeys;
  readonly stop: () => Promise<void>;
}

/** What makes another demonstration than the usual one. */
const seedsOtherwise = ['DIWAN_DEMO', 'DIWAN_SERVICES', 'DIWAN_COUNTRY'];

export const openProgram = async (env: Readonly<Record<string, string>> = {}): Promise<OpenProgram> => {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-open-'));
  const isUsual = seedsOtherwise.every((name) => (env[name] ?? process.env[name]) === undefined);
  const database = await (isUsual ? createDemonstration(folder) : createEmptyDatabase());
  const { child, url } = await run(database, folder, env);
  const secrets = loadSecrets(join(folder, 'keys'));
  let passed = 0;
  const owner = openDatabase({ ...database.administrator, max: 2 }, () => undefined);
  return {
    url,
    now: () => new Date(Date.now() + passed),
    pass: async (milliseconds) => {
      passed += milliseconds;
      child.send(milliseconds);
      await once(child, 'message');
    },
    owner,
    secretOf: (reference) => secretOf(secrets, reference),
    accountKeys: createAccountKeys(secrets.mac('accounts').toString('hex')),
    stop: async () => {
      await end(child);
      await owner.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** A database that holds the demonstration, and in `folder` the keys that belong to it. */
export const createDemonstration = (folder: string): Promise<EmptyDatabase> => createSeededDatabase(folder, seed);

const run = async (database: EmptyDatabase, folder: string, env: Readonly<Record<string, string>>) => {
  const port = await freePort();
  const child = fork(inProject('test', 'world', 'program-with-clock.mjs'), {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DIWAN_DATA: folder,
      DATABASE_URL: urlOf(database.administrator),
      LOG_LEVEL: 'error',
      REQUESTS_PER_MINUTE: '1000000',
      ...env,
    },
  });
  const [ready] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [unknown];
  if (ready !== 'ready') throw new Error('the program did not start');
  const url = `http://localhost:${port}`;
  await untilCalm(url);
  return { child, url };
};

const end = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
};

const seed = async (database: EmptyDatabase, folder: string): Promise<void> => {
  const { child } = await run(database, folder, {});
  await end(child);
};

/** Just after its start it may turn requests away. */
const untilCalm = async (url: string): Promise<void> => {
  for (let wait = 0; wait < 100; wait++) {
    if ((await fetch(`${url}/api/v1/services`)).ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const urlOf = ({ user, password, host, database }: Login): string =>
  `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}`;
