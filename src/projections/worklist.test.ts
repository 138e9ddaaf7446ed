import type { Answers } from '../form/fields/field-type.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  createDice,
  institutions,
  minutes,
  naive,
  now,
  pick,
  rana,
  randomRecord,
  scope,
  serviceOf,
  staffWith,
  versions,
} from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { readAllWords } from '../../test/world/search-index.ts';
import { permit } from '../../test/world/service.ts';
import { recordWith, storeRecords, type StoredRecord } from '../../test/world/stored-records.ts';
import { narrowScope, servicesIn } from '../access/scope.ts';
import { statement } from '../base/database.ts';
import { getState } from '../definition/service.ts';
import { narrowed } from './narrowing.ts';
import { countPassing } from './worklist-passing.ts';
import type { WorklistScope } from './worklist-scope.ts';
import {
  countOpenRecords,
  countWaitingRecords,
  findNext,
  listAnyState,
  listOpen,
  listWaiting,
  type WorklistFilter,
  type WorkPlace,
} from './worklist.ts';

let world: TestDatabase;
let records: StoredRecord[];
beforeAll(async () => {
  world = await createTestDatabase();
  const dice = createDice(20_261_122);
  records = Array.from({ length: 1_500 }, (_, index) => randomRecord(dice, index + 1));
  await storeRecords(world.owner, records);
  await readAllWords(world.database, versions);
});
afterAll(() => world.close());

const everyOpen = async (whose: WorklistScope, filter: WorklistFilter = {}, limit = 500) => {
  const rows = [];
  for (let after: WorkPlace | undefined, more = true; more;) {
    const page = await listOpen(world.database, whose, { filter, now, limit, after });
    rows.push(...page.rows);
    after = page.rows.at(-1);
    more = page.hasAfter;
  }
  return rows;
};
const ids = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id).toSorted((a, b) => a - b);

const expectSameByIndex = async (asking: WorklistScope, filter: WorklistFilter) => {
  const all = ids(await everyOpen(asking, filter));
  const byIndex = await narrowed(world.database, asking, versions, filter);
  expect(ids(await everyOpen(asking, { ...byIndex, among: byIndex.among ?? [] }, 3))).toEqual(all);
  const plain = { ...filter, mine: false };
  expect(ids(await everyOpen(asking, { ...plain, some: [] }, 40))).toEqual(ids(await everyOpen(asking, plain)));
  for (const each of [filter, byIndex])
    expect(await countPassing(world.database, asking, 'open', { filter: each, now })).toEqual({ exactly: all.length });
};

/** Those that ask for a place. */
const declaring = new Set(
  versions.flatMap(({ versionId, service }) => (service.fields.has('origin') ? [versionId] : [])),
);

