import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { mebibyte } from '../definition/fields/files.ts';
import { statement } from '../base/database.ts';
import { draftDays } from './drafts.ts';
import {
  findFile,
  findPreviewOf,
  keepUpload,
  looseDays,
  sweepUploads,
  touchFiles,
  type UploadRoom,
} from './uploads.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine();
});
afterAll(() => world.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n');
const handIn = statement('test/hand-in', 'update upload set record_id = $2 where id = $1');
const age = statement('test/age', `update upload set touched_at = touched_at - interval '1 day' * $2 where id = $1`);
const isKept = statement<{ id: string }>('test/is-kept', 'select id from upload where id = $1');
const roomy = { holder: Buffer.from('A'), own: mebibyte, all: mebibyte };
const send = (room: UploadRoom) =>
  keepUpload(
    world.parts,
    'mobility-permit',
    { fileName: 'a.pdf', data: pdf },
    { size: mebibyte, types: ['pdf'], protect: 'personal' },
    room,
  );
const keep = async (room: UploadRoom = roomy) => {
  const outcome = await send(room);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.file;
};
const empty = statement('test/empty', 'delete from upload');

test('a file that is never handed in goes when its draft would; one whose form is touched, and one of a record, stay', async () => {
  const [left, touched, handedIn] = [await keep(), await keep(), await keep()];
  await touchFiles(world.database, [left]);
  for (const { id } of [left, touched, handedIn]) await world.database.run(age, [id, draftDays + 1]);
  await touchFiles(world.database, [touched]);
  await world.database.run(handIn, [handedIn.id, 7]);
  expect(await sweepUploads(world.database, new Date())).toBe(1);
  const kept = async ({ id }: { readonly id: string }) => (await world.database.run(isKept, [id])).length;
  expect(await Promise.all([left, touched, handedIn].map(kept))).toEqual([0, 1, 1]);
});

test('a file that no form names goes within days', async () => {
  const [loose, drafted] = [await keep(), await keep()];
  await touchFiles(world.database, [drafted]);
  for (const { id } of [loose, drafted]) await world.database.run(age, [id, looseDays + 1]);
  expect(await sweepUploads(world.database, new Date())).toBe(1);
  expect(await world.database.run(isKept, [loose.id])).toEqual([]);
});

test('who has left too much waiting is told so, and others are not; what is handed in counts no longer', async () => {
  await world.database.run(empty, []);
  const room = { holder: Buffer.from('A'), own: pdf.length * 2, all: pdf.length * 3 };
  const [first] = [await keep(room), await keep(room)];
  expect(await send(room)).toEqual({ fault: 'own-uploads-full' });
  const other = { ...room, holder: Buffer.from('B') };
  await keep(other);
  expect(await send(other)).toEqual({ fault: 'uploads-full' });
  await world.database.run(handIn, [first.id, 7]);
  await keep(room);
});

test('a file is found under its own record only', async () => {
  const file = await keep();
  expect(await findFile(world.parts, file, 7)).toBeUndefined();
  await world.database.run(handIn, [file.id, 7]);
  expect((await findFile(world.parts, file, 7))?.content.equals(pdf)).toBe(true);
  expect(await findFile(world.parts, file, 8)).toBeUndefined();
});

const picture = await sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#369' } })
  .png()
  .toBuffer();
const keepPicture = async (protect: 'personal' | 'sensitive') => {
  const sent = { fileName: 'a.png', data: picture };
  const settings = { size: mebibyte, types: ['image'], protect } as const;
  const outcome = await keepUpload(world.parts, 'mobility-permit', sent, settings, roomy);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.file;
};
const lookAt = statement<{ preview: Buffer | null }>('test/look-at', 'select preview from upload where id = $1');
const forgetPreview = statement('test/forget-preview', 'update upload set preview = null where id = $1');
const quarantine = statement('test/quarantine', 'update upload set quarantined_at = now() where id = $1');
const sizeOf = async (preview: Buffer | undefined) => preview && (await sharp(preview).metadata()).width;

test('a picture has a small one beside it, made again where it is missing; of a record only under that record', async () => {
  const { id } = await keepPicture('personal');
  expect(await sizeOf(await findPreviewOf(world.parts, id, undefined))).toBe(360);
  await world.database.run(forgetPreview, [id]);
  expect(await sizeOf(await findPreviewOf(world.parts, id, undefined))).toBe(360);
  expect((await world.database.run(lookAt, [id]))[0]?.preview).toBeInstanceOf(Buffer);
  await world.database.run(handIn, [id, 7]);
  expect(await sizeOf(await findPreviewOf(world.parts, id, 7))).toBe(360);
  for (const record of [undefined, 8]) expect(await findPreviewOf(world.parts, id, record)).toBeUndefined();
  await world.database.run(quarantine, [id]);
  expect(await findPreviewOf(world.parts, id, 7)).toBeUndefined();
  expect(await findPreviewOf(world.parts, (await keep()).id, undefined)).toBeUndefined();
});

test('that of a sensitive picture is sealed like it, and shown under its record alone', async () => {
  const { id } = await keepPicture('sensitive');
  expect(await findPreviewOf(world.parts, id, undefined)).toBeUndefined();
  await world.database.run(handIn, [id, 7]);
  expect(await sizeOf(await findPreviewOf(world.parts, id, 7))).toBe(360);
  const [row] = await world.database.run(lookAt, [id]);
  await expect(sharp(row!.preview!).metadata()).rejects.toThrow();
});
