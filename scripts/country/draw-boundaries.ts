/**
 * Draws country/boundaries.geojson, the illustrative boundaries of the demonstration: each municipality has all land that is
 * nearest to its point (Voronoi cells), wider places the land of what lies in them. The outline below is drawn by hand; none
 * of it is official. Run `node scripts/country/draw-boundaries.ts` after points of places.csv have changed.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '../../src/base/paths.ts';
import { loadCountry } from '../../src/territory/country.ts';
import type { DeclaredPlace, Ring } from '../../src/territory/place.ts';
import { readPlaceCsv } from '../../src/territory/place-csv.ts';
import { createTree } from '../../src/territory/tree.ts';

type Point = readonly [number, number];
interface Site {
  readonly at: Point;
  /** The municipality whose land it is; none: the sea, or another country. */
  readonly owner: string | undefined;
}

// Counterclockwise from the south-western corner; drawn by hand to a hundredth of a degree.
// prettier-ignore
const outline: readonly Point[] = [
  [35.1, 33.09], [35.2, 33.095], [35.31, 33.085], [35.36, 33.06], [35.44, 33.065], [35.5, 33.085], [35.54, 33.12],
  [35.53, 33.2], [35.55, 33.27], [35.58, 33.28], [35.62, 33.25], [35.66, 33.27], [35.74, 33.3], [35.82, 33.33],
  [35.83, 33.41], [35.88, 33.44], [35.95, 33.51], [36.06, 33.57], [35.95, 33.64], [35.93, 33.7], [35.95, 33.76],
  [36.06, 33.82], [36.16, 33.85], [36.28, 33.9], [36.38, 33.96], [36.42, 34.05], [36.49, 34.11], [36.55, 34.19],
  [36.61, 34.2], [36.58, 34.3], [36.53, 34.39], [36.56, 34.42], [36.46, 34.47], [36.34, 34.5], [36.4, 34.56],
  [36.45, 34.59], [36.43, 34.62], [36.35, 34.68], [36.28, 34.66], [36.18, 34.63], [36.08, 34.65], [35.98, 34.65],
  [35.96, 34.55], [35.9, 34.48], [35.82, 34.47], [35.8, 34.43], [35.72, 34.35], [35.66, 34.31], [35.65, 34.22],
  [35.62, 34.12], [35.615, 34.02], [35.6, 33.97], [35.56, 33.94], [35.5, 33.91], [35.46, 33.9], [35.47, 33.83],
  [35.43, 33.72], [35.39, 33.63], [35.36, 33.56], [35.32, 33.5], [35.27, 33.42], [35.23, 33.32], [35.18, 33.27],
  [35.2, 33.22], [35.16, 33.16],
];

const folder = inProject('country');
const { bounds } = loadCountry(folder);
const [west, south, east, north] = bounds;
const places = readPlaceCsv(join(folder, 'places.csv'), bounds);
const tree = createTree(places);
const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
const towns = places.filter((place) => place.level === 'municipality' && place.point !== undefined);
const squareOf = ([x0, y0]: Point, [x1, y1]: Point): number => ((x0 - x1) * narrowing) ** 2 + (y0 - y1) ** 2;
const nearest = (at: Point): DeclaredPlace =>
  towns.reduce((best, town) => (squareOf(at, town.point!) < squareOf(at, best.point!) ? town : best));

