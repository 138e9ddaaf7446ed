import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice, now, rana, randomRecord, scope } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { storeRecords } from '../../test/world/stored-records.ts';
import { scopeParameter } from '../access/scope.ts';
import { statement } from '../base/database.ts';
import { countOpen } from './worklist-count-queries.ts';
import { openAfter } from './worklist-queries.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
  const dice = createDice(5);
  await storeRecords(
    world.owner,
    Array.from({ length: 1_500 }, (_, index) => randomRecord(dice, index + 1)),
  );
});
afterAll(() => world.close());

beforeAll(async () => {
  // A year of decided records around the open ones, most of them in one basket.
  await world.owner.run(
    statement(
      'test/closed',
      `insert into record (id, service, service_version, state, open, institution, data, channel, locale, submitted_at, updated_at, last_event)
       select 100000 + n, $1, 1, 'approved', false, case when n % 50 = 0 then 'north' else 'ministry' end, '{}', 'web', 'ar', now(), now(), 2
       from generate_series(1, 30000) n`,
    ),
    [permit.id],
  );
  await world.owner.run(statement('test/analyze', 'analyze record'));
});

const plan = async ({ text }: { readonly text: string }, values: readonly unknown[]): Promise<string> => {
  const rows = await world.database.run(
    statement<{ 'QUERY PLAN': string }>('', `explain (analyze, costs off, timing off, summary off) ${text}`),
    values,
  );
  return rows.map((row) => row['QUERY PLAN']).join('\n');
};
const scopeParts = (): unknown[] => {
  const whole = scope(rana);
  return [scopeParameter(whole), JSON.stringify(whole.duties), whole.account];
};
const noFilter = [null, now, false, false, false, null, null, null];

it('reads a page of the worklist in the order of its index, and no closed record', async () => {
  const text = await plan(openAfter, [...scopeParts(), ...noFilter, false, false, '-infinity', 0, 51, 51, []]);
  expect(text).toMatch(/Scan (using|on) record_worklist/);
  expect(text).not.toContain('Seq Scan on record');
});

it('counts from numbers that are kept, and from the index where deadlines have passed', async () => {
  const text = await plan(countOpen, [...scopeParts(), ...noFilter]);
  expect(text).toContain('worklist_tally');
  expect(text).not.toContain('Seq Scan on record');
});