describe('who sees what', () => {
  const dice = createDice(7);
  const people = Array.from({ length: 60 }, (_, index) => {
    const grants = Array.from({ length: 1 + dice(3) }, () =>
      at(
        pick(dice, [
          'permit-agent',
          'permit-supervisor',
          'inspector',
          'police',
          'applicant-adviser',
          'clerk',
          'chief',
          'auditor',
          'health-reviewer',
          'health-chief',
          'economy-reviewer',
        ]),
        pick(dice, institutions),
        pick(dice, [null, [permit.id], ['library'], ['works', 'library']]),
      ),
    );
    return {
      title: `${index}: ${grants.map(({ role, institution, services }) => `${role} at ${institution} for ${services ?? 'all'}`).join(', ')}`,
      staff: staffWith(pick(dice, ['rana', 'samer']), ...grants),
    };
  });

  it.each(people)('is, for somebody with $title, what opening each record would tell', async ({ staff }) => {
    const expected = records
      .map((stored) => ({
        id: stored.record.id,
        versionId: stored.versionId,
        state: stored.record.state,
        ...naive(staff, stored),
      }))
      .filter(({ seen }) => seen);
    const open = expected.filter((each) => each.open);
    const rows = await everyOpen(scope(staff));
    expect(ids(rows)).toEqual(ids(open));
    expect(ids(rows.filter(({ mine }) => mine))).toEqual(ids(open.filter(({ mine }) => mine)));
    expect(ids(await everyOpen(scope(staff), { mine: true }))).toEqual(ids(open.filter(({ mine }) => mine)));

    const filters: readonly WorklistFilter[] = [
      { mine: true },
      { overdue: true },
      { escalated: true, holder: '' },
      { mine: true, overdue: true },
      { mine: true, overdue: true, holder: staff.accountId },
      { mine: true, states: ['submitted'] },
    ];
    const answers = [{ name: 'origin', codes: ['A'] }];
    await expectSameByIndex(narrowScope(scope(staff), declaring), { mine: true, answers });
    for (const filter of filters) {
      const matching = await countOpenRecords(world.database, scope(staff), now, filter);
      expect(
        matching.reduce((sum, row) => sum + row.matching, 0),
        JSON.stringify(filter),
      ).toBe((await everyOpen(scope(staff), filter)).length);
    }

    const all = await listAnyState(world.database, scope(staff), { now, limit: 2_000 });
    expect(ids(all.rows)).toEqual(ids(expected));
    expect(ids(all.rows.filter(({ mine }) => mine))).toEqual(ids(expected.filter(({ mine }) => mine)));

    const counts = await countOpenRecords(world.database, scope(staff), now);
    const counted = Object.fromEntries(
      counts.map(({ versionId, state, count, mine }) => [`${versionId} ${state}`, [count, mine]]),
    );
    const tallied = Object.groupBy(open, ({ versionId, state }) => `${versionId} ${state}`);
    expect(counted).toEqual(
      Object.fromEntries(
        Object.entries(tallied).map(([key, of = []]) => [key, [of.length, of.filter(({ mine }) => mine).length]]),
      ),
    );
  });

  it('is nothing for somebody without a grant, or with a role that no service knows', async () => {
    expect(scope(staffWith('rana')).baskets).toEqual([]);
    expect(scope(staffWith('rana', at('gardener', 'ministry'))).baskets).toEqual([]);
    expect(await everyOpen(scope(staffWith('rana')))).toEqual([]);
  });

  it('can be narrowed to one service', async () => {
    const both = scope(staffWith('rana', at('permit-agent', 'ministry')));
    expect(servicesIn(both, versions)).toEqual([permit.id, 'library']);
    const rows = await everyOpen(narrowScope(both, new Set([2])));
    expect(new Set(rows.map(({ versionId }) => serviceOf.get(versionId)?.id))).toEqual(new Set(['library']));
  });
});

describe('filters', () => {
  const overdue = ({ escalated, dueAt }: WorkPlace) => escalated || (dueAt !== null && dueAt <= now);
  it.each<[string, WorklistFilter, (row: { state: string; data: Answers } & WorkPlace) => boolean]>([
    ['state', { states: ['contested'] }, ({ state }) => state === 'contested'],
    ['overdue', { overdue: true }, overdue],
    ['escalated', { escalated: true }, ({ escalated }) => escalated],
    ['place', { answers: [{ name: 'origin', codes: ['B', 'C'] }] }, ({ data }) => data['origin'] === 'B'],
    [
      'several at once',
      { states: ['submitted'], overdue: true, answers: [{ name: 'origin', codes: ['A'] }] },
      (row) => row.state === 'submitted' && overdue(row) && row.data['origin'] === 'A',
    ],
  ])('by %s keep what they say, and count it exactly', async (_name, filter, keeps) => {
    const all = await everyOpen(scope(rana));
    const found = await everyOpen(scope(rana), filter);
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(all.length);
    expect(ids(found)).toEqual(ids(all.filter(keeps)));
    const counts = await countOpenRecords(world.database, scope(rana), now, filter);
    const passing = await countPassing(world.database, scope(rana), 'open', { filter, now });
    expect(passing).toEqual({ exactly: found.length });
    expect(counts.reduce((sum, { overdue: late }) => sum + late, 0)).toBe(all.filter(overdue).length);
  });
});