/** Pairs of sites on both sides of the outline: the line between their cells is the outline itself. */
const step = 0.02;
const beside = 0.006;
const alongOutline = outline.flatMap((from, index): readonly Site[] => {
  const to = outline[(index + 1) % outline.length]!;
  const [dx, dy] = [(to[0] - from[0]) * narrowing, to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  const pieces = Math.max(1, Math.round(length / step));
  return Array.from({ length: pieces }, (_none, piece) => {
    const part = (piece + 0.5) / pieces;
    const [lon, lat] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    const [outX, outY] = [((dy / length) * beside) / narrowing, (-dx / length) * beside];
    const inside: Point = [lon - outX, lat - outY];
    const sites: readonly Site[] = [
      { at: [lon + outX, lat + outY], owner: undefined },
      { at: inside, owner: nearest(inside).code },
    ];
    return sites;
  }).flat();
});
const sites: readonly Site[] = [...towns.map(({ code, point }) => ({ at: point!, owner: code })), ...alongOutline];

/** What of a convex polygon is nearer to one site than to another. */
const nearerPart = (polygon: readonly Point[], one: Point, other: Point): readonly Point[] => {
  const lead = (at: Point): number => squareOf(at, other) - squareOf(at, one);
  return polygon.flatMap((from, index) => {
    const to = polygon[(index + 1) % polygon.length]!;
    const [a, b] = [lead(from), lead(to)];
    const crossing: Point = [from[0] + ((to[0] - from[0]) * a) / (a - b), from[1] + ((to[1] - from[1]) * a) / (a - b)];
    return [...(a >= 0 ? [from] : []), ...(a * b < 0 ? [crossing] : [])];
  });
};

const margin = 0.5;
const frame: readonly Point[] = [
  [west - margin, south - margin],
  [east + margin, south - margin],
  [east + margin, north + margin],
  [west - margin, north + margin],
];
const cellOf = ({ at }: Site): readonly Point[] =>
  sites.reduce((cell, other) => (other.at === at ? cell : nearerPart(cell, at, other.at)), frame);

/** Corners that neighbours share are computed once for each: those that are nearly the same become one. */
const precision = 1e4;
const known = new Map<string, string>();
const cornerAt = ([lon, lat]: Point): string => {
  const [x, y] = [Math.round(lon * precision), Math.round(lat * precision)];
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++) {
      const found = known.get(`${x + dx},${y + dy}`);
      if (found !== undefined) return found;
    }
  known.set(`${x},${y}`, `${x},${y}`);
  return `${x},${y}`;
};
const pointAt = (corner: string): Point =>
  corner.split(',').map((part) => Number(part) / precision) as unknown as Point;

type Side = readonly [from: string, to: string];
const sidesByTown = new Map<string, Side[]>();
for (const site of sites) {
  if (site.owner === undefined) continue;
  const corners = cellOf(site).map(cornerAt);
  const sides = sidesByTown.get(site.owner) ?? [];
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    if (from !== to) sides.push([from, to]);
  });
  sidesByTown.set(site.owner, sides);
}

/** The rings around cells: the sides that no two of them share. */
const ringsAround = (sides: readonly Side[]): readonly Ring[] => {
  const open = new Set(sides.map(([from, to]) => `${from} ${to}`));
  for (const [from, to] of sides)
    if (open.has(`${to} ${from}`)) [`${from} ${to}`, `${to} ${from}`].forEach((side) => open.delete(side));
  const next = new Map<string, string[]>();
  for (const side of open) {
    const [from, to] = side.split(' ') as [string, string];
    next.set(from, [...(next.get(from) ?? []), to]);
  }
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    while ((next.get(start)?.length ?? 0) > 0) {
      const corners = [start];
      for (let at = next.get(start)!.pop()!; at !== start; at = next.get(at)!.pop()!) corners.push(at);
      const ring = withoutStraight(corners.map(pointAt));
      if (ring.length > 3) rings.push(ring);
    }
  }
  return rings;
};

const surface = (ring: Ring): number =>
  ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** Closed, without corners that lie on a straight line. */
const withoutStraight = (corners: readonly Point[]): Ring => {
  const kept = corners.filter((at, index) => {
    const [before, after] = [corners.at(index - 1)!, corners[(index + 1) % corners.length]!];
    const turn = (at[0] - before[0]) * (after[1] - at[1]) - (after[0] - at[0]) * (at[1] - before[1]);
    return Math.abs(turn) > 2e-7;
  });
  return kept[0] ? [...kept, kept[0]] : [];
};

const features = places.flatMap(({ code, level }) => {
  const within = towns.filter((town) => tree.isWithin(town.code, code));
  if (level === 'village' || within.length === 0) return [];
  const rings = ringsAround(within.flatMap((town) => sidesByTown.get(town.code) ?? []));
  const outer = rings.filter((ring) => surface(ring) > 0).toSorted((a, b) => surface(b) - surface(a));
  const holes = rings.filter((ring) => surface(ring) < 0);
  // A hole is of the largest piece, in which enclaves lie.
  const polygons = outer.map((ring, index) => (index === 0 ? [ring, ...holes] : [ring]));
  const geometry =
    polygons.length === 1
      ? { type: 'Polygon', coordinates: polygons[0] }
      : { type: 'MultiPolygon', coordinates: polygons };
  return { type: 'Feature', properties: { code, illustrative: true }, geometry };
});
const text = features.map((feature) => JSON.stringify(feature)).join(',\n');
writeFileSync(join(folder, 'boundaries.geojson'), `{"type":"FeatureCollection","features":[\n${text}\n]}\n`);
process.stdout.write(`${features.length} boundaries\n`);
