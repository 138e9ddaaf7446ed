import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inProject } from '../base/paths.ts';
import { createBoundaries } from './boundaries.ts';
import { boundaryFault } from './boundary-faults.ts';
import { holds } from './boundary-shapes.ts';
import { loadCountry } from './country.ts';
import { readDeclaredTerritory } from './declared-territory.ts';
import type { Boundary, PlaceLevel, Ring } from './place.ts';

const square = (west: number, south: number, side = 1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const polygon = (...coordinates: Ring[]): Boundary => ({ type: 'Polygon', coordinates });
const place = (code: string, level: PlaceLevel, boundary: Boundary, point?: readonly [number, number]) => ({
  code,
  level,
  boundary,
  point,
});

const west = place('A', 'municipality', polygon(square(35, 33)), [35.5, 33.5]);
const east = place('B', 'municipality', polygon(square(36, 33)), [36.5, 33.5]);
const around = place('LAND', 'country', polygon(square(35, 33, 2)));

describe('the place of a point', () => {
  const { placeAt, isInside } = createBoundaries([east, west, around]);
  test('is the narrowest whose boundary holds it, and the wider one where no narrower does', () => {
    expect(placeAt([35.2, 33.2])).toBe('A');
    expect(placeAt([36.2, 33.2])).toBe('B');
    expect(placeAt([35.2, 34.2])).toBe('LAND');
  });
  test('on a border is always the same one: that with the nearer point, or the first by code', () => {
    expect(placeAt([36, 33.5])).toBe('A');
    expect(createBoundaries([west, { ...east, point: [36.1, 33.5] }]).placeAt([36, 33.5])).toBe('B');
    expect(placeAt([35, 33])).toBe('A');
  });
  test('in two that overlap is the one whose own point is nearer', () => {
    const over = place('0', 'municipality', polygon(square(35.5, 33)), [36, 33.5]);
    const { placeAt: find } = createBoundaries([west, over]);
    expect(find([35.6, 33.5])).toBe('A');
    expect(find([35.9, 33.5])).toBe('0');
  });
  test('just off the coast is the nearest place, in the sea none', () => {
    expect(placeAt([34.999, 33.5])).toBe('A');
    expect(placeAt([34.9, 33.5])).toBeUndefined();
    expect([isInside([34.999, 33.5]), isInside([34.9, 33.5])]).toEqual([true, false]);
  });
  test('is none for what is no point', () => {
    for (const wrong of [Number.NaN, Infinity, -Infinity]) {
      expect(placeAt([wrong, 33.5])).toBeUndefined();
      expect(placeAt([35.5, wrong])).toBeUndefined();
    }
    expect(placeAt([-180, 90])).toBeUndefined();
    expect(placeAt([180, -90])).toBeUndefined();
  });
  test('is unknown where no boundaries are', () => {
    expect(createBoundaries([]).isInside([35.5, 33.5])).toBeUndefined();
    expect(createBoundaries([{ ...west, boundary: undefined }]).placeAt([35.5, 33.5])).toBeUndefined();
  });
  test('is none that was closed', () => {
    expect(createBoundaries([{ ...west, retired: true }]).placeAt([35.5, 33.5])).toBeUndefined();
  });
});

test('holes and second pieces count: land on both sides of the antimeridian is one place of two pieces', () => {
  const island = place('FJ', 'country', {
    type: 'MultiPolygon',
    coordinates: [[square(179, -17), square(179.2, -16.8, 0.2)], [square(-180, -17)]],
  });
  const { placeAt } = createBoundaries([island]);
  expect(placeAt([179.9, -16.5])).toBe('FJ');
  expect(placeAt([-179.9, -16.5])).toBe('FJ');
  expect(placeAt([180, -16.5])).toBe('FJ');
  expect(placeAt([0, -16.5])).toBeUndefined();
  expect(holds(island.boundary, [179.3, -16.7])).toBe(false);
});

test('the index finds what looking through all of them finds', () => {
  const squares = Array.from({ length: 60 }, (_none, index) =>
    place(`P${index}`, 'municipality', polygon(square((index * 7) % 20, (index * 11) % 20, 1 + (index % 5)))),
  );
  const { placeAt } = createBoundaries(squares);
  const degrees = fc.double({ min: -1, max: 27, noNaN: true });
  fc.assert(
    fc.property(degrees, degrees, (lon, lat) => {
      const holding = squares.filter(({ boundary }) => holds(boundary, [lon, lat])).map(({ code }) => code);
      const found = placeAt([lon, lat]);
      if (holding.length > 0) expect(holding).toContain(found);
    }),
  );
});

describe('a boundary is refused', () => {
  const bounds = [35, 33, 37, 35] as const;
  test.each<[string, Boundary, boolean]>([
    ['that lies elsewhere', polygon(square(2, 48)), true],
    ['whose longitude and latitude are swapped', polygon(square(33, 35)), true],
    [
      'that encloses nothing',
      polygon([
        [35, 33],
        [36, 34],
        [35, 33],
        [35, 33],
      ]),
      true,
    ],
    [
      'with more corners than can be drawn',
      polygon(Array.from({ length: 100_001 }, () => [35.1, 33.1] as const)),
      true,
    ],
    [
      'but not one that crosses itself',
      polygon([
        [35, 33],
        [36, 34],
        [36, 33],
        [35, 34.5],
        [35, 33],
      ]),
      false,
    ],
  ])('%s', (_what, boundary, isRefused) => expect(boundaryFault(boundary, bounds) !== undefined).toBe(isRefused));
});

test('in the demonstration every municipality holds its own point and lies in its district, and the sea holds none', () => {
  const country = loadCountry(inProject('country'));
  const { places } = readDeclaredTerritory(inProject('country'), country);
  const { placeAt, isInside, isIllustrative } = createBoundaries(places);
  expect(isIllustrative).toBe(true);
  const towns = places.filter(({ level, boundary }) => level === 'municipality' && boundary);
  expect(towns.length).toBeGreaterThan(300);
  expect(towns.filter(({ code, point }) => placeAt(point!) !== code).map(({ code }) => code)).toEqual([]);
  expect(isInside([35.0, 33.9])).toBe(false);
  expect(isInside([36.3, 33.5])).toBe(false);
});