describe('the order of work', () => {
  it('puts escalated records first, then urgent ones, then those that are due soonest', async () => {
    const rows = await everyOpen(scope(staffWith('rana', at('permit-agent', 'ministry'), at('clerk', 'ministry'))));
    expect(new Set(rows.map(({ escalated, urgent }) => `${escalated} ${urgent}`)).size).toBe(4);
    const key = ({ escalated, urgent, dueAt, id }: WorkPlace) => [
      escalated ? 0 : 1,
      urgent ? 0 : 1,
      dueAt ? +dueAt : Infinity,
      id,
    ];
    expect(rows.map(({ id }) => id)).toEqual(rows.toSorted((a, b) => compare(key(a), key(b))).map(({ id }) => id));
  });

  it('is the same page by page, forwards and back, whatever the size of a page', async () => {
    const whole = (await everyOpen(scope(rana))).map(({ id }) => id);
    expect((await everyOpen(scope(rana), {}, 7)).map(({ id }) => id)).toEqual(whole);
    const third = (await listOpen(world.database, scope(rana), { now, limit: 50 })).rows[20];
    const back = await listOpen(world.database, scope(rana), { now, limit: 8, before: third as WorkPlace });
    expect(back).toMatchObject({ hasBefore: true, hasAfter: true });
    expect(back.rows.map(({ id }) => id)).toEqual(whole.slice(12, 20));
    const beginning = await listOpen(world.database, scope(rana), { now, limit: 50, before: third as WorkPlace });
    expect(beginning).toMatchObject({ hasBefore: false });
    expect(beginning.rows.map(({ id }) => id)).toEqual(whole.slice(0, 20));
  });

  it('shows nothing twice and leaves nothing out while records arrive and are decided', async () => {
    const before = (await everyOpen(scope(rana))).map(({ id }) => id);
    const seen: number[] = [];
    let next = 10_000;
    for (let after: WorkPlace | undefined, more = true; more;) {
      const page = await listOpen(world.database, scope(rana), { now, limit: 20, after });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.rows.at(-1);
      more = page.hasAfter;
      // One that is due at once, before where the reader is, and one at the very end.
      const arriving = [minutes(-100), minutes(5_000)].map((dueAt) => ({
        versionId: 1,
        service: permit,
        record: recordWith(permit, {
          id: next++,
          institution: 'north',
          deadline: { name: 'decision', extended: 0, remindAt: [], dueAt },
        }),
      }));
      await storeRecords(world.owner, arriving);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(before.filter((id) => !seen.includes(id))).toEqual([]);
    await world.owner.run(statement('test/remove', 'delete from record where id >= 10000'));
  });

  it('leads from a decided record to the next one that is mine, and round to the first', async () => {
    const rows = await everyOpen(scope(rana));
    const fifth = rows[4] as WorkPlace;
    const expected = rows.slice(5).find(({ mine }) => mine);
    expect((await findNext(world.database, scope(rana), {}, now, fifth))?.id).toBe(expected?.id);
    const last = rows.at(-1) as WorkPlace;
    expect((await findNext(world.database, scope(rana), {}, now, last))?.id).toBe(rows.find(({ mine }) => mine)?.id);
    expect(await findNext(world.database, scope(staffWith('rana')), {}, now, undefined)).toBeUndefined();
  });
});

describe('records that wait for their applicants', () => {
  const isWaiting = ({ service, record }: StoredRecord) =>
    getState(service, record.state).meaning === 'waiting' &&
    (record.deadline !== undefined || record.escalatedTo.length > 0) &&
    naive(rana, { versionId: 0, service, record }).seen;

  it('come oldest first, page by page, and are counted exactly', async () => {
    const expected = records.filter(isWaiting).map(({ record }) => record.id);
    const rows = (
      await listWaiting(world.database, scope(rana), { filter: { states: ['asked'] }, now, limit: 1_000 })
    ).rows.map(({ id }) => id);
    expect(rows).toEqual(expected);
    const second = await listWaiting(world.database, scope(rana), {
      filter: { states: ['asked'] },
      now,
      limit: 10,
      after: rows[9],
    });
    expect(second).toMatchObject({ hasBefore: true, hasAfter: true });
    expect(second.rows.map(({ id }) => id)).toEqual(rows.slice(10, 20));
    const counts = await countWaitingRecords(world.database, scope(rana));
    expect(counts.filter(({ state }) => state === 'asked').reduce((sum, { count }) => sum + count, 0)).toBe(
      expected.length,
    );
  });
});

describe('records of any state', () => {
  it('come newest first and go on where the page before ended', async () => {
    const filter = { states: ['approved', 'asked'] };
    const whole = (await listAnyState(world.database, scope(rana), { filter, now, limit: 2_000 })).rows.map(
      ({ id }) => id,
    );
    expect(whole).toEqual(whole.toSorted((a, b) => b - a));
    const first = await listAnyState(world.database, scope(rana), { filter, now, limit: 10 });
    const second = await listAnyState(world.database, scope(rana), { filter, now, limit: 10, below: first.below });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(whole.slice(0, 20));
  });
});

const compare = (a: readonly number[], b: readonly number[]): number => {
  const index = a.findIndex((value, position) => value !== b[position]);
  return index === -1 ? 0 : (a[index] as number) - (b[index] as number);
};
