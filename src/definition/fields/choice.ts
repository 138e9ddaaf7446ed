import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';
import { compileScoring, notApplicableKey, type Scoring, scoringKeys, type ScoringSource } from '../scoring.ts';
import { suggest } from '../suggest.ts';
import { compileOptions, optionKeys, type OptionSettings } from './options.ts';

const source = Type.Object({
  ...optionKeys,
  ...scoringKeys,
  ...notApplicableKey,
  default: Type.Optional(Type.String({ description: 'The option that is offered as the answer.' })),
});

export interface ChoiceSettings extends OptionSettings {
  /** What each option counts in a survey. */
  readonly scoring?: Scoring | undefined;
  readonly offer?: string | undefined;
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
    const { default: offer } = declared;
    if (offer !== undefined && !settings.options.has(offer))
      place.fault(['default'], `there is no option "${offer}"${suggest(offer, settings.options.keys())}`);
    return {
      ...settings,
      offer,
      scoring: compileScoring(declared as ScoringSource, [...settings.options.keys()], place),
    };
  },
};
