import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { careData, careFiles, tablesWith } from '../../test/world/care.ts';
import { applicant, openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { noon } from '../../test/world/service.ts';
import { digestOf } from '../events/digest.ts';
import { act } from '../events/engine.ts';
import { findRecord } from '../events/load-record.ts';
import { findFile, keepUpload } from '../intake/uploads.ts';
import { createSearchIndex } from '../projections/search-index.ts';
import { readAnew } from '../projections/search-index-queries.ts';
import { createServiceVersions } from '../projections/service-versions.ts';
import { erasureDue } from '../record/retention.ts';
import { eraseByRule, previewErasure, purgeOldMessages, type RetentionParts } from './retention.ts';

let world: TestEngine;
let parts: RetentionParts;
beforeAll(async () => {
  world = await openTestEngine({ services: { care: careFiles } });
  parts = { ...world.parts, listVersions: createServiceVersions(world.database, world.parts.catalogue) };
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow(noon);
  await world.owner.pool.query('update record set erased_at = now() where erased_at is null');
});

const nurse = staff('11111111-1111-4111-8111-111111111111', 'nurse');
const does = (recordId: number, action: string, sent = {}) => act(world.parts, { recordId, action, ...nurse, sent });
const load = async (id: number) => (await findRecord(world.parts, id))!;
const months = (count: number) =>
  new Date(Date.UTC(noon.getUTCFullYear(), noon.getUTCMonth() + count, noon.getUTCDate() + 2));

const room = { holder: Buffer.from('A'), own: 1e6, all: 1e6 };
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog/Note(Tuberculosis)>>endobj\n%%EOF\n');

/** A request with all that a record can hold, that is over. */
const finished = async (changes: Readonly<Record<string, unknown>> = {}) => {
  const published = world.parts.catalogue.find('care')!;
  const sent = { fileName: 'Zahra.pdf', data: pdf };
  const kept = await keepUpload(world.parts, 'care', sent, published.service.fields.get('paper') as never, room);
  if ('fault' in kept) throw new Error(kept.fault);
  const { recordId: id } = await world.intake.submit({
    published,
    key: randomUUID(),
    sent: careData({ who: 'Zahra Mansour', town: 'Zahle', paper: [kept.file], ...changes }),
    channel: 'api',
    locale: 'en',
  });
  await does(id, 'correct', { illness: 'Tuberculosis II', town: 'Zahle' });
  await does(id, 'suggest', { illness: 'No Tuberculosis' });
  await does(id, 'note', { finding: 'seen', remark: `${String(changes['who'] ?? 'Zahra')} came by` });
  await does(id, 'finish');
  return { id, file: kept.file };
};
const words = ['Zahra', 'Mansour', 'Zahle', 'Tuberculosis'];

test('when its time is over everything that it says of a person is gone from every table, and the trail stays and holds', async () => {
  const { id, file } = await finished();
  const index = createSearchIndex(world.parts);
  while (await index.follow());
  expect(await tablesWith(world.owner, ['zahra'])).toEqual(['record_words']);
  expect((await tablesWith(world.owner, words)).length).toBeGreaterThan(0);
  const before = await load(id);
  expect(erasureDue(before.service, before.record)).toEqual(
    new Date(
      Date.UTC(
        noon.getUTCFullYear() + 1,
        noon.getUTCMonth(),
        noon.getUTCDate(),
        noon.getUTCHours(),
        noon.getUTCMinutes(),
        noon.getUTCSeconds(),
        noon.getUTCMilliseconds(),
      ),
    ),
  );

  expect(await eraseByRule(parts, months(11))).toBe(0);
  expect(await eraseByRule(parts, months(12))).toBe(1);
  expect(await eraseByRule(parts, months(13))).toBe(0);
  expect(await tablesWith(world.owner, [...words, 'zahra'])).toEqual([]);
  await index.follow();
  await world.database.run(readAnew);
  while (await index.follow());
  expect(await tablesWith(world.owner, ['zahra'])).toEqual([]);

  const { record, events } = await load(id);
  expect(record).toMatchObject({
    state: 'done',
    answers: {},
    proposals: [],
    erased: { at: months(12), rule: { rule: 'kept-long-enough', months: 12 } },
  });
  expect(record.documents).toHaveLength(1);
  expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'acted', 'acted', 'acted', 'acted', 'erased']);
  expect(events.every(({ content }) => content === undefined)).toBe(true);
  expect(await findFile(world.parts, file, id)).toBeUndefined();
  const { rows: keys } = await world.owner.pool.query('select from data_key where owner = any($1)', [
    [`record ${id}`, `upload ${file.id}`],
  ]);
  expect(keys).toEqual([]);
  // The chain of digests holds as it did: facts say nothing of anybody, contents are only committed to.
  const { rows } = await world.owner.pool.query<{ number: number; commitment: Buffer | null; digest: Buffer }>(
    'select number, commitment, digest from event where record_id = $1 order by number',
    [id],
  );
  let previous: Buffer | undefined;
  for (const [index, row] of rows.entries()) {
    const digest = digestOf(id, row.number, events[index]!, row.commitment ?? undefined, previous);
    expect(digest.equals(row.digest)).toBe(true);
    previous = digest;
  }
});

