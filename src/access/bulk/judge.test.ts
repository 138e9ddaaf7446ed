import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../../test/world/accounts.ts';
import { formOf, withTexts } from '../../../test/world/declared.ts';
import { openTestEngine, type TestEngine } from '../../../test/world/engine.ts';
import { publish } from '../../catalogue/publish.ts';
import { referenceOf } from '../../events/reference.ts';
import { findHolder, type Holder } from '../holder.ts';
import { type BulkParts, judge, offersFor } from './judge.ts';

/** Requests that lie in two offices, and something that is asked when they are finished. */
const filesAsking = (...fields: readonly string[]) =>
  withTexts(
    formOf(['{ name: office, type: institution, types: [office], required: true, protect: internal }'])
      .replace('route: [{ to: owner }]', 'route: [{ to: { of: office } }, { to: owner }]')
      .replace(
        'finish: { from: submitted, to: done, by: clerk }',
        [
          `finish: { from: submitted, to: done, by: clerk, fields: [${fields.join(', ')}] }`,
          'give: { from: submitted, by: clerk, assign: person }',
          'correct: { from: submitted, by: clerk, edit: [office] }',
          'wipe: { from: done, by: clerk, erase: true }',
        ].join(', '),
      ),
  );
const why = '{ name: why, type: text, required: true, protect: internal }';
const office = (code: string) => ({
  code,
  type: 'office',
  name: { ar: code, fr: code, en: code },
  parent: undefined,
  place: undefined,
});

let engine: TestEngine;
let parts: BulkParts;
let clerk: Holder;
beforeAll(async () => {
  const institutions = new Map(['north', 'south'].map((code) => [code, office(code)]));
  engine = await openTestEngine({ services: { trial: filesAsking(why) }, institutions });
  parts = { ...engine.parts, covers: (holder, institution) => holder === institution };
  const account = await hire(parts.database, cheapHashing(), 'clerk@test.lb', [
    { role: 'clerk', institution: 'north', services: null },
    { role: 'clerk', institution: 'south', services: null },
  ]);
  clerk = await findHolder(parts.database, { account }, parts.world().now);
});
afterAll(() => engine.close());

const submit = async (where: string): Promise<number> => {
  const published = parts.catalogue.find('trial')!;
  const request = { published, key: randomUUID(), sent: { office: where }, channel: 'web', locale: 'ar' } as const;
  return (await engine.intake.submit(request)).recordId;
};
const chosen = (ids: readonly number[]) =>
  ids.map((id, index) => ({ id, number: index + 1, reference: referenceOf('T', id) }));
const judged = async (ids: readonly number[], action: string) => {
  const { all, possible } = await judge(parts, clerk, chosen(ids), { service: 'trial', action });
  return { possible, reasons: all.map(({ reason }) => reason?.code ?? 'ready') };
};

test('what replaces the answers of one record is not offered for many', async () => {
  const offers = await offersFor(parts, clerk, chosen([await submit('north')]));
  expect(offers.map(({ action }) => action).toSorted()).toEqual(['finish', 'give']);
});

test('colleagues are chosen from for one institution at a time', async () => {
  const ids = [await submit('north'), await submit('south'), await submit('north')];
  expect(await judged(ids, 'give')).toEqual({ possible: 2, reasons: ['ready', 'other-institution', 'ready'] });
  expect(await judged(ids, 'finish')).toEqual({ possible: 3, reasons: ['ready', 'ready', 'ready'] });
});

test('records of versions that ask the same go together, of others by themselves', async () => {
  const old = [await submit('north'), await submit('north')];
  const anew = (...fields: readonly string[]) =>
    publish({ database: parts.database, catalogue: parts.catalogue, timeZone: 'Asia/Beirut' }, filesAsking(...fields), {
      origin: 'command',
    });
  await anew(why, '{ name: remark, type: text, protect: internal }');
  const asksMore = await submit('north');
  expect(await judged([...old, asksMore], 'finish')).toEqual({
    possible: 2,
    reasons: ['ready', 'ready', 'other-fields'],
  });
  expect(await judged([...old, asksMore], 'give')).toEqual({ possible: 3, reasons: ['ready', 'ready', 'ready'] });
});

test('a letter of another service names no record', async () => {
  const id = await submit('north');
  const wrong = [{ id, number: 1, reference: referenceOf('X', id) }];
  const { all } = await judge(parts, clerk, wrong, { service: 'trial', action: 'finish' });
  expect(all[0]?.reason?.code).toBe('unknown-record');
});
