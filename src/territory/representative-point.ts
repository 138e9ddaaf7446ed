import type { Boundary, Ring } from './place.ts';

/**
 * Where to put the dot of a place that is known by its boundary: the centroid of its largest polygon's outer ring,
 * computed on the plane of longitude and latitude (https://paulbourke.net/geometry/polygonmesh/), good enough to draw and
 * to sort by distance. In degrees, rounded to about ten metres.
 */
export const representativePoint = (boundary: Boundary): readonly [number, number] => {
  const outerRings =
    boundary.type === 'Polygon'
      ? boundary.coordinates.slice(0, 1)
      : boundary.coordinates.flatMap((rings) => rings.slice(0, 1));
  const measured = outerRings.map(centroid);
  const largest = measured.reduce((best, next) => (next.area > best.area ? next : best));
  return largest.point;
};

const centroid = (ring: Ring): { area: number; point: readonly [number, number] } => {
  const [originLon, originLat] = ring[0] ?? [0, 0];
  let area = 0;
  let lonSum = 0;
  let latSum = 0;
  for (const [index, [lon, lat]] of ring.entries()) {
    const [nextLon, nextLat] = ring[index + 1] ?? [originLon, originLat];
    // Relative to the first corner: differences of large products lose digits.
    const [x0, y0, x1, y1] = [lon - originLon, lat - originLat, nextLon - originLon, nextLat - originLat];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    lonSum += (x0 + x1) * cross;
    latSum += (y0 + y1) * cross;
  }
  if (area === 0) return { area: 0, point: [round(originLon), round(originLat)] };
  return {
    area: Math.abs(area),
    point: [round(originLon + lonSum / (6 * area)), round(originLat + latSum / (6 * area))],
  };
};

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
