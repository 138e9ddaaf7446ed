import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { mebibyte } from '../definition/fields/files.ts';
import { statement } from '../base/database.ts';
import { draftDays } from './drafts.ts';
import { findFile, keepUpload, sweepUploads, touchFiles } from './uploads.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine();
});
afterAll(() => world.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
const handIn = statement('test/hand-in', 'update upload set record_id = $2 where id = $1');
const age = statement('test/age', `update upload set touched_at = touched_at - interval '1 day' * $2 where id = $1`);
const isKept = statement<{ id: string }>('test/is-kept', 'select id from upload where id = $1');
const keep = async () => {
  const sent = { fileName: 'a.pdf', data: pdf };
  const outcome = await keepUpload(world.parts, 'mobility-permit', sent, {
    size: mebibyte,
    types: ['pdf'],
    protect: 'personal',
  });
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.file;
};

test('a file that is never handed in goes when its draft would; one whose form is touched, and one of a record, stay', async () => {
  const [left, touched, handedIn] = [await keep(), await keep(), await keep()];
  for (const { id } of [left, touched, handedIn]) await world.database.run(age, [id, draftDays + 1]);
  await touchFiles(world.database, [touched]);
  await world.database.run(handIn, [handedIn.id, 7]);
  expect(await sweepUploads(world.database, new Date())).toBe(1);
  const kept = async ({ id }: { readonly id: string }) => (await world.database.run(isKept, [id])).length;
  expect(await Promise.all([left, touched, handedIn].map(kept))).toEqual([0, 1, 1]);
});

test('a file is found under its own record only', async () => {
  const file = await keep();
  expect(await findFile(world.parts, file, 7)).toBeUndefined();
  await world.database.run(handIn, [file.id, 7]);
  expect((await findFile(world.parts, file, 7))?.content.equals(pdf)).toBe(true);
  expect(await findFile(world.parts, file, 8)).toBeUndefined();
});
