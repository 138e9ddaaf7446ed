import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';
import { placeAround, withinKey } from './place.ts';

const source = Type.Object({
  types: Type.Array(Type.String({ pattern: '^[a-z][a-z0-9-]*$' }), {
    minItems: 1,
    uniqueItems: true,
    description: "The types of institution that may be chosen, as the country's files name them.",
  }),
  within: withinKey,
});

export interface InstitutionSettings {
  readonly types: readonly string[];
  /** The field in whose answer it lies. */
  readonly within: string | undefined;
}

export const institution: FieldTypeDeclaration<Static<typeof source>, InstitutionSettings> = {
  description: 'A public body or another institution of the country, kept as its code.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: ({ types, within }, place) => {
    placeAround(within, place);
    return { types, within };
  },
};
