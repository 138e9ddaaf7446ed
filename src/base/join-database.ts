import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootDatabase } from './boot-database.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { openSocketFolder } from './embedded-postgres.ts';
import { clusterOf, readPasswords } from './embedded-postgres-folder.ts';
import type { Log } from './log.ts';
import { StartupError } from './startup-error.ts';

/** A database that a command works on, beside the program that runs on it or without one. */
export interface JoinedDatabase {
  readonly database: Database;
  readonly stop: () => Promise<void>;
}

/**
 * Opens the database of an installation for a command: the one that DATABASE_URL names; that of a program which runs on the
 * data folder; or the one in the folder, started for as long as the command takes.
 */
export const joinDatabase = async (
  config: Pick<Config, 'databaseUrl' | 'databaseAdminUrl' | 'databaseConnections' | 'dataFolder'>,
  log: Log,
): Promise<JoinedDatabase> => {
  if (config.databaseUrl) return bootDatabase(config, log);
  const { dataFolder } = config;
  const cluster = clusterOf(dataFolder);
  if (!existsSync(cluster))
    throw new StartupError(
      `There is no database in ${dataFolder} yet. Start Diwan there once, or set DIWAN_DATA or DATABASE_URL to where it is.`,
    );
  if (!isRunning(dataFolder)) return bootDatabase(config, log);
  const socket = openSocketFolder(cluster);
  const { diwan_program: password } = readPasswords(join(dataFolder, 'postgres', 'passwords.json'));
  const login = { host: socket.path, port: 5432, user: 'diwan_program', password, database: 'diwan' };
  const database = openDatabase({ ...login, max: 4, application_name: 'diwan-command' }, () => undefined);
  return {
    database,
    stop: async () => {
      await database.close();
      socket.close();
    },
  };
};

const isRunning = (dataFolder: string): boolean => {
  try {
    lockDataFolder(dataFolder).release();
    return false;
  } catch (error) {
    if (error instanceof StartupError && error.message.startsWith('Diwan is already running')) return true;
    throw error;
  }
};