test('the same submission sent again after that is refused, and says nothing of what it was', async () => {
  const key = randomUUID();
  const published = world.parts.catalogue.find('care')!;
  const request = { published, key, sent: careData(), channel: 'api', locale: 'en' } as const;
  const { recordId } = await world.intake.submit(request);
  await does(recordId, 'finish');
  await eraseByRule(parts, months(13));
  await expect(world.intake.submit(request)).rejects.toMatchObject({ code: 'key-reused' });
});

test('nothing is erased while something runs: work, a question to the applicant, the time in which to contest', async () => {
  const { id: contestable } = await finished({ until: '2099-01-01' });
  const published = world.parts.catalogue.find('care')!;
  const submit = async () =>
    (await world.intake.submit({ published, key: randomUUID(), sent: careData(), channel: 'api', locale: 'en' }))
      .recordId;
  const [open, asked] = [await submit(), await submit()];
  await does(asked, 'ask');
  expect(await eraseByRule(parts, months(40))).toBe(0);
  for (const id of [contestable, open, asked]) expect((await load(id)).record.answers['illness']).toBeDefined();
  // Taken up again, it begins anew.
  await act(world.parts, { recordId: contestable, action: 'contest', ...applicant, sent: {} });
  expect((await load(contestable)).record.state).toBe('submitted');
});

test('somebody with the right decides so for a reason: gone at once, whoever asks for it otherwise is refused', async () => {
  const { id } = await finished({ who: 'Samira Nasser' });
  await expect(does(id, 'forget')).rejects.toMatchObject({ code: 'invalid-data' });
  await expect(
    act(world.parts, { recordId: id, action: 'forget', ...staff('x', 'clerk'), sent: { erasure_reason: 'requested' } }),
  ).rejects.toMatchObject({ code: 'not-allowed' });
  await does(id, 'forget', { erasure_reason: 'requested' });
  expect(await tablesWith(world.owner, ['Samira', 'Tuberculosis'])).toEqual([]);
  const { record, events } = await load(id);
  expect(record.erased?.rule).toEqual({ rule: 'decided', reason: 'requested' });
  expect(events.at(-1)).toMatchObject({ kind: 'acted', facts: { action: 'forget', erased: { reason: 'requested' } } });
  // What is done with what is left of it is a trail too, under a new key.
  await does(id, 'note', { finding: 'Tuberculosis asked for' });
  expect(await tablesWith(world.owner, ['Tuberculosis'])).toEqual([]);
});

test('one that cannot be erased holds up no other, is kept in sight, and is tried again a day later', async () => {
  const [bad, good] = [(await finished()).id, (await finished()).id];
  const { rows } = await world.owner.pool.query<{ content: object }>(
    'select content from event_content where record_id = $1 and number = 1',
    [bad],
  );
  const put = (content: object) =>
    world.owner.pool.query('update event_content set content = $2 where record_id = $1 and number = 1', [bad, content]);
  await put({ illness: { sealed: 'AAAA' } });
  await expect(eraseByRule(parts, months(13))).rejects.toThrow('does not open');
  expect((await load(good)).record.erased).toBeDefined();
  expect((await previewErasure(parts, months(13))).failures).toMatchObject([{ error: 'SealBroken' }]);
  expect(await eraseByRule(parts, months(13))).toBe(0);
  await put(rows[0]!.content);
  expect(await eraseByRule(parts, new Date(+months(13) + 2 * 86_400_000))).toBe(1);
  expect((await previewErasure(parts, months(13))).failures).toEqual([]);
});

test('what will be erased next is told before it is', async () => {
  await finished();
  expect((await previewErasure(parts, months(11))).due).toEqual([]);
  expect((await previewErasure(parts, months(13))).due).toMatchObject([{ service: 'care', count: 1 }]);
});

test('messages go some days after they were sent or given up; those that wait stay', async () => {
  const { id } = await finished();
  const all = 'select status from outbox where record_id = $1 order by id';
  await world.owner.pool.query(`update outbox set created_at = $2, status = 'waiting' where record_id = $1`, [
    id,
    noon,
  ]);
  await world.owner.pool.query(
    `update outbox set status = 'sent' where id = (select min(id) from outbox where record_id = $1)`,
    [id],
  );
  await purgeOldMessages(world.database, new Date(+noon + 89 * 86_400_000), 90);
  expect((await world.owner.pool.query(all, [id])).rowCount).toBe(2);
  await purgeOldMessages(world.database, new Date(+noon + 91 * 86_400_000), 90);
  expect((await world.owner.pool.query(all, [id])).rows).toEqual([{ status: 'waiting' }]);
});
