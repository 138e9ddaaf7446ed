import type { Boundary, Bounds, Ring } from './place.ts';

/** A boundary as rings: of each polygon the outer one first, then its holes. */
export const polygonsOf = (boundary: Boundary): readonly (readonly Ring[])[] =>
  boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;

/** West, south, east and north of a boundary. */
export const boxOf = (boundary: Boundary): Bounds => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of polygonsOf(boundary))
    for (const [lon, lat] of outer) {
      if (lon < west) west = lon;
      if (lon > east) east = lon;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  return [west, south, east, north];
};

type Position = readonly [lon: number, lat: number];

/** Whether a point lies on one of the sides of a ring: then it is on a border, and both neighbours hold it. */
const isOn = (ring: Ring, [lon, lat]: Position): boolean =>
  ring.some(([x1, y1], index) => {
    const [x0, y0] = ring[index - 1] ?? [x1, y1];
    if (lon < Math.min(x0, x1) || lon > Math.max(x0, x1) || lat < Math.min(y0, y1) || lat > Math.max(y0, y1))
      return false;
    return Math.abs((x1 - x0) * (lat - y0) - (y1 - y0) * (lon - x0)) < 1e-12;
  });

/** Whether a point lies in a boundary or on it: by the even-odd rule over all rings, so that holes are left out. */
export const holds = (boundary: Boundary, point: Position): boolean => {
  const [lon, lat] = point;
  let isInside = false;
  for (const rings of polygonsOf(boundary))
    for (const ring of rings) {
      if (isOn(ring, point)) return true;
      for (let index = 1; index < ring.length; index++) {
        const [[x0, y0], [x1, y1]] = [ring[index - 1]!, ring[index]!];
        if (y0 > lat !== y1 > lat && lon < ((x1 - x0) * (lat - y0)) / (y1 - y0) + x0) isInside = !isInside;
      }
    }
  return isInside;
};

const metresPerDegree = 111_195;

/** Metres from a point to the nearest side of a boundary, on the plane around the point: good for some kilometres. */
export const metresTo = (boundary: Boundary, [lon, lat]: Position): number => {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const flat = ([x, y]: Position): Position => [(x - lon) * narrowing * metresPerDegree, (y - lat) * metresPerDegree];
  let least = Infinity;
  for (const rings of polygonsOf(boundary))
    for (const ring of rings)
      for (let index = 1; index < ring.length; index++) {
        const [[x0, y0], [x1, y1]] = [flat(ring[index - 1]!), flat(ring[index]!)];
        const [dx, dy] = [x1 - x0, y1 - y0];
        const square = dx * dx + dy * dy;
        const part = square === 0 ? 0 : Math.min(1, Math.max(0, -(x0 * dx + y0 * dy) / square));
        least = Math.min(least, Math.hypot(x0 + part * dx, y0 + part * dy));
      }
  return least;
};
