/** Lines and rings on the globe: longitude and latitude in degrees (WGS 84), as GeoJSON (RFC 7946) writes them. */
export type Position = readonly [lon: number, lat: number];

/** Mean radius of the Earth in metres (IUGG, R1). */
const radius = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points along a great circle, by the haversine formula; within half a percent of the true Earth. */
export const metresBetween = ([lonA, latA]: Position, [lonB, latB]: Position): number => {
  const half = Math.sin(radians(latB - latA) / 2) ** 2;
  const across = Math.sin(radians(lonB - lonA) / 2) ** 2;
  return 2 * radius * Math.asin(Math.sqrt(half + Math.cos(radians(latA)) * Math.cos(radians(latB)) * across));
};

/** Length of a line in metres. */
export const lengthOf = (line: readonly Position[]): number =>
  line.reduce((sum, point, index) => {
    const before = line[index - 1];
    return before ? sum + metresBetween(before, point) : sum;
  }, 0);

/**
 * Surface of a closed ring in square metres, positive when it runs counterclockwise; after R. G. Chamberlain and
 * W. H. Duquette, Some Algorithms for Polygons on a Sphere (JPL 07-03, 2007).
 */
export const signedSurface = (ring: readonly Position[]): number => {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [from, to] = [ring[index - 1]!, ring[index]!];
    sum += radians(to[0] - from[0]) * (2 + Math.sin(radians(from[1])) + Math.sin(radians(to[1])));
  }
  return (-sum * radius * radius) / 2;
};

/** Which way one turns at `b` on the way from `a` to `c`: 1 left, -1 right, 0 straight on. */
const turn = (a: Position, b: Position, c: Position): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

const isBetween = (point: Position, a: Position, b: Position): boolean =>
  Math.min(a[0], b[0]) <= point[0] &&
  point[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= point[1] &&
  point[1] <= Math.max(a[1], b[1]);

const touch = (a: Position, b: Position, c: Position, d: Position): boolean => {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && isBetween(c, a, b)) ||
    (abd === 0 && isBetween(d, a, b)) ||
    (cda === 0 && isBetween(a, c, d)) ||
    (cdb === 0 && isBetween(b, c, d))
  );
};

/** Whether two sides of a closed ring meet anywhere but at the corner that they share. Every pair is looked at. */
export const crossesItself = (ring: readonly Position[]): boolean => {
  const sides = ring.length - 1;
  for (let one = 0; one < sides; one++) {
    const [a, b] = [ring[one]!, ring[one + 1]!];
    const next = ring[((one + 1) % sides) + 1]!;
    // A side that goes back over the one before.
    if (turn(a, b, next) === 0 && (b[0] - a[0]) * (next[0] - b[0]) + (b[1] - a[1]) * (next[1] - b[1]) < 0) return true;
    for (let other = one + 2; other < sides; other++) {
      if (one === 0 && other === sides - 1) continue;
      if (touch(a, b, ring[other]!, ring[other + 1]!)) return true;
    }
  }
  return false;
};
