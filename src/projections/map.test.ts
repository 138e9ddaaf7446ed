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
  staffWith,
  versions as plainVersions,
} from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { storeRecords, type StoredRecord } from '../../test/world/stored-records.ts';
import { statement } from '../base/database.ts';
import type { Field, Service } from '../definition/service.ts';
import { mapFieldsOf } from '../record/map-place.ts';
import { listOnMap, listPlaced, type MapArea } from './map.ts';
import { listAnyState, listOpen, type WorklistFilter } from './worklist.ts';

const origin = [...permit.fields.values()].find(({ type }) => type === 'place')!;
const spot = { ...origin, name: 'spot', type: 'point', within: undefined } as unknown as Field;
const asking = (service: Service, ...more: readonly Field[]): Service => ({
  ...service,
  fields: new Map([...service.fields, ...[origin, ...more].map((field) => [field.name, field] as const)]),
});
// The second declaration asks for no point, the third for one that only some roles may read.
const versions = plainVersions.map(({ versionId, service }, index) => ({
  versionId,
  service:
    index === 1 ? asking(service) : asking(service, index === 2 ? { ...spot, seenBy: ['permit-supervisor'] } : spot),
}));
const pointOf = new Map(versions.map(({ versionId, service }) => [versionId, mapFieldsOf(service).point]));

interface Spot {
  readonly lon: number;
  readonly lat: number;
}
const places: Readonly<Record<string, Spot>> = { A: { lon: 35.2, lat: 33.2 } };
const points = new Map<number, Spot>();
let world: TestDatabase;
let records: readonly StoredRecord[];

beforeAll(async () => {
  world = await createTestDatabase();
  const dice = createDice(37);
  records = Array.from({ length: 900 }, (_none, index) => randomRecord(dice, index + 1));
  await storeRecords(world.owner, records as StoredRecord[]);
  for (const { record } of records)
    if (dice(4) > 0) points.set(record.id, { lon: 35 + dice(2_000) / 1_000, lat: 33 + dice(1_700) / 1_000 });
  await world.owner.run(
    statement(
      'test/points',
      `insert into record_point (record_id, field, lon, lat)
       select id, 'spot', lon, lat from json_to_recordset($1) as x(id bigint, lon float8, lat float8)`,
    ),
    [JSON.stringify([...points].map(([id, point]) => ({ id, ...point })))],
  );
  await world.owner.run(
    statement(
      'test/place',
      `insert into place (code, code_kind, level, name, lon, lat) values ('A', 'diwan', 'country', '{"ar": "", "fr": "", "en": ""}', 35.2, 33.2)`,
    ),
  );
});
afterAll(() => world.close());

/** Where a record is shown, told apart from the statement. */
const naivePosition = ({ versionId, record }: StoredRecord): Spot | undefined =>
  (pointOf.get(versionId) === undefined ? undefined : points.get(record.id)) ??
  places[String(record.answers['origin'])];

const isWithin = ({ lon, lat }: Spot, [west, south, east, north]: MapArea['box']): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

const areaOf = (box: MapArea['box']): MapArea => ({
  box,
  square: [(box[2] - box[0]) / 8 || 1, (box[3] - box[1]) / 8 || 1],
});
const everywhere = areaOf([34, 32, 38, 36]);
const map = (whose: Parameters<typeof scope>[0], area: MapArea, view: 'open' | 'all', filter: WorklistFilter = {}) =>
  listOnMap(world.database, scope(whose), versions, { view, filter, area, now });

