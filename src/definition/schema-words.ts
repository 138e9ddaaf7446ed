import { type TSchema, Type } from 'typebox';

/** Pieces of schema that several nouns use. */
export const id = (description: string) => Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 60, description });
export const name = (description: string) => Type.String({ pattern: '^[a-z][a-z0-9_]*$', maxLength: 60, description });
export const expression = (description: string) => Type.String({ minLength: 1, maxLength: 2_000, description });
export const oneOrMore = (description: string) =>
  Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1 })], { description });
export const duration = (description: string) => Type.String({ pattern: '^[1-9][0-9]{0,4}(m|h|d)$', description });

/** Named entries of one shape. */
export const entries = <Schema extends TSchema>(schema: Schema, description: string) =>
  Type.Record(Type.String({ pattern: '^[a-z][a-z0-9_]*$' }), schema, { description, additionalProperties: false });
