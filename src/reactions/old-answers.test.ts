import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { careData, careFiles, careSecrets, tablesWith } from '../../test/world/care.ts';
import { openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { findFile, keepUpload } from '../intake/uploads.ts';
import { commitTo } from '../events/digest.ts';
import { act } from '../events/engine.ts';
import { findRecord } from '../events/load-record.ts';
import { sealOldAnswers } from '../events/old-answers.ts';
import { findOldAnswers } from '../events/old-answers-queries.ts';
import { placeOfEvent, unsealSalt, unsealValues } from '../events/sealed-answers.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine({ services: { care: careFiles } });
});
afterAll(() => world.close());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Note(Tuberculosis)>>endobj\n%%EOF\n');
const nurse = staff('11111111-1111-4111-8111-111111111111', 'nurse');
const load = async (id: number) => (await findRecord(world.parts, id))!;
const query = async <Row>(sql: string, values: unknown[] = []) =>
  (await world.owner.pool.query(sql, values)).rows as Row[];

const submit = async (): Promise<{ readonly id: number; readonly file: string }> => {
  const published = world.parts.catalogue.find('care')!;
  const room = { holder: Buffer.from('A'), own: 1e6, all: 1e6 };
  const sent = { fileName: 'Tuberculosis.pdf', data: pdf };
  const kept = await keepUpload(world.parts, 'care', sent, published.service.fields.get('paper') as never, room);
  if ('fault' in kept) throw new Error(kept.fault);
  const request = { published, key: randomUUID(), sent: careData({ paper: [kept.file] }), channel: 'api' } as const;
  const { recordId: id } = await world.intake.submit({ ...request, locale: 'en' });
  await act(world.parts, {
    recordId: id,
    action: 'correct',
    ...nurse,
    sent: { illness: 'Tuberculosis II', town: 'Sour' },
  });
  return { id, file: kept.file.id };
};

/** Rows as a program wrote them that did not encrypt yet. */
const asItWas = async ({ id, file }: { readonly id: number; readonly file: string }): Promise<void> => {
  const owners = [`record ${id}`, `upload ${file}`];
  const keys = await world.parts.dataKeys.find(world.database, owners);
  const key = keys.get(owners[0]!)!;
  const rows = await query<{ number: number; salt: Buffer; content: Record<string, unknown> }>(
    'select number, salt, content from event_content where record_id = $1',
    [id],
  );
  for (const { number, salt, content } of rows) {
    const place = placeOfEvent(id, number);
    const open = unsealValues(content, key, place);
    await query('update event_content set salt = $3, content = $4 where record_id = $1 and number = $2', [
      id,
      number,
      unsealSalt(key, place, salt),
      JSON.stringify(open),
    ]);
  }
  const { answers } = (await load(id)).record;
  await query('update record set data = $2 where id = $1', [id, JSON.stringify(answers)]);
  const [paper] = answers['paper'] as readonly { name: string; sha256: string }[];
  await query(`update upload set name = $2, sha256 = decode($3, 'hex'), sealed = false where id = $1`, [
    file,
    paper!.name,
    paper!.sha256,
  ]);
  await query('update file_content set content = $2 where key = $1', [file, pdf]);
  await query(`update outbox set recipient = '+9613765432' where record_id = $1`, [id]);
  await query('delete from data_key where owner = any($1)', [owners]);
};

test('what was written before answers were encrypted is encrypted, from wherever it stopped, and says the same as before', async () => {
  const old = [await submit(), await submit(), await submit()];
  const before = await Promise.all(old.map(({ id }) => load(id)));
  for (const each of old) await asItWas(each);
  expect(await tablesWith(world.owner, careSecrets)).toEqual([
    'event_content',
    'file_content',
    'outbox',
    'record',
    'upload',
  ]);
  await query('update old_answers set up_to = 0, last = $1, done_at = null', [old.at(-1)!.id]);

  // A program that stops goes on where it was; one that runs beside it does no harm.
  expect(await sealOldAnswers(world.parts, 2)).toBe(true);
  expect(await world.database.run(findOldAnswers)).toMatchObject([{ upTo: old[1]!.id, sealed: 2, done: false }]);
  await Promise.all([sealOldAnswers(world.parts, 2), sealOldAnswers(world.parts, 2)]);
  expect(await world.database.run(findOldAnswers)).toMatchObject([{ upTo: old[2]!.id, sealed: 3, done: true }]);
  expect(await sealOldAnswers(world.parts, 2)).toBe(false);

  expect(await tablesWith(world.owner, careSecrets)).toEqual([]);
  expect(await Promise.all(old.map(({ id }) => load(id)))).toEqual(before);
  const { id, file } = old[0]!;
  expect((await findFile(world.parts, { id: file, name: 'x' } as never, id))?.content.equals(pdf)).toBe(true);
  // What was committed to still is what was said.
  const key = (await world.parts.dataKeys.find(world.database, [`record ${id}`])).get(`record ${id}`)!;
  const [kept] = await query<{ salt: Buffer; commitment: Buffer }>(
    'select salt, commitment from event join event_content using (record_id, number) where record_id = $1 and number = 1',
    [id],
  );
  const salt = unsealSalt(key, placeOfEvent(id, 1), kept!.salt);
  expect(commitTo(salt, before[0]!.events[0]!.content).equals(kept!.commitment)).toBe(true);
  // It goes on as any other.
  await act(world.parts, {
    recordId: id,
    action: 'note',
    ...nurse,
    sent: { finding: 'Tuberculosis gone', remark: 'came' },
  });
  expect(await tablesWith(world.owner, careSecrets)).toEqual([]);
});
