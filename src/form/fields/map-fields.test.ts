import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tryField, world } from '../../../test/world/field.ts';
import { inProject } from '../../base/paths.ts';
import { usualChannel } from '../../definition/nouns/channels.ts';
import { createBoundaries } from '../../territory/boundaries.ts';
import { loadCountry } from '../../territory/country.ts';
import { readDeclaredTerritory } from '../../territory/declared-territory.ts';
import { crossesItself, lengthOf, metresBetween, type Position, signedSurface } from '../map-geometry.ts';
import { validate } from '../validate.ts';

const degrees = (limit: number) =>
  fc.integer({ min: -limit * 1e6, max: limit * 1e6 }).map((millionths) => millionths / 1e6);
const positions = fc.tuple(degrees(180), degrees(90));

describe('a point', () => {
  const any = tryField('point');
  const typed = (lat: string, lon: string) => any.typed({ 'it.lat': lat, 'it.lon': lon });
  const beirut = { lon: 35.5018, lat: 33.8938 };

  test('is typed in degrees, in any digits and with either decimal sign', () => {
    expect(typed('33.8938', '35.5018')).toEqual(beirut);
    expect(typed(' 33,8938° ', '35,5018')).toEqual(beirut);
    expect(typed('٣٣٫٨٩٣٨', '٣٥٫٥٠١٨')).toEqual(beirut);
    expect(typed('−33.5', '+7')).toEqual({ lat: -33.5, lon: 7 });
    expect(typed('33.893', '35.501')).toEqual({ lat: 33.893, lon: 35.501 });
    expect(typed('', '')).toBeUndefined();
  });

  test('is taken from one line that was pasted from a map', () => {
    expect(typed('33.8938, 35.5018', '')).toEqual(beirut);
    expect(typed('', '٣٣٫٨٩٣٨، ٣٥٫٥٠١٨')).toEqual(beirut);
  });

  test.each([
    ['only one of both', '33.8', '', 'not-a-point'],
    ['words', 'Beirut', '35', 'not-a-point'],
    ['minutes and seconds', '33°53′', '35', 'not-a-point'],
    ['a number without end', '3'.repeat(500), '35', 'not-a-point'],
    ['beyond the pole', '90.000001', '35', 'latitude-out-of-range'],
    ['beyond the date line', '33', '-180.1', 'longitude-out-of-range'],
  ])('is none: %s', (_what, lat, lon, fault) => {
    expect(typed(lat, lon)).toBe(fault);
  });

  test('is taken from the API as numbers or as GeoJSON', () => {
    expect(any.sent(beirut)).toEqual(beirut);
    expect(any.sent({ type: 'Point', coordinates: [35.5018, 33.8938] })).toEqual(beirut);
    expect(any.sent({ lon: 35.50180049, lat: 33.8938 })).toEqual(beirut);
    for (const wrong of ['33, 35', [35, 33], {}, { lon: 35 }, { ...beirut, name: 'x' }, { lon: '35', lat: '33' }, true])
      expect(any.sent(wrong)).toBe('not-a-point');
    for (const wrong of [
      { lon: 35, lat: Number.NaN },
      { lon: 35, lat: 91 },
    ])
      expect(any.sent(wrong)).toBe('latitude-out-of-range');
  });

  test('comes back from the inputs of a page as it was, wherever it lies', () => {
    fc.assert(
      fc.property(positions, ([lon, lat]) => {
        expect(any.again({ lon, lat })).toEqual({ lon, lat });
      }),
    );
  });

  test('of a report lies in the country, where the declaration wants it: not in the sea, nor with a neighbour', () => {
    const { service, field } = tryField('point', 'within: country');
    const folder = inProject('country');
    const { places } = readDeclaredTerritory(folder, loadCountry(folder));
    const inCountry = { ...world, boundaries: createBoundaries(places) };
    const faultOf = (it: object): string | undefined =>
      validate([field], { it }, inCountry, { channel: usualChannel(service) }).errors[0]?.code;
    expect(faultOf(beirut)).toBeUndefined();
    for (const elsewhere of [
      { lon: 35.2, lat: 33.9 },
      { lon: 36.2765, lat: 33.5138 },
      { lon: 0, lat: 0 },
      { lon: beirut.lat, lat: beirut.lon },
    ]) {
      expect(faultOf(elsewhere)).toBe('point-outside-country');
      expect(any.sent(elsewhere)).toEqual(elsewhere);
    }
  });

  test('is never anything but a point or a fault, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 60 }), (lat, lon) => {
        const outcome = typed(lat, lon);
        if (typeof outcome !== 'object') return;
        const { lon: x, lat: y } = outcome as { lon: number; lat: number };
        expect(Math.abs(x) <= 180 && Math.abs(y) <= 90).toBe(true);
      }),
    );
  });
});

