import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import type { Queryable } from '../base/database.ts';
import { statement } from '../base/database.ts';
import { createReadings, findOpenOpening, listReadings, openFor, type Reading } from './readings.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const now = new Date('2026-11-22T10:00:00Z');
const account = randomUUID();
const reading = (changes: Partial<Reading> = {}): Reading => ({
  recordId: 1,
  at: now,
  account,
  role: 'clerk',
  institution: 'interior-ministry',
  purpose: 'handling',
  way: 'page',
  ...changes,
});
const count = async (record: number): Promise<number> =>
  (await world.owner.pool.query<{ n: number }>('select count(*) as n from reading where record_id = $1', [record]))
    .rows[0]!.n;
const noErrors = (error: unknown) => {
  throw error;
};

test('many readings take few statements, and all are written when the program stops', async () => {
  let statements = 0;
  const database: Queryable = {
    run: (asked, values) => {
      statements++;
      return world.database.run(asked, values);
    },
  };
  const readings = createReadings({ database, onError: noErrors });
  for (let index = 0; index < 3_000; index++) readings.note(reading({ recordId: 10, account: randomUUID() }));
  await readings.drained();
  expect(await count(10)).toBe(3_000);
  expect(statements).toBeLessThan(5);
  expect(readings.waiting()).toBe(0);
});

test('what the database does not take is kept and written later; and when too much waits, nothing is shown any more', async () => {
  let isAway = true;
  const failures: unknown[] = [];
  const database: Queryable = {
    run: async (asked, values) => {
      if (isAway) throw new Error('away');
      return world.database.run(asked, values);
    },
  };
  const readings = createReadings({ database, onError: (error) => failures.push(error) });
  for (let index = 0; index < 20_000; index++) readings.note(reading({ recordId: 11, account: randomUUID() }));
  expect(() => readings.note(reading())).toThrow('overloaded');
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(failures.length).toBeGreaterThan(0);
  isAway = false;
  await readings.drained();
  expect(await count(11)).toBe(20_000);
});

test('readings are told by day, and by who, what for and how; an opening holds for a while, for one account and record', async () => {
  const readings = createReadings({ database: world.database, onError: noErrors });
  readings.note(reading({ recordId: 12, at: new Date('2026-11-21T21:00:00Z') }));
  readings.note(reading({ recordId: 12, at: new Date('2026-11-21T22:30:00Z'), account: randomUUID() }));
  readings.note(reading({ recordId: 12, purpose: 'oversight', role: 'inspector' }));
  await readings.open(reading({ recordId: 12 }), 'check', ['illness']);
  await readings.drained();
  const told = await listReadings(world.database, 12, 'Asia/Beirut');
  expect(told.map(({ role, way, day, count: n, reason, fields }) => [role, way, day, n, reason, fields])).toEqual(
    expect.arrayContaining([
      ['clerk', 'opening', '2026-11-22', 1, 'check', ['illness']],
      ['inspector', 'page', '2026-11-22', 1, null, null],
      // Half past midnight in Beirut is another day than eleven in the evening.
      ['clerk', 'page', '2026-11-22', 1, null, null],
      ['clerk', 'page', '2026-11-21', 1, null, null],
    ]),
  );
  const openAt = (minutes: number) => new Date(+now + minutes * 60_000);
  expect((await findOpenOpening(world.database, 12, account, openAt(14)))?.until).toEqual(new Date(+now + openFor));
  expect(await findOpenOpening(world.database, 12, account, openAt(15))).toBeUndefined();
  expect(await findOpenOpening(world.database, 12, randomUUID(), openAt(1))).toBeUndefined();
  expect(await findOpenOpening(world.database, 13, account, openAt(1))).toBeUndefined();
});

test('the program can neither change nor remove what was written', async () => {
  for (const text of ['delete from reading', `update reading set role = ''`, 'truncate reading'])
    await expect(world.database.run(statement(`test/${text}`, text))).rejects.toThrow('permission denied');
});
