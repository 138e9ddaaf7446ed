import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withTexts } from '../../test/world/declared.ts';
import { openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { worksData, worksFiles } from '../../test/world/works.ts';
import { statement } from '../base/database.ts';
import { gather } from './gathered.ts';
import { act } from '../events/engine.ts';
import { referenceOf } from '../events/reference.ts';

const visits = `service: visits
kind: case
owner: public-works-ministry
reference: V
applicant: {}
keep_months: 6
form:
  - page: visit
    fields:
      - { name: about, type: record, service: works, shows: [size], required: true }
      - { name: also, type: rows, max: 5, fields: [{ name: works, type: record, service: works }] }
states: { planned: open, made: closed }
actions:
  correct: { from: planned, by: clerk, edit: all }
  make: { from: planned, to: made, by: clerk }
route: [{ to: owner }]
`;

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine({ services: { works: worksFiles, visits: withTexts(visits, {}) } });
});
afterAll(() => world.close());

const submit = async (service: string, sent: Record<string, unknown>): Promise<number> => {
  const published = world.parts.catalogue.find(service)!;
  const { recordId } = await world.intake.submit({ published, key: randomUUID(), sent, channel: 'web', locale: 'ar' });
  return recordId;
};
const everywhere = statement<{ institution: string }>(
  'test/institutions-of-records',
  'select distinct institution from record',
);
/** For somebody who sees all records, or those of some declarations only. */
const linking = async (target: number, versions = Array.from({ length: 20 }, (_, index) => index + 1)) => {
  const institutions = (await world.database.run(everywhere)).map(({ institution }) => institution);
  const scope = {
    account: 'rana',
    baskets: [{ kind: 0, institutions, versions }],
    lenses: [],
    asked: [],
    duties: [],
    readers: [],
  };
  const rules = { mayRead: () => true, versions: () => true, below: undefined, limit: 10 };
  const { rows, counts } = await gather(world.database, scope, { target }, rules);
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
  return rows.map(({ id, paths }) => ({ id, path: paths.join() }));
};

test('a record knows which others name it, in an answer or in rows, until they are corrected', async () => {
  const [one, two] = [await submit('works', worksData()), await submit('works', worksData({ phone: '03 999 999' }))];
  const [first, second] = [referenceOf('W', one), referenceOf('W', two)];
  const visit = await submit('visits', { about: first, also: [{ works: second }, { works: second }] });
  const other = await submit('visits', { about: second });
  expect(await linking(one)).toEqual([{ id: visit, path: 'about' }]);
  expect(await linking(one, [])).toEqual([]);
  expect(await linking(two)).toEqual([
    { id: other, path: 'about' },
    { id: visit, path: 'also.works' },
  ]);
  const clerk = staff('amal', 'clerk');
  await act(world.parts, { recordId: visit, action: 'correct', ...clerk, sent: { about: second } });
  expect(await linking(one)).toEqual([]);
  expect(await linking(two)).toEqual([
    { id: other, path: 'about' },
    { id: visit, path: 'about' },
  ]);
  await act(world.parts, { recordId: visit, action: 'make', ...clerk, sent: {} });
  expect(await linking(two)).toHaveLength(2);
});
