import type { Text, Values } from '../base/texts.ts';
import { polygonsOf } from './boundary-shapes.ts';
import type { Boundary, Bounds } from './place.ts';
import { placeImportTexts as texts } from './place-import-texts.ts';

/** More corners than any coast needs at the scale of a municipality; what is drawn is simplified anyway. */
export const mostCorners = 100_000;
/** How far outside the bounds of the country a boundary may reach, in degrees: bounds are written for points. */
const slack = 0.5;

export interface BoundaryFault {
  readonly message: Text;
  readonly values?: Values;
  /** For the files of the country, whose faults are told in English. */
  readonly english: string;
}

/**
 * What keeps a boundary from being used. That a ring touches or crosses itself does not: published boundaries do so by a few
 * metres, and what lies inside is still told by counting crossings.
 */
export const boundaryFault = (boundary: Boundary, [west, south, east, north]: Bounds): BoundaryFault | undefined => {
  const rings = polygonsOf(boundary).flat();
  const corners = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (corners > mostCorners)
    return {
      message: texts.tooManyCorners,
      values: { max: mostCorners },
      english: `its boundary has ${corners} corners: simplify it to ${mostCorners} at most`,
    };
  const outside = rings
    .flat()
    .find(
      ([lon, lat]) => !(lon >= west - slack && lon <= east + slack && lat >= south - slack && lat <= north + slack),
    );
  if (outside)
    return {
      message: texts.outside,
      values: { point: outside.slice(0, 2).join(', ') },
      english: `its boundary reaches ${outside.join(', ')}, far outside the bounds in country.yaml: write degrees, longitude first`,
    };
  return polygonsOf(boundary).some(([outer]) => outer === undefined || isLine(outer))
    ? { message: texts.noSurface, english: 'a ring of its boundary encloses nothing: remove it' }
    : undefined;
};

const isLine = (ring: readonly (readonly [number, number])[]): boolean => {
  const [[x0, y0] = [0, 0]] = ring;
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[index + 1] ?? [x0, y0];
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
  return Math.abs(twice) < 1e-12;
};
