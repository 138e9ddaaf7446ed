import type { FieldOf } from '../../definition/service.ts';
import { say } from '../../base/texts.ts';
import type { Locale } from '../../base/texts.ts';
import { formWords } from '../form-texts.ts';
import { lengthOf, type Position } from '../map-geometry.ts';
import { sayNumber } from '../numbers.ts';
import { readPositions } from '../read-positions.ts';
import { type FieldType, type Inputs, singleInput } from './field-type.ts';
import { degrees } from './point.ts';

/** A line of points, as GeoJSON. */
export type Trace = { readonly type: 'LineString'; readonly coordinates: readonly Position[] };

export const trace: FieldType<'trace', Trace> = {
  owns: singleInput.owns,
  fromInputs: singleInput.fromInputs,
  read: (sent, { points }) => {
    const reading = readPositions(sent, 'LineString', points, 'not-a-trace');
    if ('fault' in reading) return reading;
    const { positions } = reading;
    if (positions.length < 2) return { fault: 'too-few-points', values: { min: 2 } };
    if (positions.length > points) return { fault: 'too-many-points', values: { max: points } };
    return { value: { type: 'LineString', coordinates: positions } };
  },
  toInputs: ({ coordinates }, { name }): Inputs => ({ [name]: linesOf(coordinates) }),
  toExpression: ({ coordinates }) => lengthOf(coordinates),
  say: ({ coordinates }, _field, locale) =>
    say(locale, formWords.traceOf, { count: coordinates.length, length: sayLength(lengthOf(coordinates), locale) }),
  jsonSchema: ({ points }: FieldOf<'trace'>) => ({
    type: 'object',
    description: 'A line as GeoJSON (RFC 7946): longitude before latitude',
    properties: {
      type: { const: 'LineString' },
      coordinates: { type: 'array', minItems: 2, maxItems: points, items: positionSchema },
    },
    required: ['type', 'coordinates'],
  }),
};

export const positionSchema = {
  type: 'array',
  minItems: 2,
  maxItems: 3,
  items: { type: 'number' },
} as const;

/** A line for each point, latitude first, as it is typed. */
export const linesOf = (positions: readonly Position[]): string =>
  positions.map(([lon, lat]) => `${degrees(lat)}, ${degrees(lon)}`).join('\n');

const sayLength = (metres: number, locale: Locale): string =>
  metres < 1_000
    ? say(locale, formWords.metres, { number: sayNumber(Math.round(metres), locale, 0) })
    : say(locale, formWords.kilometres, { number: sayNumber(metres / 1_000, locale, 2) });
