import { type Static, Type } from 'typebox';
import type { Text } from '../../base/texts.ts';
import { compileScoring, type Scoring, scoringKeys, type ScoringSource } from '../scoring.ts';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  default: Type.Optional(Type.Boolean({ description: 'What is offered as the answer: true is yes, false is no.' })),
  ...scoringKeys,
});

export interface YesNoSettings {
  readonly offer: boolean | undefined;
  /** Words for the two answers where a plain yes and no will not do. */
  readonly yes: Text | undefined;
  readonly no: Text | undefined;
  /** What yes and no count in a survey. */
  readonly scoring?: Scoring | undefined;
}

export const yesNo: FieldTypeDeclaration<Static<typeof source>, YesNoSettings> = {
  description: 'Yes or no.',
  keys: source.properties,
  celType: 'bool',
  texts: {
    yes: 'The words of the answer yes, where a plain yes will not do; they may be left out.',
    no: 'The words of the answer no; they may be left out.',
  },
  values: () => [true, false],
  compile: ({ default: offer, ...declared }, place) => ({
    offer,
    yes: place.optionalText('yes'),
    no: place.optionalText('no'),
    scoring: compileScoring(declared as ScoringSource, ['yes', 'no'], place),
  }),
};
