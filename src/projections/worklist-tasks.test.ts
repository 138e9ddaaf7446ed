import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  createDice,
  minutes,
  naive,
  now,
  randomRecord,
  scope,
  staffWith,
  versions as allVersions,
} from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { storeRecords, type StoredRecord } from '../../test/world/stored-records.ts';
import { scopeParameter } from '../access/scope.ts';
import { statement } from '../base/database.ts';
import { openTasks } from '../record/nouns/tasks.ts';
import { changedSince } from './worklist-queries.ts';
import { countOpenRecords, listOpen, type WorklistFilter, type WorkPlace } from './worklist.ts';
import { searchRecords } from './worklist-search.ts';
import { readAllWords, typed } from '../../test/world/search-index.ts';

let world: TestDatabase;
let records: StoredRecord[];
beforeAll(async () => {
  world = await createTestDatabase();
  const dice = createDice(9);
  records = Array.from({ length: 1_200 }, (_, index) => randomRecord(dice, index + 1));
  await storeRecords(world.owner, records);
  await world.owner.run(statement('test/analyze-tasks', 'analyze record, task'));
});
afterAll(() => world.close());

const doctor = staffWith('dr', at('health-reviewer', 'south'));
const everything = staffWith(
  'rana',
  at('clerk', 'ministry'),
  at('health-reviewer', 'south'),
  at('economy-reviewer', 'other'),
);

const list = async (staff: typeof doctor, filter: WorklistFilter = {}, limit = 500) => {
  const rows = [];
  for (let after: WorkPlace | undefined, more = true; more;) {
    const page = await listOpen(world.database, scope(staff), { filter, now, limit, after });
    rows.push(...page.rows);
    after = page.rows.at(-1);
    more = page.hasAfter;
  }
  return rows;
};

describe('what an institution is asked to do', () => {
  // The post belongs to the south.
  const asked = () =>
    records.flatMap(({ record }) =>
      openTasks(record)
        .filter(({ name, institution }) => name === 'health_review' && ['south', 'post'].includes(institution))
        .map((task) => ({ id: record.id, dueAt: task.dueAt ?? null, assignee: record.assignee ?? null })),
    );

  it('is in the worklist of who answers it, what is escalated first and then by when it is due, and nothing else is', async () => {
    const rows = await list(doctor);
    expect(asked().length).toBeGreaterThan(20);
    expect(rows.map(({ id, dueAt, assignee }) => ({ id, dueAt, assignee })).toSorted((a, b) => a.id - b.id)).toEqual(
      asked(),
    );
    expect(new Set(rows.map(({ task, mine, open }) => `${task} ${mine} ${open}`))).toEqual(
      new Set(['health_review true true']),
    );
    const order = rows.map(({ escalated, urgent, dueAt }) => [
      escalated ? 0 : 1,
      urgent ? 0 : 1,
      dueAt ? +dueAt : Number.MAX_VALUE,
    ]);
    expect(new Set(order.map(([escalated, urgent]) => `${escalated} ${urgent}`)).size).toBe(4);
    expect(order).toEqual(order.toSorted(([a = 0, b = 0, c = 0], [x = 0, y = 0, z = 0]) => a - x || b - y || c - z));
  });

  it('is found by the name of the applicant, and told of when it changes', async () => {
    const one = asked()[0]!;
    const versions = [{ versionId: 4, service: records.find(({ versionId }) => versionId === 4)!.service }];
    await readAllWords(world.database, allVersions);
    const search = (words: string) =>
      searchRecords(world.database, scope(doctor), versions, { words: typed(words), now, limit: 50 });
    const found = await search(`شخص ${one.id}`);
    expect(found.rows.map(({ id }) => id)).toContain(one.id);
    const unasked = records.find(
      ({ record, versionId }) => versionId === 4 && !asked().some(({ id }) => id === record.id),
    )!;
    const hidden = await search(`شخص ${unasked.record.id}`);
    expect(hidden.rows.map(({ id }) => id)).not.toContain(unasked.record.id);
    const changes = await world.database.run(changedSince, [scopeParameter(scope(doctor)), minutes(-10_000), 1_000]);
    expect(changes).toHaveLength(asked().length);
  });

  it('stands once in the list of who also works on the record, page by page as in one', async () => {
    const whole = await list(everything);
    const ids = whole.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await list(everything, {}, 7)).map(({ id }) => id)).toEqual(ids);
    const expected = records.filter((stored) => naive(everything, stored).open).map(({ record }) => record.id);
    expect(ids.toSorted((a, b) => a - b)).toEqual(expected);
    expect(whole.some(({ task }) => task !== null) && whole.some(({ task }) => task === null)).toBe(true);
  });

  it('can be narrowed to what is overdue', async () => {
    const late = asked().filter(({ dueAt }) => dueAt !== null && dueAt <= now);
    expect((await list(doctor, { overdue: true })).length).toBe(late.length);
    const counts = await countOpenRecords(world.database, scope(doctor), now, { overdue: true });
    expect(counts.reduce((sum, { matching }) => sum + matching, 0)).toBe(late.length);
  });
});

describe('who is in charge', () => {
  it('narrows the list to mine, or to nobody’s, and each is counted exactly', async () => {
    const clerk = staffWith('rana', at('clerk', 'ministry'));
    const all = await list(clerk);
    for (const [holder, count] of [
      ['rana', 'held'],
      ['', 'unheld'],
    ] as const) {
      const rows = await list(clerk, { holder });
      const expected = all.filter(({ assignee }) => (assignee ?? '') === holder);
      expect(expected.length).toBeGreaterThan(10);
      expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      const counts = await countOpenRecords(world.database, scope(clerk), now);
      expect(counts.reduce((sum, row) => sum + row[count], 0)).toBe(expected.length);
    }
  });
});
