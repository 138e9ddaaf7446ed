import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { type Database, openDatabase, statement } from './database.ts';

let world: TestDatabase;
let database: Database;
const lost: Error[] = [];

beforeAll(async () => {
  world = await createTestDatabase();
  await world.owner.pool.query('create table note (words text primary key, count bigint default 1)');
  database = openDatabase({ ...world.login, max: 4 }, (error) => lost.push(error));
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const addNote = statement<{ words: string; count: number }>(
  'test/add-note',
  'insert into note (words) values ($1) returning words, count',
);
const listNotes = statement<{ words: string }>('test/list-notes', 'select words from note order by words');
const breakOff = statement('test/break-off', 'select pg_terminate_backend(pg_backend_pid())');

/** As an administrator or a restart of the server would. */
const cutConnections = () =>
  world.database.pool.query(`
    select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'diwan_program' and datname = current_database() and pid <> pg_backend_pid()`);

const until = async (happened: () => boolean): Promise<void> => {
  while (!happened()) await wait(20);
};

it('gives rows, with counts as numbers', async () => {
  expect(await database.run(addNote, ['one'])).toEqual([{ words: 'one', count: 1 }]);
});

it('keeps all of a transaction or nothing', async () => {
  await database.transaction(async ({ run }) => {
    await run(addNote, ['two']);
    await run(addNote, ['three']);
  });
  const failing = database.transaction(async ({ run }) => {
    await run(addNote, ['four']);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect((await database.run(listNotes)).map(({ words }) => words)).toEqual(['one', 'three', 'two']);
});

it('survives that a connection breaks in the middle of a transaction', async () => {
  const failing = database.transaction(async ({ run }) => {
    await run(addNote, ['five']);
    await run(breakOff);
  });
  await expect(failing).rejects.toThrow('terminating connection');
  expect((await database.run(listNotes)).map(({ words }) => words)).not.toContain('five');
});

it('serves again after all its connections were cut', async () => {
  await Promise.all([1, 2, 3].map(() => database.run(listNotes)));
  await cutConnections();
  await until(() => database.pool.totalCount === 0);
  expect(lost.length).toBeGreaterThan(0);
  expect(await database.run(listNotes)).toHaveLength(3);
});

it('hears what is announced, and looks for itself after its connection was lost', async () => {
  const heard: string[] = [];
  const close = await database.listen('news', (payload) => heard.push(payload));
  await database.pool.query(`select pg_notify('news', 'first')`);
  await until(() => heard.length === 1);
  await cutConnections();
  await until(() => heard.length === 2);
  await database.pool.query(`select pg_notify('news', 'second')`);
  await until(() => heard.length === 3);
  expect(heard).toEqual(['first', '', 'second']);
  await close();
});

it('stops listening while it tries to connect again', async () => {
  const close = await database.listen('news', () => undefined);
  await cutConnections();
  await close();
});

it('cuts off a statement that has gone astray', async () => {
  const hasty = openDatabase({ ...world.login, max: 1, statement_timeout: 50 }, () => undefined);
  await expect(hasty.pool.query('select pg_sleep(5)')).rejects.toThrow('statement timeout');
  await hasty.close();
});

it('does one thing after the other of what a transaction asks for at once, and undoes all of it where one fails', async () => {
  const warnings: string[] = [];
  const onWarning = (warning: Error) => void warnings.push(warning.message);
  process.on('warning', onWarning);
  const adding = database.transaction((transaction) =>
    Promise.all(['same', 'other', 'same', 'last'].map((words) => transaction.run(addNote, [words]))),
  );
  await expect(adding).rejects.toThrow('duplicate key');
  const both = await database.transaction((transaction) =>
    Promise.all(['first', 'second'].map((words) => transaction.run(addNote, [words]))),
  );
  process.off('warning', onWarning);
  expect(both.flat().map(({ words }) => words)).toEqual(['first', 'second']);
  const kept = (await database.run(listNotes)).map(({ words }) => words);
  expect(kept).toEqual(expect.arrayContaining(['first', 'second']));
  expect(kept).not.toEqual(expect.arrayContaining(['same']));
  expect(kept).not.toEqual(expect.arrayContaining(['other']));
  expect(warnings).toEqual([]);
});
