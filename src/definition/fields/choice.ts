import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  options: Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]*$' }), {
    minItems: 2,
    maxItems: 500,
    uniqueItems: true,
    description: 'The options, by a short name each; their words stand in the texts files.',
  }),
});

export interface ChoiceSettings {
  readonly options: ReadonlyMap<string, Text>;
}

export const choice: FieldTypeDeclaration<Static<typeof source>, ChoiceSettings> = {
  description: 'One of a few options.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  values: ({ options }) => (options.size <= 50 ? [...options.keys()] : undefined),
  compile: ({ options }, place) => ({
    options: new Map(options.map((option) => [option, place.text(`options.${option}`)])),
  }),
};
