import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/base/database.ts';
import type { Login } from '../../src/base/embedded-postgres.ts';

export interface TestDatabase {
  /** As the program sees it: works as diwan_program. */
  readonly database: Database;
  /** As who owns the tables: for what a test must bring about that the program may not do. */
  readonly owner: Database;
  /** How to connect to it as the program, for a process of its own. */
  readonly login: Login;
  readonly close: () => Promise<void>;
}

/** A database without any table. */
export interface EmptyDatabase {
  readonly administrator: Login;
  readonly owner: Login;
  readonly program: Login;
  readonly close: () => Promise<void>;
}

export const asAdministrator = async (sql: string): Promise<void> => {
  const client = new pg.Client({ ...inject('logins').postgres, database: 'postgres' });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** A database of its own, with all migrations applied and nothing in it. Call it once per test file, and close it. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name} template diwan owner diwan_owner`);
  const { diwan_owner, diwan_program } = inject('logins');
  const open = (login: Login): Database => openDatabase({ ...login, database: name, max: 10 }, () => undefined);
  const database = open(diwan_program);
  const owner = open(diwan_owner);
  return {
    database,
    owner,
    login: { ...diwan_program, database: name },
    close: async () => {
      await Promise.all([database.close(), owner.close()]);
      await asAdministrator(`drop database ${name} with (force)`);
    },
  };
};

export const createEmptyDatabase = (): Promise<EmptyDatabase> => createDatabaseFrom('template1');

/** @param template a database to which nobody is connected. */
export const createDatabaseFrom = async (template: string): Promise<EmptyDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdministrator(`create database ${name} template ${template} owner diwan_owner`);
  const { postgres, diwan_owner, diwan_program } = inject('logins');
  return {
    administrator: { ...postgres, database: name },
    owner: { ...diwan_owner, database: name },
    program: { ...diwan_program, database: name },
    close: () => asAdministrator(`drop database ${name} with (force)`),
  };
};
