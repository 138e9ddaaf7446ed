import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice, now, rana, randomRecord, scope } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { storeRecords } from '../../test/world/stored-records.ts';
import { statement } from '../base/database.ts';
import { createTallyKeeper } from './worklist-tally.ts';
import { countOpenRecords } from './worklist.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
  const dice = createDice(29);
  await storeRecords(
    world.owner,
    Array.from({ length: 600 }, (_, index) => randomRecord(dice, index + 1)),
  );
});
afterAll(() => world.close());

it('counts the same after the numbers were added up, while records change and go', async () => {
  const count = async () =>
    (await countOpenRecords(world.database, scope(rana), now)).toSorted((a, b) =>
      `${a.versionId} ${a.state}` < `${b.versionId} ${b.state}` ? -1 : 1,
    );
  const before = await count();
  const changes = [
    'update record set escalated = not escalated, assignee = coalesce(assignee, institution)',
    `update record set state = 'approved', open = false where open`,
    `delete from record where id % 2 = 0`,
  ];
  await expect(
    world.owner.transaction(async (transaction) => {
      for (const [index, change] of changes.entries()) {
        await transaction.run(statement(`test/change-${index}`, change));
        if (index === 1) await createTallyKeeper(transaction)();
        const [row] = await transaction.run(compareTally);
        expect(row).toEqual({ tallied: row?.counted, counted: row?.counted });
      }
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await count()).toEqual(before);
  await world.database.run(
    statement(
      'test/many-lines',
      `insert into worklist_tally select worklist_tally.* from worklist_tally, generate_series(1, 3)`,
    ),
  );
  await world.database.run(
    statement(
      'test/many-less',
      `insert into worklist_tally select institution, service_version, state, channel, open, escalated, untouched, assignee, barred, -n * 3 / 4, latest from (select institution, service_version, state, channel, open, escalated, untouched, assignee, barred, sum(n)::int as n, max(latest) as latest from worklist_tally group by 1, 2, 3, 4, 5, 6, 7, 8, 9) summed`,
    ),
  );
  await createTallyKeeper(world.database)();
  expect(await count()).toEqual(before);
});

const compareTally = statement<{ tallied: unknown; counted: unknown }>(
  'test/compare-tally',
  `with columns as (
     select institution, service_version, state, channel, open, escalated, untouched, assignee, barred, sum(n) as n
     from worklist_tally group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0
   ), truth as (
     select institution, service_version, state, channel, open, escalated, last_event = 1 as untouched, assignee, barred, count(*) as n
     from record where open or deadline is not null or escalated group by 1, 2, 3, 4, 5, 6, 7, 8, 9
   )
   select (select json_agg(columns order by columns::text) from columns) as tallied, (select json_agg(truth order by truth::text) from truth) as counted`,
);
