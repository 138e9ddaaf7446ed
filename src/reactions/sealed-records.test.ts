import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { careData, careFiles, careSecrets, tablesWith } from '../../test/world/care.ts';
import { openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { SealBroken } from '../base/sealed-box.ts';
import { commitTo, digestOf } from '../events/digest.ts';
import { findDraft, findDraftFor, removeDraft, saveDraft } from '../intake/drafts.ts';
import { findFile, keepUpload, sweepUploads } from '../intake/uploads.ts';
import { keysAtHand } from '../outside/local-keys.ts';
import { createRecordMessages } from './record-message.ts';
import type { Locale } from '../base/texts.ts';
import { createDataKeys } from '../events/data-keys.ts';
import { act } from '../events/engine.ts';
import { findRecord } from '../events/load-record.ts';
import { createSearchIndex } from '../projections/search-index.ts';
import { findEvents } from '../events/record-queries.ts';
import { placeOfEvent, unsealSalt } from '../events/sealed-answers.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine({ services: { care: careFiles } });
});
afterAll(() => world.close());

const published = () => world.parts.catalogue.find('care')!;
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Note(Tuberculosis)>>endobj\n%%EOF\n');
const submit = async (changes: Readonly<Record<string, unknown>> = {}): Promise<number> => {
  const { recordId } = await world.intake.submit({
    published: published(),
    key: randomUUID(),
    sent: careData(changes),
    channel: 'api',
    locale: 'en',
  });
  return recordId;
};
const load = async (id: number) => (await findRecord(world.parts, id))!;
const upload = async () => {
  const field = published().service.fields.get('paper') as never;
  const room = { holder: Buffer.from('A'), own: 1e6, all: 1e6 };
  const outcome = await keepUpload(world.parts, 'care', { fileName: 'Tuberculosis.pdf', data: pdf }, field, room);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.file;
};
const nurse = staff('11111111-1111-4111-8111-111111111111', 'nurse');

test('a stolen database shows no sensitive answer, file, draft or number anywhere; the rest is as it was', async () => {
  const file = await upload();
  const id = await submit({ paper: [file] });
  await act(world.parts, {
    recordId: id,
    action: 'correct',
    ...nurse,
    sent: { illness: 'Tuberculosis II', town: 'Sour' },
  });
  await act(world.parts, { recordId: id, action: 'suggest', ...nurse, sent: { illness: 'No Tuberculosis' } });
  await act(world.parts, {
    recordId: id,
    action: 'note',
    ...nurse,
    sent: { finding: 'Tuberculosis seen', remark: 'came' },
  });
  await saveDraft(world.parts, undefined, published(), 'ar', { illness: 'Tuberculosis', 'family.0.name': 'Karim' });
  while (await createSearchIndex(world.parts).follow());
  expect(await tablesWith(world.owner, [...careSecrets, 'tuberculosis', 'karim'])).toEqual([]);
  expect(await tablesWith(world.owner, ['leila'])).toEqual(['record_words']);
  expect(await tablesWith(world.owner, ['Leila Haddad'])).toEqual(['event_content', 'record']);

  const { record } = await load(id);
  expect(record.answers).toMatchObject({
    illness: 'Tuberculosis II',
    positive: true,
    town: 'Sour',
    phone: '+9613765432',
  });
  expect(record.proposals[0]?.values).toEqual({ illness: 'No Tuberculosis' });
  expect((await findFile(world.parts, file, id))?.content.equals(pdf)).toBe(true);
});

test('guessing does not help either: the salt of what was committed to is sealed, and the commitment still holds', async () => {
  const id = await submit();
  const [row] = await world.database.run(findEvents, [id]);
  const [kept] = (
    await world.owner.pool.query<{ salt: Buffer; commitment: Buffer; digest: Buffer }>(
      'select salt, commitment, digest from event join event_content using (record_id, number) where record_id = $1',
      [id],
    )
  ).rows;
  const { events } = await load(id);
  expect(commitTo(kept!.salt, events[0]!.content).equals(kept!.commitment)).toBe(false);
  const key = (await world.parts.dataKeys.find(world.database, [`record ${id}`])).get(`record ${id}`)!;
  const salt = unsealSalt(key, placeOfEvent(id, 1), kept!.salt);
  expect(commitTo(salt, events[0]!.content).equals(kept!.commitment)).toBe(true);
  expect(digestOf(id, 1, events[0]!, kept!.commitment).equals(row!.digest)).toBe(true);
});

test('what is sealed opens in its own place only: not in another record, event or question, and not when it was changed', async () => {
  const [one, other] = [await submit(), await submit({ illness: 'Flu' })];
  const contents = `select content from event_content where record_id = $1 and number = 1`;
  const contentOf = async (id: number) =>
    (await world.owner.pool.query<{ content: Record<string, unknown> }>(contents, [id])).rows[0]!.content;
  const put = (id: number, content: object) =>
    world.owner.pool.query('update event_content set content = $2 where record_id = $1 and number = 1', [id, content]);
  const mine = await contentOf(one);
  const theirs = await contentOf(other);

  await put(one, { ...mine, illness: theirs['illness'] });
  await expect(load(one)).rejects.toThrow(SealBroken);
  await put(one, { ...mine, who: mine['illness'] });
  await expect(load(one)).rejects.toThrow(SealBroken);
  const { sealed } = mine['illness'] as { sealed: string };
  const bytes = Buffer.from(sealed, 'base64');
  bytes[14]! ^= 1;
  await put(one, { ...mine, illness: { sealed: bytes.toString('base64') } });
  await expect(load(one)).rejects.toThrow(SealBroken);

  // With the key of the other record as well: it is bound to its record all the same.
  await put(one, { ...mine, illness: theirs['illness'] });
  const swap = `update data_key set wrapped = (select wrapped from data_key where owner = $2) where owner = $1`;
  await world.owner.pool.query(swap, [`record ${one}`, `record ${other}`]);
  await expect(load(one)).rejects.toThrow(SealBroken);
});

