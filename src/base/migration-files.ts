import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from './startup-error.ts';

/** One file of db/migrations: `0002_records.sql` has number 2. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** In the order in which they are applied. */
export const readMigrations = (folder: string): Migration[] => {
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .map((name) => readMigration(folder, name));
  if (migrations.length === 0)
    throw new StartupError(`There are no migrations in ${folder}: this copy of Diwan is not whole.`);
  migrations.forEach(({ number, name }, index) => {
    const before = migrations[index - 1];
    if (before?.number === number)
      throw new StartupError(
        `${before.name} and ${name} have the same number. Give the newer one the next free number.`,
      );
  });
  return migrations;
};

const readMigration = (folder: string, name: string): Migration => {
  const number = /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1];
  if (!number) throw new StartupError(`${join(folder, name)} must be named like 0012_what_it_does.sql.`);
  // Line ends depend on how git was told to check out.
  const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
  return { number: Number(number), name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
};