describe('a trace', () => {
  const any = tryField('trace', 'points: 5');
  const line = (...coordinates: readonly Position[]) => ({ type: 'LineString', coordinates });
  const road = line([35.5, 33.8], [35.6, 33.9]);

  test('is typed with a point on each line', () => {
    expect(any.typed('33.8, 35.5\n33.9, 35.6')).toEqual(road);
    expect(any.typed('33,8 35,5\r\n\r\n33,9; 35,6\r\n')).toEqual(road);
    expect(any.typed('٣٣٫٨، ٣٥٫٥\n33.9\t35.6')).toEqual(road);
  });

  test('is pasted or sent as GeoJSON, however it is wrapped', () => {
    for (const wrapped of [
      road,
      { type: 'Feature', properties: {}, geometry: road },
      { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: road }] },
      line([35.5, 33.8, 120] as unknown as Position, [35.6, 33.9]),
    ]) {
      expect(any.sent(wrapped)).toEqual(road);
      expect(any.typed(JSON.stringify(wrapped))).toEqual(road);
    }
  });

  test.each([
    ['one point', '33.8, 35.5', 'too-few-points'],
    ['the same point twice', '33.8, 35.5\n33.8, 35.5', 'too-few-points'],
    ['a line of words', '33.8, 35.5\nSaida', 'not-a-line-of-points'],
    ['six points of five', '1,1\n2,2\n3,3\n4,4\n5,5\n6,6', 'too-many-points'],
    ['a thousand lines', '1,1\n'.repeat(1000), 'too-many-points'],
    ['a latitude in the place of a longitude', '133.8, 35.5\n34, 35', 'latitude-out-of-range'],
    ['broken GeoJSON', '{"type":', 'not-a-trace'],
    ['a polygon', '{"type":"Polygon","coordinates":[]}', 'not-a-trace'],
    ['many features', '{"type":"FeatureCollection","features":[{},{}]}', 'not-a-trace'],
    [
      'features within features',
      '{"type":"FeatureCollection","features":[{"type":"FeatureCollection"}]}',
      'not-a-trace',
    ],
    ['coordinates that are text', '{"type":"LineString","coordinates":[["1","2"],["3","4"]]}', 'not-a-trace'],
  ])('is none: %s', (_what, text, fault) => {
    expect(any.typed(text)).toBe(fault);
  });

  test('is in an expression its length in metres', () => {
    const degree = {
      type: 'LineString',
      coordinates: [
        [35, 33],
        [35, 34],
      ] as readonly Position[],
    } as const;
    expect(any.behaviour.toExpression(degree, any.field)).toBeCloseTo(111_195, -1);
    expect(any.behaviour.say(degree, any.field, 'en', world)).toBe('111.2\u00a0km, 2 points');
    expect(any.behaviour.say(degree, any.field, 'ar', world)).toBe('111,2\u00a0كلم، نقطتان');
  });

  test('comes back from the page as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(positions, { minLength: 2, maxLength: 5, selector: String }), (coordinates) => {
        expect(any.again(line(...coordinates))).toEqual(line(...coordinates));
      }),
    );
  });
});

describe('an area', () => {
  const any = tryField('area');
  const square: readonly Position[] = [
    [35.5, 33.8],
    [35.501, 33.8],
    [35.501, 33.801],
    [35.5, 33.801],
  ];
  const polygon = (...ring: readonly Position[]) => ({ type: 'Polygon', coordinates: [ring] });
  const land = polygon(...square, square[0]!);
  const linesOf = (ring: readonly Position[]) => ring.map(([lon, lat]) => `${lat}, ${lon}`).join('\n');

  test('is closed, and turned counterclockwise as GeoJSON asks', () => {
    expect(any.typed(linesOf(square))).toEqual(land);
    expect(any.typed(linesOf([...square, square[0]!]))).toEqual(land);
    expect(any.sent(polygon(...square))).toEqual(land);
    const turned = any.typed(linesOf(square.toReversed())) as typeof land;
    expect(signedSurface(turned.coordinates[0]!)).toBeGreaterThan(0);
  });

  test.each([
    ['two corners', [square[0]!, square[1]!], 'too-few-points'],
    ['a bow tie', [square[0]!, square[2]!, square[1]!, square[3]!], 'area-crosses-itself'],
    ['a line there and back', [square[0]!, square[1]!, [35.502, 33.8] as Position], 'area-crosses-itself'],
    ['a corner passed twice', [square[0]!, square[1]!, square[2]!, square[0]!, square[3]!], 'area-crosses-itself'],
  ])('is none: %s', (_what, ring, fault) => {
    expect(any.typed(linesOf(ring))).toBe(fault);
    expect(any.sent(polygon(...ring))).toBe(fault);
  });

  test('has no holes', () => {
    expect(any.sent({ type: 'Polygon', coordinates: [square, square] })).toBe('not-an-area');
    expect(any.sent({ type: 'MultiPolygon', coordinates: [[square]] })).toBe('not-an-area');
  });

  test('is in an expression its surface in square metres', () => {
    const expected = metresBetween(square[0]!, square[1]!) * metresBetween(square[1]!, square[2]!);
    const surface = any.behaviour.toExpression(land as never, any.field) as number;
    expect(surface / expected).toBeCloseTo(1, 3);
    expect(any.behaviour.say(land as never, any.field, 'fr', world)).toMatch(/^1,03\u00a0ha, 4 sommets$/);
    const { service } = tryField('area', 'check: { small: "it <= 5000.0" }');
    expect(service.fields.get('it')?.checks).toHaveLength(1);
  });

  test('of corners in order around a middle never crosses itself and comes back as it was', () => {
    const star = fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 }).map((radii) =>
      radii.map((radius, index): Position => {
        const angle = (2 * Math.PI * index) / radii.length;
        return [35 + radius * Math.cos(angle), 33 + radius * Math.sin(angle)];
      }),
    );
    fc.assert(
      fc.property(star, (ring) => {
        expect(crossesItself([...ring, ring[0]!])).toBe(false);
        const kept = any.sent(polygon(...ring)) as { readonly coordinates: readonly (readonly Position[])[] };
        expect(any.again(kept as never)).toEqual(kept);
        expect(lengthOf(kept.coordinates[0]!)).toBeGreaterThan(0);
      }),
    );
  });
});
