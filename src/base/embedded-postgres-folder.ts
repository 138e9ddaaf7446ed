import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { postgresFailure } from './embedded-postgres-errors.ts';
import type { PostgresPackage } from './embedded-postgres-package.ts';
import { asArguments, initialSettings } from './embedded-postgres-settings.ts';
import { asPostgresUser, type PostgresUser } from './embedded-postgres-user.ts';
import { createPrivateFile, findPrivateFile } from './private-files.ts';
import { findErrorCode, messageOf, StartupError } from './startup-error.ts';

/**
 * `DIWAN_DATA/postgres`: `cluster/` is PostgreSQL's own and belongs to the user it runs as; `passwords.json` is ours.
 * Both are made beside it and renamed at the end, so that a first start that is interrupted leaves nothing half made.
 */
export const clusterOf = (dataFolder: string): string => join(dataFolder, 'postgres', 'cluster');

/** Of the logins of the embedded database: its administrator, the owner of the tables, and the program. */
export interface Passwords {
  readonly postgres: string;
  readonly diwan_owner: string;
  readonly diwan_program: string;
}

const draftPrefix = 'postgres.new-';

/** Makes the database if there is none; refuses one that this PostgreSQL cannot open. */
export const prepareCluster = async (
  dataFolder: string,
  found: PostgresPackage,
  user: PostgresUser,
): Promise<Passwords> => {
  for (const name of readdirSync(dataFolder)) {
    if (name.startsWith(draftPrefix)) rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
  if (!existsSync(join(dataFolder, 'postgres'))) await makeCluster(dataFolder, found, user);
  requireVersion(clusterOf(dataFolder), found.major);
  return readPasswords(join(dataFolder, 'postgres', 'passwords.json'));
};

const makeCluster = async (dataFolder: string, found: PostgresPackage, user: PostgresUser): Promise<void> => {
  const draft = join(dataFolder, draftPrefix + randomBytes(4).toString('hex'));
  const cluster = join(draft, 'cluster');
  try {
    mkdirSync(cluster, { recursive: true, mode: 0o700 });
    if (user) chownSync(cluster, user.uid, user.gid);
    const password = () => randomBytes(24).toString('base64url');
    const passwords: Passwords = { postgres: password(), diwan_owner: password(), diwan_program: password() };
    createPrivateFile(draft, 'passwords.json', `${JSON.stringify(passwords, null, 2)}\n`);
    await runInitdb(draft, cluster, found, user, passwords.postgres);
    renameSync(draft, join(dataFolder, 'postgres'));
    syncFolder(dataFolder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (error instanceof StartupError) throw error;
    throw postgresFailure(`The database could not be made in ${dataFolder}`, [messageOf(error)], error);
  }
};

const runInitdb = async (
  draft: string,
  cluster: string,
  found: PostgresPackage,
  user: PostgresUser,
  password: string,
): Promise<void> => {
  createPrivateFile(draft, 'password', `${password}\n`);
  const passwordPath = join(draft, 'password');
  if (user) chownSync(passwordPath, user.uid, user.gid);
  // Opened here and handed over: folders above may be closed to the user that runs initdb.
  const passwordFile = openSync(passwordPath, 'r');
  // Texts compare by code point, whatever the system's locales are and become; queries that show sorted names say how.
  const options = [
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--lc-ctype=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const { exitCode, output } = await new Promise<{ exitCode: number; output: string[] }>((resolve, reject) => {
    const child = spawn(
      found.initdb,
      [
        ...options,
        '--auth=scram-sha-256',
        '--pwfile=/dev/stdin',
        '--no-instructions',
        `--pgdata=${folderArgument(user, cluster)}`,
        ...asArguments('--set', initialSettings),
      ],
      { ...asPostgresUser(user), cwd: cluster, stdio: [passwordFile, 'ignore', 'pipe'] },
    );
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.on('error', reject).on('close', (code) => resolve({ exitCode: code ?? 1, output: text.split('\n') }));
  }).finally(() => {
    closeSync(passwordFile);
    rmSync(passwordPath);
  });
  if (exitCode !== 0) throw postgresFailure(`The database could not be made in ${draft}`, output);
};

/**
 * How PostgreSQL is told its folder. As another user it may be unable to walk there from the root of the file system (a
 * clone in root's home, a private temporary folder): it is started inside and finds itself through /proc.
 */
export const folderArgument = (user: PostgresUser, cluster: string): string => (user ? '/proc/self/cwd' : cluster);

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

const requireVersion = (cluster: string, major: string): void => {
  let version: string;
  try {
    version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    if (['EACCES', 'EPERM'].includes(findErrorCode(cause) ?? '')) {
      throw new StartupError(
        `The database in ${cluster} belongs to another user of this machine. Start Diwan as that user or as root, or give it away with chown -R.`,
        { cause },
      );
    }
    throw new StartupError(
      `${cluster} is not a PostgreSQL database. Put the folder back from a backup, or move it away to start empty.`,
      { cause },
    );
  }
  if (version === major) return;
  throw new StartupError(
    `${cluster} was made by PostgreSQL ${version} and this Diwan carries PostgreSQL ${major}, which cannot open it. ` +
      `Start the Diwan that made it, dump its database, and load the dump into a new folder (docs/operate-database.md).`,
  );
};

export const readPasswords = (path: string): Passwords => {
  const text = findPrivateFile(path)?.toString();
  if (text === undefined)
    throw new StartupError(`${path} is missing: the passwords of the embedded database. Put it back from a backup.`);
  return JSON.parse(text) as Passwords;
};
