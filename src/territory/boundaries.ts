import { boxOf, holds, metresTo } from './boundary-shapes.ts';
import { type Boundary, type Bounds, type Place, type PlaceLevel, placeLevels } from './place.ts';

/** A place with its boundary, as it is looked up and drawn. */
export interface Shape {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly boundary: Boundary;
  readonly box: Bounds;
}

type Position = readonly [lon: number, lat: number];

/** The boundaries of the places in service. */
export interface Boundaries {
  /** Those of one level; by code. */
  readonly shapesOf: (level: PlaceLevel) => readonly Shape[];
  /**
   * Code of the narrowest place that holds a point. On a border, and where boundaries overlap, it is the one whose own point
   * is nearest, then the first by code; just outside all of them it is the nearest one. Undefined: in no place of the country.
   */
  readonly placeAt: (point: Position) => string | undefined;
  /** Whether a point lies in the country, or so near that the boundaries do not tell; undefined: no boundaries are known. */
  readonly isInside: (point: Position) => boolean | undefined;
  /** Some of what is drawn is made up for a demonstration. */
  readonly isIllustrative: boolean;
}

type Bounded = Pick<Place, 'code' | 'level' | 'point' | 'retired'> & { readonly boundary: Boundary | undefined };

/** What a telephone and a surveyed boundary are off by together, and what one drawn by hand may be, in metres. */
const tolerance = 300;
const illustrativeTolerance = 2_500;

export const createBoundaries = (places: readonly Bounded[]): Boundaries => {
  const bounded = places.filter(
    (place): place is Bounded & { boundary: Boundary } => place.boundary !== undefined && !place.retired,
  );
  const points = new Map(bounded.map(({ code, point }) => [code, point]));
  const shapes: readonly Shape[] = bounded
    .map(({ code, level, boundary }) => ({ code, level, boundary, box: boxOf(boundary) }))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const byLevel = Map.groupBy(shapes, ({ level }) => level);
  const near = createGrid(shapes);
  const isIllustrative = bounded.some(({ boundary }) => boundary.illustrative);
  const reach = isIllustrative ? illustrativeTolerance : tolerance;
  const distance = (code: string, [lon, lat]: Position): number => {
    const [x, y] = points.get(code) ?? [lon + 1, lat + 1];
    return ((x - lon) * Math.cos((lat * Math.PI) / 180)) ** 2 + (y - lat) ** 2;
  };
  const narrowest = (found: readonly Shape[], further: (one: Shape, other: Shape) => number): string | undefined =>
    found.toSorted((a, b) => placeLevels.indexOf(b.level) - placeLevels.indexOf(a.level) || further(a, b))[0]?.code;

  const placeAt = (point: Position): string | undefined => {
    const within = near(point, 0).filter(({ boundary }) => holds(boundary, point));
    if (within.length > 0) return narrowest(within, (a, b) => distance(a.code, point) - distance(b.code, point));
    const beside = near(point, reach).flatMap((shape) => {
      const metres = metresTo(shape.boundary, point);
      return metres <= reach ? [{ shape, metres }] : [];
    });
    const metresOf = new Map(beside.map(({ shape, metres }) => [shape, metres]));
    return narrowest(
      beside.map(({ shape }) => shape),
      (a, b) => (metresOf.get(a) ?? 0) - (metresOf.get(b) ?? 0),
    );
  };
  return {
    shapesOf: (level) => byLevel.get(level) ?? [],
    placeAt,
    isInside: (point) => (shapes.length === 0 ? undefined : placeAt(point) !== undefined),
    isIllustrative,
  };
};

const rows = 64;

/** Finds the shapes whose box holds a point or comes near to it: each cell of a grid knows the boxes that reach into it. */
const createGrid = (shapes: readonly Shape[]): ((point: Position, metres: number) => readonly Shape[]) => {
  const west = Math.min(...shapes.map(({ box }) => box[0]));
  const south = Math.min(...shapes.map(({ box }) => box[1]));
  const width = Math.max(...shapes.map(({ box }) => box[2])) - west || 1;
  const height = Math.max(...shapes.map(({ box }) => box[3])) - south || 1;
  const clamped = (value: number): number => Math.min(rows - 1, Math.max(0, Math.floor(value * rows)));
  const column = (lon: number): number => clamped((lon - west) / width);
  const row = (lat: number): number => clamped((lat - south) / height);
  const cells: (readonly Shape[] | undefined)[] = [];
  for (const shape of shapes) {
    const [left, bottom, right, top] = shape.box;
    for (let x = column(left); x <= column(right); x++)
      for (let y = row(bottom); y <= row(top); y++) cells[x * rows + y] = [...(cells[x * rows + y] ?? []), shape];
  }
  return ([lon, lat], metres) => {
    if (!Number.isFinite(lon) || !Number.isFinite(lat) || shapes.length === 0) return [];
    const high = metres / 111_195;
    const wide = high / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
    const found = new Set<Shape>();
    for (let x = column(lon - wide); x <= column(lon + wide); x++)
      for (let y = row(lat - high); y <= row(lat + high); y++)
        for (const shape of cells[x * rows + y] ?? []) found.add(shape);
    return [...found].filter(
      ({ box: [left, bottom, right, top] }) =>
        lon >= left - wide && lon <= right + wide && lat >= bottom - high && lat <= top + high,
    );
  };
};

export const noBoundaries = createBoundaries([]);