describe('what a map counts', () => {
  const dice = createDice(11);
  const people = Array.from({ length: 30 }, (_none, index) => {
    const grants = Array.from({ length: 1 + dice(3) }, () =>
      at(
        pick(dice, [
          'permit-agent',
          'permit-supervisor',
          'inspector',
          'clerk',
          'chief',
          'health-reviewer',
          'applicant-adviser',
        ]),
        pick(dice, institutions),
        pick(dice, [null, [permit.id], ['library'], ['works']]),
      ),
    );
    const [west, south] = [35 + dice(15) / 10, 33 + dice(15) / 10];
    const box = pick(dice, [everywhere.box, [west, south, west + 0.5, south + 0.4] as const]);
    const title = grants.map(({ role, institution, services }) => `${role} at ${institution} for ${services ?? 'all'}`);
    return { title: `${index}: ${title.join(', ')}`, staff: staffWith(pick(dice, ['rana', 'samer']), ...grants), box };
  });

  it.each(people)('for somebody with $title is what he or she sees, and nothing else', async ({ staff, box }) => {
    for (const view of ['open', 'all'] as const) {
      const seen = records
        .filter((stored) =>
          view === 'open' ? naive(staff, stored).open && naive(staff, stored).seen : naive(staff, stored).seen,
        )
        .map((stored) => ({ id: stored.record.id, position: naivePosition(stored) }));
      const inside = seen.filter(({ position }) => position && isWithin(position, box));
      const found = await map(staff, areaOf(box), view);
      expect(found.cells.reduce((sum, { count }) => sum + count, 0)).toBe(inside.length);
      expect(found.nowhere).toBe(seen.filter(({ position }) => !position).length);
      expect(found.outside).toBe(seen.length - inside.length - found.nowhere);
      for (const { box: around, count, lon, lat } of found.cells) {
        const [west, south, east, north] = around;
        // An average of equal numbers may be off by their last digit.
        expect(isWithin({ lon, lat }, [west - 1e-9, south - 1e-9, east + 1e-9, north + 1e-9])).toBe(true);
        expect(inside.filter(({ position }) => position && isWithin(position, around)).length).toBeGreaterThanOrEqual(
          count,
        );
      }
      const ids = found.cells.flatMap((cell) => cell.ids);
      expect(ids.filter((id) => !inside.some((each) => each.id === id))).toEqual([]);
    }
  });
});

it('counts what the list lists, whatever it is narrowed by', async () => {
  const filters: readonly WorklistFilter[] = [
    {},
    { overdue: true },
    { escalated: true },
    { mine: true },
    { states: ['contested'] },
    { answers: [{ name: 'origin', codes: ['A'] }] },
  ];
  for (const filter of filters) {
    const list = await listOpen(world.database, scope(rana), { filter, now, limit: 2_000 });
    const { cells, outside, nowhere } = await map(rana, everywhere, 'open', filter);
    expect(cells.reduce((sum, { count }) => sum + count, outside + nowhere)).toBe(list.rows.length);
    const all = await listAnyState(world.database, scope(rana), { filter, now, limit: 2_000 });
    const whole = await map(rana, everywhere, 'all', filter);
    expect(whole.cells.reduce((sum, { count }) => sum + count, whole.outside + whole.nowhere)).toBe(all.rows.length);
  }
});

it('tells nobody by any box, however small, that a record is there which he or she does not see', async () => {
  const stranger = staffWith('rana');
  const holder = staffWith('rana', at('permit-agent', 'north', [permit.id]));
  for (const stored of records.slice(0, 150)) {
    const position = naivePosition(stored);
    if (!position) continue;
    const { lon, lat } = position;
    const box = [lon - 1e-4, lat - 1e-4, lon + 1e-4, lat + 1e-4] as const;
    const none = await map(stranger, areaOf(box), 'all');
    expect([none.cells, none.outside, none.nowhere]).toEqual([[], 0, 0]);
    const ids = (await map(holder, areaOf(box), 'all')).cells.flatMap((cell) => cell.ids);
    expect(ids.includes(stored.record.id)).toBe(naive(holder, stored).seen);
  }
}, 60_000);

it('gives records by their ids only to who sees them', async () => {
  const ids = records.map(({ record }) => record.id);
  expect(await listPlaced(world.database, scope(staffWith('rana')), versions, ids)).toEqual([]);
  const placed = await listPlaced(world.database, scope(rana), versions, ids);
  const expected = records.filter((stored) => naive(rana, stored).seen && naivePosition(stored));
  expect(placed.map(({ row }) => row.id)).toEqual(expected.map(({ record }) => record.id).toSorted((a, b) => b - a));
  const restricted = placed.find(({ row }) => row.versionId === 3 && points.has(row.id));
  expect(restricted?.approximate).toBe(true);
});

it('takes a box that is none for an empty one', async () => {
  for (const box of [
    [36, 34, 35, 33],
    [Number.NaN, 33, 36, 34],
  ] as const) {
    const { cells } = await map(rana, { box, square: [0.1, 0.1] }, 'open');
    expect(cells).toEqual([]);
  }
});

it('counts what is overdue apart', async () => {
  const { cells } = await map(rana, everywhere, 'open');
  const late = records.filter(
    (stored) =>
      naive(rana, stored).open &&
      naive(rana, stored).seen &&
      naivePosition(stored) &&
      (stored.record.escalatedTo.length > 0 ||
        (stored.record.deadline && 'dueAt' in stored.record.deadline && stored.record.deadline.dueAt <= minutes(0))),
  );
  expect(cells.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(late.length);
});
