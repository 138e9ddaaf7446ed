import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEmptyDatabase, createTestDatabase, type EmptyDatabase } from '../../test/world/database.ts';
import { silentLog } from '../../test/world/log.ts';
import { readMigrations } from './migration-files.ts';
import { applyMigrations } from './migrations.ts';
import { inProject } from './paths.ts';

let empty: EmptyDatabase;
let folder: string;

beforeEach(async () => {
  empty = await createEmptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'diwan-migrations-'));
});
afterEach(async () => {
  await empty.close();
  rmSync(folder, { recursive: true });
});

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
};

const asLogin = async <Result>(
  login: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const client = new pg.Client(login);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** A start of the program, as far as its migrations go. */
const start = () => asLogin(empty.owner, (client) => applyMigrations(client, readMigrations(folder), silentLog));
const ask = async (sql: string, login = empty.owner) =>
  asLogin(login, async (client) => (await client.query(sql)).rows as unknown[]);

it('are applied once, in their order, each time only what is new', async () => {
  write({
    '0002_b.sql': `insert into steps values ('b')`,
    '0001_a.sql': `create table steps (step text); insert into steps values ('a')`,
  });
  await start();
  await start();
  write({ '0010_c.sql': `insert into steps values ('c')` });
  await start();
  expect(await ask('select step from steps')).toEqual([{ step: 'a' }, { step: 'b' }, { step: 'c' }]);
});

it('are applied by one of several programs that start together', async () => {
  write({
    '0001_a.sql': 'create table steps (step text); select pg_sleep(0.2)',
    '0002_b.sql': `insert into steps values ('b')`,
  });
  await Promise.all([start(), start(), start(), start()]);
  expect(await ask('select step from steps')).toEqual([{ step: 'b' }]);
});

it('leave nothing of a file that fails, and name its line', async () => {
  write({
    '0001_a.sql': 'create table kept (id int)',
    '0002_b.sql': 'create table gone (id int);\n\nselect nonsense from kept;\n',
  });
  await expect(start()).rejects.toThrow(
    'db/migrations/0002_b.sql:3 could not be applied: column "nonsense" does not exist. Nothing of it was kept.',
  );
  expect(await ask(`select to_regclass('kept') is not null as kept, to_regclass('gone') is not null as gone`)).toEqual([
    { kept: true, gone: false },
  ]);
  write({ '0002_b.sql': 'create table gone (id int)' });
  await start();
});

it('are refused when a file that was applied has changed, but not for its line ends', async () => {
  write({ '0001_a.sql': 'create table steps (step text);\nselect 1;\n' });
  await start();
  write({ '0001_a.sql': 'create table steps (step text);\r\nselect 1;\r\n' });
  await start();
  write({ '0001_a.sql': 'create table steps (step text, more text);' });
  await expect(start()).rejects.toThrow('0001_a.sql has changed since it was applied to this database');
});

it('are refused when a newer program was here, or when one comes too late', async () => {
  write({ '0001_a.sql': 'select 1', '0005_e.sql': 'select 1' });
  await start();
  rmSync(join(folder, '0005_e.sql'));
  await expect(start()).rejects.toThrow('by a newer Diwan (it has 0005_e.sql)');
  write({ '0003_c.sql': 'select 1', '0005_e.sql': 'select 1' });
  await expect(start()).rejects.toThrow(
    'db/migrations/0003_c.sql comes before 0005_e.sql, which this database already has',
  );
});

it('are refused when they are not whole', async () => {
  await expect(start).rejects.toThrow('There are no migrations');
  write({ '0001_a.sql': 'select 1', '0001_b.sql': 'select 1' });
  await expect(start).rejects.toThrow('0001_a.sql and 0001_b.sql have the same number');
  write({ 'later.sql': 'select 1' });
  await expect(start).rejects.toThrow('must be named like 0012_what_it_does.sql');
});

it('are refused to a login that the tables do not belong to', async () => {
  write({ '0001_a.sql': 'select 1' });
  await start();
  const asProgram = asLogin(empty.program, (client) => applyMigrations(client, readMigrations(folder), silentLog));
  await expect(asProgram).rejects.toThrow(
    'belong to "diwan_owner", which this login may not act as. Set DATABASE_ADMIN_URL',
  );
});

it('let the program read and write new tables, except where one takes that back', async () => {
  write({
    '0001_roles.sql': readMigrations(inProject('db', 'migrations'))[0]?.sql ?? '',
    '0002_tables.sql': `
      create table note (id bigint generated always as identity primary key, words text);
      create table happening (id bigint generated always as identity, what text);
      revoke update, delete, truncate on happening from diwan_program`,
  });
  await start();
  for (const sql of [
    `insert into note (words) values ('a')`,
    `update note set words = 'b'`,
    'delete from note',
    `insert into happening (what) values ('x')`,
  ]) {
    await ask(sql, empty.program);
  }
  expect(await ask('select what from happening', empty.program)).toEqual([{ what: 'x' }]);
  for (const sql of [
    `update happening set what = 'y'`,
    'delete from happening',
    'truncate happening',
    'drop table happening',
    'alter table happening disable trigger all',
    'truncate note',
    'create table mine (id int)',
    `delete from migration`,
  ]) {
    await expect(ask(sql, empty.program), sql).rejects.toThrow(/permission denied|must be owner/);
  }
});

it('give every table a comment', async () => {
  const world = await createTestDatabase();
  const { rows } = await world.owner.pool.query(`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') and obj_description(oid) is null`);
  await world.close();
  expect(rows).toEqual([]);
});

it('never let the program change or remove an event', async () => {
  const world = await createTestDatabase();
  for (const sql of [
    `update event set kind = 'x'`,
    'delete from event',
    'truncate event cascade',
    'drop table event',
    'update event set facts = default',
  ]) {
    await expect(world.database.pool.query(sql), sql).rejects.toThrow(/permission denied|must be owner/);
  }
  await world.close();
});
