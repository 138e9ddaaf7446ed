import type { ServiceVersion } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { mapFieldsOf } from '../record/map-place.ts';
import { anyStateCells, type MapCellRow, openCells, positionsOf, rowsOfIds, waitingCells } from './map-queries.ts';
import { lastRecordId, type WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';
import { filterValues, looked, scopeValues, type WorklistFilter } from './worklist.ts';

/** What is looked at: a box in degrees, and the sides of the squares by which records in it are counted. */
export interface MapArea {
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly square: readonly [wide: number, high: number];
}

/** Records that stand close together. */
export type MapCell = Pick<MapCellRow, 'count' | 'urgent' | 'overdue' | 'approximate'> & {
  readonly lon: number;
  readonly lat: number;
  /** Around all of them: west, south, east, north. */
  readonly box: readonly [number, number, number, number];
  /** Of the records, where they are few. */
  readonly ids: readonly number[];
};

export interface MapOfRecords {
  readonly cells: readonly MapCell[];
  /** How many stand outside the box, and how many have neither a point nor a place that is known. */
  readonly outside: number;
  readonly nowhere: number;
  /** There are more than were looked at. */
  readonly partly: boolean;
}

interface Wanted {
  readonly view: 'open' | 'waiting' | 'all';
  readonly filter: WorklistFilter;
  readonly area: MapArea;
  readonly now: Date;
}

/** More are not looked at for one picture: a worklist of so many is narrowed first. */
const mostSeen = 300_000;
/** Of a square with more records, single ones are not told. */
const mostIds = 50;

const mappedOf = (versions: readonly ServiceVersion[]): string =>
  JSON.stringify(
    versions.flatMap(({ versionId, service }) => {
      const { point, place } = mapFieldsOf(service);
      return point === undefined && place === undefined ? [] : [{ version: versionId, point, place }];
    }),
  );

/** The records of a worklist on a map: all that it lists, counted by squares, with what cannot be shown. */
export const listOnMap = async (
  database: Queryable,
  scope: WorklistScope,
  versions: readonly ServiceVersion[],
  { view, filter, area: { box, square }, now }: Wanted,
): Promise<MapOfRecords> => {
  const values = [
    ...scopeValues(scope),
    ...filterValues(filter, now),
    mappedOf(versions),
    ...box,
    ...square,
    mostSeen,
    mostIds,
  ];
  const top = view === 'all' ? ((await database.run(lastRecordId))[0]?.last ?? 0) + 1 : 0;
  const floor = Math.max(0, top - looked);
  const rows = await (view === 'all'
    ? database.run(anyStateCells, [...values, top, floor])
    : database.run(view === 'open' ? openCells : waitingCells, values));
  const countOf = (where: MapCellRow['where']): number =>
    rows.reduce((sum, row) => sum + (row.where === where ? row.count : 0), 0);
  return {
    cells: rows.flatMap(({ where, lon, lat, west, south, east, north, ids, ...counts }) =>
      where !== 'seen' || lon === null || lat === null
        ? []
        : [{ ...counts, lon, lat, box: [west ?? lon, south ?? lat, east ?? lon, north ?? lat], ids: ids ?? [] }],
    ),
    outside: countOf('outside'),
    nowhere: countOf('nowhere'),
    partly: floor > 0 || rows.reduce((sum, { count }) => sum + count, 0) >= mostSeen,
  };
};

/** A record on the map. */
export interface PlacedRow {
  readonly row: WorklistRow;
  readonly lon: number;
  readonly lat: number;
  /** It stands at its place, which is all that is known. */
  readonly approximate: boolean;
}

/** Records by their ids, where the account sees them, with where they stand; the newest first. */
export const listPlaced = async (
  database: Queryable,
  scope: WorklistScope,
  versions: readonly ServiceVersion[],
  ids: readonly number[],
): Promise<readonly PlacedRow[]> => {
  if (ids.length === 0) return [];
  const fields = new Map(versions.map(({ versionId, service }) => [versionId, mapFieldsOf(service)]));
  const rows = await database.run(rowsOfIds, [...scopeValues(scope), ids]);
  const asked = rows.map(({ id, versionId, data }) => {
    const { point, place } = fields.get(versionId) ?? {};
    return { id, point: point ?? '', place: place === undefined ? '' : String(data[place] ?? '') };
  });
  const positions = await database.run(positionsOf, [
    asked.map(({ id }) => id),
    asked.map(({ point }) => point),
    asked.map(({ place }) => place),
  ]);
  const byId = new Map(positions.map((position) => [position.id, position]));
  return rows.flatMap((row) => {
    const position = byId.get(row.id);
    return position ? [{ row, lon: position.lon, lat: position.lat, approximate: position.approximate }] : [];
  });
};
