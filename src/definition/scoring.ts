import { type TProperties, Type } from 'typebox';
import { listOf } from './compile-context.ts';
import type { FieldPlace } from './fields/field-type.ts';
import { oneOrMore } from './schema-words.ts';
import { suggest } from './suggest.ts';

/** What an answer counts in a survey: keys of the types of field whose answers are few. */
export const scoringKeys: TProperties = {
  score: Type.Optional(
    Type.Record(Type.String(), Type.Number({ minimum: 0, maximum: 1_000 }), {
      minProperties: 1,
      description: 'How many points each answer gives in a survey, as `{ yes: 2, partly: 1, no: 0 }`.',
    }),
  ),
  weight: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 1_000,
      description: 'How much the question counts in its section, compared with others; 1 unless said.',
    }),
  ),
};

/** For types whose options the declaration names itself. */
export const notApplicableKey: TProperties = {
  not_applicable: Type.Optional(
    oneOrMore('Options that mean that the question does not apply: it is then left out of the score.'),
  ),
};

export interface ScoringSource {
  readonly score?: Readonly<Record<string, number>>;
  readonly weight?: number;
  readonly not_applicable?: string | readonly string[];
}

export interface Scoring {
  /** Points by answer. */
  readonly points: ReadonlyMap<string, number>;
  /** The most that an answer gives. */
  readonly max: number;
  readonly weight: number;
  readonly notApplicable: ReadonlySet<string>;
}

/** @param answers all that can be answered, as `score` names it. */
export const compileScoring = (
  { score, weight, not_applicable }: ScoringSource,
  answers: readonly string[],
  { fault }: Pick<FieldPlace, 'fault'>,
): Scoring | undefined => {
  const notApplicable = new Set(listOf(not_applicable));
  for (const [key, names] of Object.entries({ score: Object.keys(score ?? {}), not_applicable: notApplicable })) {
    for (const name of names)
      if (!answers.includes(name)) fault([key], `there is no answer "${name}"${suggest(name, answers)}`);
  }
  if (score === undefined) {
    if (weight !== undefined || not_applicable !== undefined)
      fault([weight === undefined ? 'not_applicable' : 'weight'], 'the question gives no points: add "score"');
    return undefined;
  }
  const points = new Map(Object.entries(score));
  for (const name of answers) {
    if (!points.has(name) && !notApplicable.has(name))
      fault(['score'], `it does not say what "${name}" is worth: add it, or put it under "not_applicable"`);
    if (points.has(name) && notApplicable.has(name))
      fault(['not_applicable'], `"${name}" cannot both give points and not apply: take it out of "score"`);
  }
  const max = Math.max(...points.values());
  if (max === 0) fault(['score'], 'no answer gives any points: give the best one more than 0');
  return { points, max, weight: weight ?? 1, notApplicable };
};
