import pg from 'pg';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { prepareExternalPostgres } from './external-postgres.ts';
import type { Log } from './log.ts';
import { readMigrations } from './migration-files.ts';
import { applyMigrations } from './migrations.ts';
import { inProject } from './paths.ts';
import type { StartupError } from './startup-error.ts';

export interface BootedDatabase {
  readonly database: Database;
  /** Ends when the embedded server has ended without being asked to: the program cannot go on. Never for another server. */
  readonly lost: Promise<StartupError>;
  /** Closes the connections, then stops the embedded server. */
  readonly stop: () => Promise<void>;
}

/** The database, up to date and open as the program's role. Throws a StartupError with what to do. */
export const bootDatabase = async (
  config: Pick<Config, 'databaseUrl' | 'databaseAdminUrl' | 'databaseConnections' | 'dataFolder'>,
  log: Log,
): Promise<BootedDatabase> => {
  const migrations = readMigrations(inProject('db', 'migrations'));
  const open = (options: pg.PoolConfig): Database =>
    openDatabase({ ...options, max: config.databaseConnections, application_name: 'diwan' }, (error) =>
      log.warn({ code: (error as { code?: string }).code }, 'a connection to the database was lost'),
    );
  if (config.databaseUrl) {
    const database = open(
      await prepareExternalPostgres({ url: config.databaseUrl, adminUrl: config.databaseAdminUrl }, migrations, log),
    );
    return { database, lost: new Promise(() => undefined), stop: database.close };
  }
  const server = await startEmbeddedPostgres(config.dataFolder, log);
  try {
    await migrateAs(server.logins.diwan_owner, migrations, log);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const database = open(server.logins.diwan_program);
  return {
    database,
    lost: server.lost,
    stop: async () => {
      await database.close();
      await server.stop();
    },
  };
};

const migrateAs = async (
  owner: pg.ClientConfig,
  migrations: Parameters<typeof applyMigrations>[1],
  log: Log,
): Promise<void> => {
  const client = new pg.Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await applyMigrations(client, migrations, log);
  } finally {
    await client.end();
  }
};
