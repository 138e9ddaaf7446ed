import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { type S3Server, startS3Server } from '../../test/world/s3-server.ts';
import { statement } from '../base/database.ts';
import { mebibyte } from '../definition/fields/files.ts';
import { eraseRecords } from '../events/erasure-queries.ts';
import { createDatabaseStorage } from '../outside/database-storage.ts';
import { createDiskStorage } from '../outside/disk-storage.ts';
import { type FileStorage, StorageFailure, type StorageName } from '../outside/file-storage.ts';
import { createFiles } from '../outside/files.ts';
import { createS3Storage } from '../outside/s3-storage.ts';
import { moveFiles } from './move-files.ts';
import { copyFile, findFile, keepUpload } from './uploads.ts';

let world: TestEngine;
let s3: S3Server;
let storages: Record<StorageName, FileStorage>;
beforeAll(async () => {
  [world, s3] = await Promise.all([openTestEngine(), startS3Server()]);
  storages = {
    database: createDatabaseStorage(world.database),
    disk: createDiskStorage(join(mkdtempSync(join(tmpdir(), 'diwan-files-')), 'files')),
    s3: createS3Storage(s3.config),
  };
});
afterAll(async () => {
  s3?.stop();
  await world?.close();
});

const empty = statement('test/empty', 'delete from upload');
const emptyNotes = statement('test/empty-notes', 'delete from content_to_remove');
const handIn = statement('test/hand-in', 'update upload set record_id = $2 where id = $1');
const makeDue = statement('test/make-due', 'update content_to_remove set due_at = now()');
const notes = statement<{ storage: string }>('test/notes', 'select storage from content_to_remove');
beforeEach(async () => {
  for (const each of [empty, emptyNotes]) await world.database.run(each);
});

const filesIn = (home: StorageName, others = storages) => createFiles(world.database, others, home);
const partsIn = (home: StorageName) => ({ ...world.parts, files: filesIn(home) });
const pdf = (word: string) => Buffer.from(`%PDF-1.7\n1 0 obj<</Type/Catalog/Note(${word})>>endobj\n%%EOF\n`);
const room = { holder: Buffer.from('A'), own: mebibyte, all: mebibyte };
const send = (home: StorageName, protect: 'personal' | 'sensitive' = 'personal', word = 'paper') =>
  keepUpload(
    partsIn(home),
    'mobility-permit',
    { fileName: 'a.pdf', data: pdf(word) },
    { size: mebibyte, types: ['pdf'], protect },
    room,
  );
const keep = async (...sent: Parameters<typeof send>) => {
  const outcome = await send(...sent);
  if ('fault' in outcome) throw new Error(outcome.fault);
  await world.database.run(handIn, [outcome.file.id, 7]);
  return outcome.file;
};
const contentsOf = (id: string) =>
  Promise.all((['database', 'disk', 's3'] as const).map(async (name) => (await storages[name].get(id))?.toString()));

test('files move from any storage to any other, are found all the time, and nothing of them stays behind', async () => {
  const kept = [
    await keep('database'),
    await keep('disk'),
    await keep('s3'),
    await keep('disk', 'sensitive', 'illness'),
  ];
  for (const to of ['s3', 'disk', 'database'] as const) {
    const parts = partsIn(to);
    expect(await moveFiles(parts, to, () => undefined)).toMatchObject({ broken: [] });
    expect(await moveFiles(parts, to, () => undefined)).toEqual({ moved: 0, bytes: 0, broken: [] });
    await parts.files.sweep(10);
    for (const file of kept) {
      const word = file === kept[3] ? 'illness' : 'paper';
      expect((await findFile(parts, file, 7))?.content.equals(pdf(word))).toBe(true);
      const contents = await contentsOf(file.id);
      expect(contents.filter((each) => each !== undefined)).toHaveLength(1);
      // What is sealed is so in every storage.
      expect(contents.some((each) => each?.includes('illness'))).toBe(false);
    }
    expect(await world.database.run(notes)).toEqual([]);
  }
});