test('a sensitive number is still counted and called: by keyed hash, and asked of the record when a message goes out', async () => {
  const phone = '03 111 222';
  const [first, second] = [await submit({ phone }), await submit({ phone })];
  expect((await load(second)).record.answers['phone']).toBe((await load(first)).record.answers['phone']);
  const messages = await world.owner.pool.query<{ recipient: string; template: string; id: number }>(
    'select id, recipient, template from outbox where record_id = $1',
    [first],
  );
  expect(messages.rows).toMatchObject([{ recipient: '', template: 'submitted' }]);
  const render = createRecordMessages({ ...world.parts, publicUrl: 'https://diwan.test', timeZone: 'Asia/Beirut' });
  const words = await render({
    id: 1,
    recordId: first,
    template: 'submitted',
    channel: 'sms',
    recipient: '',
    locale: 'en' as Locale,
    values: { event: 1 },
    createdAt: new Date(),
  });
  expect(words.to).toBe('+9613111222');
});

test('a draft is read back as it was typed; another key than its own does not open it; removed, its key goes too', async () => {
  const id = await saveDraft(world.parts, undefined, published(), 'ar', { illness: 'Asthma', town: 'Sour' });
  expect(await saveDraft(world.parts, id, published(), 'ar', { 'family.0.name': 'Karim' })).toBe(id);
  const draft = await findDraftFor(world.parts, published(), id);
  expect(draft?.inputs).toEqual({ illness: 'Asthma', town: 'Sour', 'family.0.name': 'Karim' });
  const stranger = { ...world.parts, dataKeys: createDataKeys(keysAtHand([randomBytes(32)])) };
  await expect(findDraft(stranger, 'care', id)).rejects.toThrow();
  await removeDraft(world.database, id);
  expect((await world.owner.pool.query(`select from data_key where owner = 'draft ' || $1`, [id])).rowCount).toBe(0);
});

test('a draft begun before its question was sensitive is sealed with the next page that is saved', async () => {
  const id = randomUUID();
  await world.owner.pool.query(
    `insert into draft (id, service, service_version, locale, answers) values ($1, 'care', $2, 'ar', '{"illness": "Asthma"}')`,
    [id, published().versionId],
  );
  expect(await saveDraft(world.parts, id, published(), 'ar', { illness: 'Asthma', town: 'Sour' })).toBe(id);
  expect(await tablesWith(world.owner, ['Asthma'])).toEqual([]);
  expect((await findDraft(world.parts, 'care', id))?.inputs).toEqual({ illness: 'Asthma', town: 'Sour' });
});

test('a file says what it is to its own record only, and a sealed one that is never handed in takes its key with it', async () => {
  const file = await upload();
  await expect(submit({ paper: [{ ...file, name: 'other.pdf' }] })).rejects.toMatchObject({ code: 'invalid-data' });
  await expect(submit({ paper: [{ ...file, size: file.size + 1 }] })).rejects.toMatchObject({ code: 'invalid-data' });
  await world.owner.pool.query(`update upload set touched_at = now() - interval '30 days' where id = $1`, [file.id]);
  expect(await sweepUploads(world.database, new Date())).toBe(1);
  expect((await world.owner.pool.query(`select from data_key where owner = 'upload ' || $1`, [file.id])).rowCount).toBe(
    0,
  );
});

test('records are read while their keys are wrapped anew, from wherever it stopped; then the old master key is of no use', async () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const before = { ...world.parts, dataKeys: createDataKeys(keysAtHand([old])) };
  await world.owner.pool.query('delete from data_key');
  const owners = Array.from({ length: 25 }, (_none, index) => `record ${900_000 + index}`);
  const made = await before.dataKeys.make(owners);
  for (const { owner, wrapping, wrapped } of made)
    await world.owner.pool.query('insert into data_key values ($1, $2, $3)', [owner, wrapping, wrapped]);

  const during = createDataKeys(keysAtHand([fresh, old]));
  expect(await during.rewrap(world.database, 10)).toBe(10);
  const found = await during.find(world.database, owners);
  expect(owners.every((owner, index) => found.get(owner)?.equals(made[index]!.key))).toBe(true);
  // Stopped and begun again, by another program.
  const again = createDataKeys(keysAtHand([fresh, old]));
  expect(await again.rewrap(world.database, 10)).toBe(10);
  expect(await again.rewrap(world.database, 10)).toBe(5);
  expect(await again.rewrap(world.database, 10)).toBe(0);
  const after = createDataKeys(keysAtHand([fresh]));
  expect((await after.find(world.database, owners)).size).toBe(25);
  await expect(before.dataKeys.find(world.database, owners)).rejects.toThrow('missing');
});
