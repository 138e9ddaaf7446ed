import pg from 'pg';
import type { Log } from './log.ts';
import type { Migration } from './migration-files.ts';
import {
  createMigrationTable,
  findMigrationOwner,
  listApplied,
  migrationSession,
  recordApplied,
  tryLock,
  waitForLock,
} from './migrations-queries.ts';
import { messageOf, StartupError } from './startup-error.ts';

/**
 * Brings the database up to the program: applies what of db/migrations is not yet in it, in order, each file in a
 * transaction of its own. Only forward; what was applied is never edited. The client must be a login that may change the
 * tables, and is used up: close it afterwards, which also gives the lock back.
 */
export const applyMigrations = async (client: pg.Client, migrations: readonly Migration[], log: Log): Promise<void> => {
  await client.query(migrationSession);
  const [lock] = (await client.query<{ locked: boolean }>(tryLock.text)).rows;
  if (!lock?.locked) {
    log.info('another program is bringing the database up to date; waiting for it');
    await client.query(`set lock_timeout = 0; ${waitForLock}`);
    await client.query(migrationSession);
  }
  await becomeOwner(client);
  const { rows: applied } = await client.query<Applied>(listApplied.text);
  requireSameHistory(migrations, applied);
  for (const migration of migrations.slice(applied.length)) {
    await applyOne(client, migration);
    log.info({ migration: migration.name }, 'migration applied');
  }
};

type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>;

/** Tables belong to whoever applied the first migration. Another login goes on as that one, if it may. */
const becomeOwner = async (client: pg.Client): Promise<void> => {
  const [table] = (await client.query<{ owner: string; mine: boolean }>(findMigrationOwner.text)).rows;
  if (!table) {
    await client.query(createMigrationTable).catch((cause: unknown) => {
      throw new StartupError(
        `The tables cannot be made: ${messageOf(cause)}. The login that applies migrations must be the owner of the database; see docs/operate-database.md.`,
        { cause },
      );
    });
  } else if (table.mine) {
    await client.query(`set role ${pg.escapeIdentifier(table.owner)}`);
  } else {
    throw new StartupError(
      `The tables of the database belong to "${table.owner}", which this login may not act as. Set DATABASE_ADMIN_URL to a login that may; see docs/operate-database.md.`,
    );
  }
};

const requireSameHistory = (migrations: readonly Migration[], applied: readonly Applied[]): void => {
  const newest = applied.at(-1)?.number ?? 0;
  applied.forEach((one, index) => {
    const file = migrations[index];
    if (file?.name === one.name) {
      if (file.checksum === one.checksum) return;
      throw new StartupError(
        `db/migrations/${one.name} has changed since it was applied to this database. Put it back as it was and write the change as a new migration.`,
      );
    }
    if (file && file.number < newest) {
      throw new StartupError(
        `db/migrations/${file.name} comes before ${applied.at(-1)?.name}, which this database already has. Give it the next free number.`,
      );
    }
    throw new StartupError(
      `The database was brought up to date by a newer Diwan (it has ${one.name}). Start that version; there is no way back.`,
    );
  });
};

const applyOne = async (client: pg.Client, { number, name, sql, checksum }: Migration): Promise<void> => {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(recordApplied.text, [number, name, checksum]);
    await client.query('commit');
  } catch (cause) {
    await client.query('rollback').catch(() => undefined);
    throw new StartupError(
      `db/migrations/${name}${lineOf(cause, sql)} could not be applied: ${messageOf(cause)}. Nothing of it was kept.`,
      { cause },
    );
  }
};

const lineOf = (cause: unknown, sql: string): string => {
  if (!(cause instanceof pg.DatabaseError) || !cause.position) return '';
  return `:${sql.slice(0, Number(cause.position)).split('\n').length}`;
};
