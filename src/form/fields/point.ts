import { coordinatesOf, inRange, readDegrees, readLine } from '../read-positions.ts';
import type { FieldType, Inputs } from './field-type.ts';

/** In degrees, WGS 84. */
export type Point = { readonly lon: number; readonly lat: number };

export const pointInputs = ['.lat', '.lon'] as const;

export const point: FieldType<'point', Point> = {
  // Without a suffix it is never sent; a page that leaves the question unanswered says so by its name.
  owns: (suffix) => suffix === '' || suffix === '.lat' || suffix === '.lon',
  read: (sent, { within }, { boundaries }) => {
    const position = positionOf(sent);
    if (!position) return { fault: 'not-a-point' };
    const reading = inRange(position);
    if ('fault' in reading) return reading;
    const [lon, lat] = reading.positions[0]!;
    if (within === 'country' && boundaries?.isInside([lon, lat]) === false) return { fault: 'point-outside-country' };
    return { value: { lon, lat } };
  },
  fromInputs: (inputs, { name }) => {
    const [lat, lon] = pointInputs.map((suffix) => inputs[name + suffix]?.trim() ?? '') as [string, string];
    if (lat === '' && lon === '') return undefined;
    // Maps on telephones give both with one tap, to be pasted into one place.
    const pasted = lon === '' ? readLine(lat) : lat === '' ? readLine(lon) : undefined;
    if (pasted) return { lon: pasted[0], lat: pasted[1] };
    return { lon: readDegrees(lon) ?? lon, lat: readDegrees(lat) ?? lat };
  },
  toInputs: ({ lon, lat }, { name }): Inputs => ({ [`${name}.lat`]: degrees(lat), [`${name}.lon`]: degrees(lon) }),
  toExpression: () => true,
  say: (value) => sayPoint(value),
  jsonSchema: () => ({
    type: 'object',
    additionalProperties: false,
    properties: {
      lon: { type: 'number', minimum: -180, maximum: 180, description: 'Longitude in degrees, WGS 84' },
      lat: { type: 'number', minimum: -90, maximum: 90, description: 'Latitude in degrees, WGS 84' },
    },
    required: ['lon', 'lat'],
  }),
};

const positionOf = (sent: unknown): readonly [number, number] | undefined => {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return undefined;
  const geometry = coordinatesOf(sent, 'Point');
  if (Array.isArray(geometry)) {
    const [lon, lat] = geometry as readonly unknown[];
    return geometry.length <= 3 && typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : undefined;
  }
  const { lon, lat, ...others } = sent as Readonly<Record<string, unknown>>;
  return typeof lon === 'number' && typeof lat === 'number' && Object.keys(others).length === 0
    ? [lon, lat]
    : undefined;
};

/** Degrees in plain notation: 1e-7 is none. */
export const degrees = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '');

/** Latitude first, as maps for people write it: "33.8938, 35.5018", in every language. */
export const sayPoint = ({ lon, lat }: Point): string => `${degrees(lat)}, ${degrees(lon)}`;
