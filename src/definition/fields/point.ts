import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  within: Type.Optional(
    Type.Enum(['country'], {
      description:
        '`country`: a point in the sea or abroad is refused. Left out: the pages say that it lies outside, and take it.',
    }),
  ),
});

export interface PointSettings {
  readonly within: 'country' | undefined;
}

/** In expressions it is whether a point was given: where it lies is for people to judge. */
export const point: FieldTypeDeclaration<Static<typeof source>, PointSettings> = {
  description: 'A point on the map, in degrees of latitude and longitude (WGS 84).',
  keys: source.properties,
  celType: 'bool',
  empty: false,
  values: () => [true, false],
  compile: ({ within }) => ({ within }),
};
