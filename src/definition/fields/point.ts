import type { FieldTypeDeclaration } from './field-type.ts';

/** In expressions it is whether a point was given: where it lies is for people to judge. */
export const point: FieldTypeDeclaration = {
  description: 'A point on the map, in degrees of latitude and longitude (WGS 84).',
  keys: {},
  celType: 'bool',
  empty: false,
  values: () => [true, false],
  compile: () => ({}),
};
