import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';
import { compileScoring, notApplicableKey, type Scoring, scoringKeys, type ScoringSource } from '../scoring.ts';
import { compileOptions, optionKeys, type OptionSettings } from './options.ts';

const source = Type.Object({ ...optionKeys, ...scoringKeys, ...notApplicableKey });

export interface ChoiceSettings extends OptionSettings {
  /** What each option counts in a survey. */
  readonly scoring?: Scoring | undefined;
}

const few = 50;

export const choice: FieldTypeDeclaration<Static<typeof source>, ChoiceSettings> = {
  description: 'One of several options, which the declaration names or a list holds.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  values: ({ options }) => (options.size <= few ? [...options.keys()] : undefined),
  compile: (declared, place) => {
    const settings = compileOptions(declared, place);
    return { ...settings, scoring: compileScoring(declared as ScoringSource, [...settings.options.keys()], place) };
  },
};
