import { type Locale, say } from '../../base/texts.ts';
import { formWords } from '../form-texts.ts';
import { crossesItself, type Position, signedSurface } from '../map-geometry.ts';
import { sayNumber } from '../numbers.ts';
import { readPositions } from '../read-positions.ts';
import { type FieldType, type Inputs, singleInput } from './field-type.ts';
import { linesOf, positionSchema } from './trace.ts';

/** One closed ring that runs counterclockwise, as GeoJSON. */
export type Area = { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] };

export const area: FieldType<'area', Area> = {
  owns: singleInput.owns,
  fromInputs: singleInput.fromInputs,
  read: (sent, { points }) => {
    const reading = readPositions(sent, 'Polygon', points, 'not-an-area');
    if ('fault' in reading) return reading;
    const ring = closed(reading.positions);
    if (ring.length < 4) return { fault: 'too-few-points', values: { min: 3 } };
    if (ring.length - 1 > points) return { fault: 'too-many-points', values: { max: points } };
    if (crossesItself(ring)) return { fault: 'area-crosses-itself' };
    const outward = signedSurface(ring) < 0 ? ring.toReversed() : ring;
    return { value: { type: 'Polygon', coordinates: [outward] } };
  },
  // The last corner is the first again: nobody has to type it twice.
  toInputs: (value, { name }): Inputs => ({ [name]: linesOf(cornersOf(value)) }),
  toExpression: (value) => surfaceOf(value),
  say: (value, _field, locale) =>
    say(locale, formWords.areaOf, { count: cornersOf(value).length, surface: saySurface(surfaceOf(value), locale) }),
  jsonSchema: ({ points }) => ({
    type: 'object',
    description: 'One closed ring as GeoJSON (RFC 7946): longitude before latitude',
    properties: {
      type: { const: 'Polygon' },
      coordinates: {
        type: 'array',
        minItems: 1,
        maxItems: 1,
        items: { type: 'array', minItems: 4, maxItems: points + 1, items: positionSchema },
      },
    },
    required: ['type', 'coordinates'],
  }),
};

const closed = (positions: readonly Position[]): readonly Position[] => {
  const [first] = positions;
  const last = positions.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...positions, first] : positions;
};

const cornersOf = ({ coordinates: [ring = []] }: Area): readonly Position[] => ring.slice(0, -1);

const surfaceOf = ({ coordinates: [ring = []] }: Area): number => Math.abs(signedSurface(ring));

/** In square metres, hectares or square kilometres. */
const saySurface = (squareMetres: number, locale: Locale): string => {
  if (squareMetres < 10_000)
    return say(locale, formWords.squareMetres, { number: sayNumber(Math.round(squareMetres), locale, 0) });
  return squareMetres < 10_000_000
    ? say(locale, formWords.hectares, { number: sayNumber(squareMetres / 10_000, locale, 2) })
    : say(locale, formWords.squareKilometres, { number: sayNumber(squareMetres / 1_000_000, locale, 1) });
};