test('a move that is interrupted leaves every file in one place and goes on with the rest', async () => {
  const kept = [await keep('disk'), await keep('disk'), await keep('disk')];
  let puts = 0;
  const breaking: FileStorage = {
    ...storages.s3,
    put: (...sent) => (++puts === 2 ? Promise.reject(new StorageFailure('gone')) : storages.s3.put(...sent)),
  };
  const interrupted = { ...world.parts, files: filesIn('disk', { ...storages, s3: breaking }) };
  await expect(moveFiles(interrupted, 's3', () => undefined)).rejects.toThrow('gone');
  for (const file of kept) expect(await findFile(partsIn('disk'), file, 7)).toBeDefined();
  expect(await moveFiles(partsIn('disk'), 's3', () => undefined)).toMatchObject({ moved: 2, broken: [] });
});

test('what is not there or not what it was stays where it is, and is told', async () => {
  const [lost, changed] = [await keep('disk'), await keep('disk')];
  await storages.disk.remove(lost.id);
  await storages.disk.put(changed.id, Buffer.from('another'));
  const { moved, broken } = await moveFiles(partsIn('disk'), 's3', () => undefined);
  expect(moved).toBe(0);
  expect(new Map(broken.map(({ id, fault }) => [id, fault]))).toEqual(
    new Map([
      [lost.id, 'is not in its storage'],
      [changed.id, 'is not what it was'],
    ]),
  );
  await expect(findFile(partsIn('disk'), lost, 7)).rejects.toThrow(StorageFailure);
});

test('erasing takes what a file held out of every storage; where one is away, that is tried again', async () => {
  const kept = [await keep('database'), await keep('disk'), await keep('s3')];
  await world.database.run(eraseRecords, [[7], [], new Date()]);
  const { files } = partsIn('disk');
  await s3.trouble('fail', 3);
  await expect(files.sweep(10)).rejects.toThrow('the store of files answers 503');
  for (const file of kept) expect(await findFile(partsIn('disk'), file, 7)).toBeUndefined();
  expect(await world.database.run(notes)).toEqual([{ storage: 's3' }]);
  expect(await files.sweep(10)).toBe(0);
  await world.database.run(makeDue);
  expect(await files.sweep(10)).toBe(1);
  for (const file of kept) expect(await contentsOf(file.id)).toEqual([undefined, undefined, undefined]);
});

test('a storage that is away refuses a file with words, and what a failure left behind goes', async () => {
  await s3.trouble('fail', 3);
  expect(await send('s3')).toEqual({ fault: 'storage-away' });
  const failing = filesIn('disk');
  const id = randomUUID();
  const fail = () => Promise.reject(new Error('the database went away'));
  await expect(failing.keep(id, pdf('orphan'), fail)).rejects.toThrow('went away');
  expect(await storages.disk.get(id)).toBeDefined();
  expect(await failing.sweep(10)).toBe(2);
  expect(await storages.disk.get(id)).toBeUndefined();
});

test('who has no room fills no storage', async () => {
  const before = { ...room, own: 10 };
  const outcome = await keepUpload(
    partsIn('disk'),
    'mobility-permit',
    { fileName: 'a.pdf', data: pdf('x') },
    { size: mebibyte, types: ['pdf'], protect: 'personal' },
    before,
  );
  expect(outcome).toEqual({ fault: 'own-uploads-full' });
  expect(await world.database.run(notes)).toEqual([]);
});

test('a copy has a content of its own, made once', async () => {
  const file = await keep('disk');
  const copy = randomUUID();
  await Promise.all([copyFile(partsIn('s3'), file.id, copy), copyFile(partsIn('s3'), file.id, copy)]);
  await copyFile(partsIn('s3'), file.id, copy);
  await world.database.run(eraseRecords, [[7], [], new Date()]);
  await filesIn('s3').sweep(10);
  expect(await contentsOf(copy)).toEqual([undefined, undefined, pdf('paper').toString()]);
});
