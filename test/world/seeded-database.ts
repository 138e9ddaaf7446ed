import { cp, mkdir, mkdtemp, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { createDatabaseFrom, createEmptyDatabase, type EmptyDatabase } from './database.ts';

/** The demonstration takes longer to make than most tests: it is made once for a run, by whoever wants it first, then copied. */
const template = 'diwan_seeded';

/**
 * A database that holds the demonstration, and in `folder` the keys that belong to it.
 * @param make starts the program once on an empty database and folder, and ends it
 */
export const createSeededDatabase = async (
  folder: string,
  make: (database: EmptyDatabase, folder: string) => Promise<void>,
): Promise<EmptyDatabase> => {
  const keys = inject('seededKeys');
  const client = new pg.Client({ ...inject('logins').postgres, database: 'postgres' });
  await client.connect();
  try {
    // Copies are made one after another, too: a database that is being copied may not be open.
    await client.query(`select pg_advisory_lock(hashtext('${template}'))`);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const database = await createEmptyDatabase();
      await mkdir(dirname(keys), { recursive: true });
      const making = await mkdtemp(join(dirname(keys), 'seeding-'));
      await make(database, making);
      await rename(making, keys);
      await client.query(`alter database ${database.administrator.database} rename to ${template}`);
    }
    await cp(keys, folder, { recursive: true });
    return await createDatabaseFrom(template);
  } finally {
    await client.end();
  }
};
