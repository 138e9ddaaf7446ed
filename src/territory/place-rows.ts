import { codeFault, readName } from './declared-name.ts';
import { type FileFault, refuseFaults } from './file-fault.ts';
import {
  type Boundary,
  type Bounds,
  codeKinds,
  type CodeKind,
  type DeclaredPlace,
  isPlaceLevel,
  placeLevels,
} from './place.ts';
import { treeFaults } from './tree-faults.ts';

/** A place as it stands in a file of either format, before anything about it is believed. */
export interface PlaceRow {
  readonly line: number;
  readonly cell: (column: string) => string;
  readonly point: readonly [number, number] | undefined;
  readonly boundary: Boundary | undefined;
  /** What is already known to be wrong with its geometry. */
  readonly faults: readonly string[];
}

export const placeColumns = {
  required: ['code', 'level', 'parent', 'name_ar', 'name_fr', 'name_en'],
  optional: ['code_kind', 'other_names', 'lon', 'lat', 'point_from', 'pcode'],
} as const;

/** Checks the rows of a place file and returns what they declare, or refuses all that is wrong at once. */
export const readPlaceRows = (file: string, rows: readonly PlaceRow[], bounds: Bounds): readonly DeclaredPlace[] => {
  const read = rows.map((row) => ({ line: row.line, ...readPlace(row, bounds) }));
  const nodes = read.map(({ line, place }) => ({ ...place, line }));
  refuseFaults([
    ...read.flatMap(({ line, messages }) => messages.map((message) => ({ file, line, message }))),
    ...treeFaults(file, nodes),
    ...levelFaults(file, nodes),
  ]);
  return read.map(({ place }) => place);
};

const readPlace = (row: PlaceRow, bounds: Bounds): { place: DeclaredPlace; messages: readonly string[] } => {
  const { name, faults } = readName(row.cell);
  const messages = [...row.faults, ...faults];
  const code = row.cell('code');
  const wrongCode = codeFault(code);
  if (wrongCode) messages.push(wrongCode);
  const level = row.cell('level');
  if (!isPlaceLevel(level))
    messages.push(`the level "${level}" does not exist: write one of ${placeLevels.join(', ')}`);
  const codeKind = row.cell('code_kind') || 'diwan';
  if (!codeKinds.includes(codeKind as CodeKind))
    messages.push(`the code_kind "${codeKind}" does not exist: write one of ${codeKinds.join(', ')}`);
  const wrongPoint = row.point && pointFault(row.point, bounds);
  if (wrongPoint) messages.push(wrongPoint);
  const place: DeclaredPlace = {
    code,
    level: isPlaceLevel(level) ? level : 'village',
    name,
    parent: row.cell('parent') || undefined,
    point: row.point,
    codeKind: codeKind as CodeKind,
    pcode: row.cell('pcode') || undefined,
    otherNames: row
      .cell('other_names')
      .split('|')
      .map((other) => other.trim())
      .filter((other) => other !== ''),
    boundary: row.boundary,
  };
  return { place, messages };
};

const inside = ([lon, lat]: readonly [number, number], [west, south, east, north]: Bounds): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

const pointFault = (point: readonly [number, number], bounds: Bounds): string | undefined => {
  const [lon, lat] = point;
  if (inside(point, bounds)) return undefined;
  if (inside([lat, lon], bounds)) return `lon ${lon} and lat ${lat} are swapped: write lon ${lat} and lat ${lon}`;
  if (Math.abs(lon) > 180) return `lon is ${lon}: write degrees between -180 and 180`;
  if (Math.abs(lat) > 90) return `lat is ${lat}: write degrees between -90 and 90`;
  return `lon ${lon}, lat ${lat} lies outside the country (bounds in country.yaml: ${bounds.join(', ')}): correct the point or the bounds`;
};

const levelFaults = (file: string, places: readonly (DeclaredPlace & { line: number })[]): readonly FileFault[] => {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const faults: FileFault[] = [];
  const countries = places.filter(({ level }) => level === 'country');
  if (countries.length !== 1) {
    faults.push({
      file,
      line: countries[1]?.line ?? 1,
      message: `there are ${countries.length} places of level country: write exactly one, at the top of the tree`,
    });
  }
  for (const { line, level, parent } of places) {
    const above = parent === undefined ? undefined : byCode.get(parent);
    if (level === 'country' && parent !== undefined)
      faults.push({ file, line, message: 'the country has a parent: leave its parent empty' });
    if (level !== 'country' && parent === undefined)
      faults.push({ file, line, message: 'parent is missing: write the code of the place above' });
    if (above && placeLevels.indexOf(above.level) >= placeLevels.indexOf(level)) {
      faults.push({
        file,
        line,
        message: `a ${level} cannot lie in the ${above.level} "${above.code}": its parent has to be of a wider level`,
      });
    }
  }
  return faults;
};
