import type { Shape } from '../../territory/boundaries.ts';
import { polygonsOf } from '../../territory/boundary-shapes.ts';
import type { Bounds, PlaceLevel, Ring } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';
import { boxOfFrame, type MapFrame, placed } from './map-frame.ts';

type Corner = readonly [x: number, y: number];

/** Boundaries are drawn a little beyond the picture, so that its edge does not look like one. */
const beyond = 6;

/** What of a ring lies on the near side of each edge of the picture (Sutherland and Hodgman, 1974). */
const clipped = (ring: readonly Corner[], { width, height }: MapFrame): readonly Corner[] => {
  const edges: readonly (readonly [axis: 0 | 1, at: number, sign: 1 | -1])[] = [
    [0, -beyond, 1],
    [0, width + beyond, -1],
    [1, -beyond, 1],
    [1, height + beyond, -1],
  ];
  let kept = ring;
  for (const [axis, at, sign] of edges) {
    const side = (corner: Corner): number => (corner[axis] - at) * sign;
    const before = kept;
    kept = before.flatMap((to, index) => {
      const from = before.at(index - 1)!;
      const [a, b] = [side(from), side(to)];
      const part = a / (a - b);
      const crossing: Corner = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
      return [...(a >= 0 !== b >= 0 ? [crossing] : []), ...(b >= 0 ? [to] : [])];
    });
  }
  return kept;
};

/** To half a unit: corners that neighbours share stay the same, and what is too small to be seen is left out. */
const half = (value: number): number => Math.round(value * 2) / 2;

const pathOfRing = (ring: Ring, frame: MapFrame): string => {
  const corners = clipped(
    ring.slice(1).map((at) => placed(frame, at)),
    frame,
  );
  let path = '';
  let [lastX, lastY] = [Number.NaN, Number.NaN];
  for (const [x, y] of corners.map(([left, top]) => [half(left), half(top)] as const)) {
    if (x === lastX && y === lastY) continue;
    // Where one came from is taken away: shorter numbers.
    path += path === '' ? `M${x} ${y}` : `l${x - lastX} ${y - lastY}`;
    [lastX, lastY] = [x, y];
  }
  return (path.match(/l/g)?.length ?? 0) < 2 ? '' : `${path.replaceAll(' -', '-').replaceAll(/(?<=[l -])0\./g, '.')}z`;
};

const meets = ([west, south, east, north]: Bounds, box: Bounds): boolean =>
  west <= box[2] && east >= box[0] && south <= box[3] && north >= box[1];

/** The shapes of a level that reach into the picture. */
export const shapesIn = (territory: Territory, level: PlaceLevel, frame: MapFrame): readonly Shape[] => {
  const box = boxOfFrame(frame);
  return territory.boundaries.shapesOf(level).filter((shape) => meets(shape.box, box));
};

const pathOf = (shapes: readonly Shape[], frame: MapFrame): string =>
  shapes
    .flatMap(({ boundary }) => polygonsOf(boundary).flat())
    .map((ring) => pathOfRing(ring, frame))
    .join('');

const drawn = new WeakMap<object, Map<string, string>>();
const mostDrawn = 200;

/** The path of all boundaries of a level in a picture; kept, since many look at the same. */
export const landPath = (territory: Territory, level: PlaceLevel, frame: MapFrame): string => {
  const key = `${level} ${frame.west} ${frame.north} ${frame.perLon} ${frame.height}`;
  const paths = drawn.get(territory.boundaries) ?? new Map<string, string>();
  drawn.set(territory.boundaries, paths);
  const known = paths.get(key);
  if (known !== undefined) return known;
  if (paths.size >= mostDrawn) paths.clear();
  const path = pathOf(shapesIn(territory, level, frame), frame);
  paths.set(key, path);
  return path;
};
