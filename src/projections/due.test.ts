import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  at,
  covers,
  createDice,
  institutions,
  minutes,
  naive,
  now,
  pick,
  randomRecord,
  scope,
  staffWith,
} from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { storeRecords, type StoredRecord } from '../../test/world/stored-records.ts';
import { seesBasket, seesTask } from '../access/sight.ts';
import { statement } from '../base/database.ts';
import { getState } from '../definition/service.ts';
import { openTasks } from '../record/nouns/tasks.ts';
import { circles, countDueIn, institutionsOf, listDueIn, scopeWithin } from './due.ts';
import { listDue } from './due-queries.ts';

let world: TestDatabase;
let records: StoredRecord[];
beforeAll(async () => {
  world = await createTestDatabase();
  const dice = createDice(43);
  records = Array.from({ length: 1_200 }, (_, index) => randomRecord(dice, index + 1));
  await storeRecords(world.owner, records);
});
afterAll(() => world.close());

const dice = createDice(11);
const people = Array.from({ length: 30 }, (_, index) =>
  staffWith(
    pick(dice, ['rana', 'samer', `p${index}`]),
    ...Array.from({ length: 1 + dice(2) }, () =>
      at(
        pick(dice, ['permit-agent', 'inspector', 'clerk', 'chief', 'health-reviewer', 'health-chief']),
        pick(dice, institutions),
      ),
    ),
  ),
);

/** What is due for somebody, told record by record. */
const told = (
  staff: (typeof people)[number],
  circle: (typeof circles)[number],
  from: Date | undefined,
  until: Date,
): readonly string[] => {
  const near = institutionsOf(circle, staff.grants, institutions, covers);
  const isNear = (code: string) => near === undefined || near.includes(code);
  const isDue = (dueAt: Date | undefined) => dueAt !== undefined && (!from || dueAt >= from) && dueAt < until;
  return records.flatMap(({ service, record }) => {
    if (!naive(staff, { versionId: 0, service, record }).seen) return [];
    const { deadline } = record;
    const isOpen = getState(service, record.state).meaning === 'open';
    const own =
      isOpen &&
      isNear(record.institution) &&
      (circle !== 'me' || record.assignee === staff.accountId) &&
      seesBasket(staff, service, record, covers) &&
      isDue(deadline && 'dueAt' in deadline ? deadline.dueAt : undefined);
    const asked = openTasks(record).filter((task) => {
      if (!isNear(task.institution) || !isDue(task.dueAt)) return false;
      const answers = new Set(service.actions.get(task.name)?.by);
      const through = circle === 'me' ? staff.grants.filter(({ role }) => answers.has(role)) : staff.grants;
      return seesTask({ grants: through }, service, record, task, covers);
    });
    return [...(own ? [`${record.id} -`] : []), ...asked.map(({ name }) => `${record.id} ${name}`)];
  });
};

it.each(circles)(
  'tells what is due of %s, no more and no less than the rule says, with exact counts',
  async (circle) => {
    let found = 0;
    for (const staff of people) {
      const whole = scope(staff);
      const wanted = scopeWithin(whole, institutionsOf(circle, staff.grants, institutions, covers));
      for (const [from, until] of [
        [undefined, now],
        [now, minutes(100)],
      ] as const) {
        const query = { scope: wanted, circle };
        const stretch = { from: from ?? ('-infinity' as const), until };
        const rows = await listDueIn(world.database, query, stretch, { limit: 10_000 });
        const expected = told(staff, circle, from, until);
        expect(rows.map(({ id, task }) => `${id} ${task ?? '-'}`).toSorted()).toEqual(expected.toSorted());
        // Page by page it is the same, each of them in the order of work.
        const pages = await Promise.all(
          [0, 3].map((offset) => listDueIn(world.database, query, stretch, { offset, limit: 3 })),
        );
        expect(pages.flat()).toEqual(rows.slice(0, 6));
        const middle = new Date((+now + +until) / 2);
        const halves = [
          { from: stretch.from, until: middle },
          { from: middle, until },
        ];
        expect(await countDueIn(world.database, query, [stretch, ...halves])).toEqual([
          expected.length,
          ...[true, false].map((isBefore) => rows.filter(({ dueAt }) => dueAt < middle === isBefore).length),
        ]);
        found += expected.length;
      }
    }
    expect(found).toBeGreaterThan(50);
  },
);

it('reads what is due from the indices, whatever else is stored', async () => {
  await world.owner.run(
    statement(
      'test/closed',
      `insert into record (id, service, service_version, state, open, institution, due_at, data, channel, locale, submitted_at, updated_at, last_event)
       select 100000 + n, 'x', 1, 'submitted', n % 2 = 0, 'ministry', now() + n * interval '1 hour', '{}', 'web', 'ar', now(), now(), 2
       from generate_series(1, 30000) n`,
    ),
  );
  await world.owner.run(statement('test/analyze', 'analyze record'));
  const rana = staffWith('rana', at('permit-agent', 'ministry'));
  for (const account of [null, 'rana']) {
    const rows = await world.database.run(
      statement<{ 'QUERY PLAN': string }>('', `explain (analyze, costs off, timing off, summary off) ${listDue.text}`),
      [JSON.stringify(scope(rana)), account, now, minutes(600), 0, 50],
    );
    const text = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain(account === null ? 'record_worklist' : 'record_charge');
    expect(text).not.toContain('Seq Scan on record');
  }
});
