import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';
import { compileOptions, optionKeys, type OptionSettings } from './options.ts';

const source = Type.Object({
  ...optionKeys,
  min: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 500, description: 'The fewest that are chosen, if any are.' }),
  ),
  max: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, description: 'The most that may be chosen.' })),
});

export interface ChoicesSettings extends OptionSettings {
  readonly min: number;
  readonly max: number;
}

const few = 50;
const mostChosen = 500;

export const choices: FieldTypeDeclaration<Static<typeof source>, ChoicesSettings> = {
  description: 'As many of several options as apply, which the declaration names or a list holds.',
  keys: source.properties,
  celType: 'list<string>',
  empty: [],
  values: ({ options }) => (options.size <= few ? [...options.keys()] : undefined),
  compile: (declared, place) => {
    const options = compileOptions(declared, place);
    const { min = 1, max = mostChosen } = declared;
    if (min > max) place.fault(['min'], `at least ${min} cannot be chosen when at most ${max} may be`);
    if (options.options.size > 0 && min > options.options.size)
      place.fault(['min'], `at least ${min} cannot be chosen of ${options.options.size} options`);
    return { ...options, min, max };
  },
};
