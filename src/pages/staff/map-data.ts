import type { Service } from '../../definition/service.ts';
import { listOnMap, listPlaced, type MapCell, type PlacedRow } from '../../projections/map.ts';
import type { WorklistFilter } from '../../projections/worklist.ts';
import { isOnMaps } from '../../record/map-place.ts';
import { readMapView } from '../maps/map-address.ts';
import {
  boxOfFrame,
  countryFrame,
  type MapFrame,
  type MapView,
  middleOf,
  placed,
  zoomedFrame,
} from '../maps/map-frame.ts';
import type { Desk, Work } from './desk.ts';
import type { WorklistQuery } from './worklist-query.ts';

/** Several records that are drawn as one sign, in units of the drawing. */
export interface Cluster {
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly urgent: number;
  readonly overdue: number;
  readonly approximate: number;
  readonly lon: number;
  readonly lat: number;
  /** Where to look to see them apart. */
  readonly view: MapView;
}

export interface Pin {
  readonly x: number;
  readonly y: number;
  readonly placed: PlacedRow;
}

/** The records of a worklist on a map. */
export interface RecordMap {
  readonly frame: MapFrame;
  readonly view: MapView;
  readonly clusters: readonly Cluster[];
  readonly pins: readonly Pin[];
  /** Those that are listed below the picture, the newest first. */
  readonly rows: readonly PlacedRow[];
  /** How many are in the picture, outside it, and how many can be on no map. */
  readonly shown: number;
  readonly outside: number;
  readonly nowhere: number;
  readonly partly: boolean;
}

/** Height of the drawing in its units, the side of a square by which records are counted, and from where two signs are one. */
const size = 480;
const square = 44;
const apart = 28;
/** So many records in a picture are listed one by one. */
const mostListed = 50;
/** Alone, or two or three that stand apart, are drawn as themselves. */
const mostZoomStep = 3;

/** Whether any of the services can be shown on a map of this country. */
export const canBeMapped = ({ parts: { territory } }: Desk, services: readonly Service[]): boolean =>
  services.some(isOnMaps) && countryFrame(territory, size) !== undefined;

export const loadMap = async (
  { parts }: Desk,
  work: Work,
  query: WorklistQuery,
  filter: WorklistFilter,
  now: Date,
): Promise<RecordMap | undefined> => {
  const { database, territory } = parts;
  const whole = countryFrame(territory, size);
  if (!whole) return undefined;
  const asked = readMapView(query.at);
  const frame = asked ? zoomedFrame(whole, asked) : whole;
  const [lon, lat] = middleOf(frame);
  const view = { lon, lat, zoom: asked?.zoom ?? 0 };
  const area = { box: boxOfFrame(frame), square: [square / frame.perLon, square / frame.perLat] as const };
  const found = await listOnMap(database, work.scope, work.versions, { view: query.view, filter, area, now });
  const groups = merged(found.cells, frame);
  const shown = found.cells.reduce((sum, { count }) => sum + count, 0);
  const single = groups.flatMap(({ count, ids }) => (count === 1 ? ids : []));
  const ids = shown <= mostListed ? groups.flatMap((group) => group.ids) : single.slice(0, mostListed);
  const rows = await listPlaced(database, work.scope, work.versions, ids);
  const byId = new Map(rows.map((each) => [each.row.id, each]));
  const pins = groups.flatMap((group): readonly Pin[] => {
    const alone = group.count === 1 ? byId.get(group.ids[0] ?? -1) : undefined;
    if (!alone) return [];
    const [x, y] = placed(frame, [alone.lon, alone.lat]);
    return [{ x, y, placed: alone }];
  });
  return {
    frame,
    view,
    clusters: groups
      .filter(({ count, ids: [first = -1] }) => count > 1 || !byId.has(first))
      .map(({ ids: _ids, box, ...group }) => ({ ...group, view: viewOf(group, box, view, whole) })),
    pins,
    rows,
    shown,
    outside: found.outside,
    nowhere: found.nowhere,
    partly: found.partly,
  };
};

type Group = Omit<Cluster, 'view'> & Pick<MapCell, 'ids' | 'box'>;

/** Neighbours whose signs would lie on each other become one; the larger ones first. */
const merged = (cells: readonly MapCell[], frame: MapFrame): readonly Group[] => {
  const groups: Group[] = [];
  for (const cell of cells) {
    const [x, y] = placed(frame, [cell.lon, cell.lat]);
    const index = groups.findIndex((group) => Math.hypot(group.x - x, group.y - y) < apart);
    const near = groups[index];
    if (!near) groups.push({ ...cell, x, y });
    else groups[index] = together(near, { ...cell, x, y });
  }
  return groups;
};

const together = (one: Group, other: Group): Group => {
  const count = one.count + other.count;
  const mean = (of: (group: Group) => number): number => (of(one) * one.count + of(other) * other.count) / count;
  return {
    x: mean(({ x }) => x),
    y: mean(({ y }) => y),
    lon: mean(({ lon }) => lon),
    lat: mean(({ lat }) => lat),
    count,
    urgent: one.urgent + other.urgent,
    overdue: one.overdue + other.overdue,
    approximate: one.approximate + other.approximate,
    box: [
      Math.min(one.box[0], other.box[0]),
      Math.min(one.box[1], other.box[1]),
      Math.max(one.box[2], other.box[2]),
      Math.max(one.box[3], other.box[3]),
    ],
    // Of a square with very many none is told, and then those of its neighbour say nothing either.
    ids: one.ids.length === one.count && other.ids.length === other.count ? [...one.ids, ...other.ids] : [],
  };
};

/** So near that all of a group fill the picture, one step at least and three at most. */
const viewOf = (
  { lon, lat }: Pick<Group, 'lon' | 'lat'>,
  [west, south, east, north]: MapCell['box'],
  { zoom }: MapView,
  whole: MapFrame,
): MapView => {
  const share = Math.max(((east - west) * whole.perLon) / whole.width, ((north - south) * whole.perLat) / whole.height);
  const fitting = share > 0 ? Math.floor(Math.log2(0.7 / share)) : zoom + mostZoomStep;
  const isWide = share > 0;
  return {
    lon: isWide ? (west + east) / 2 : lon,
    lat: isWide ? (south + north) / 2 : lat,
    zoom: Math.max(zoom + 1, Math.min(fitting, zoom + mostZoomStep)),
  };
};
