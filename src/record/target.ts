import type { Target, TargetRule } from '../definition/target.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { holds } from '../form/validate.ts';
import type { Point } from '../form/fields/point.ts';
import type { FindInstitutionFor } from './nouns/route.ts';

/** The institution that a declaration means, with these answers; undefined where none of the type covers the place. */
export const findTarget = (
  target: Target,
  answers: Answers,
  findInstitutionFor: FindInstitutionFor,
): string | undefined => {
  if ('institution' in target) return target.institution;
  const answer = answers[target.of];
  if ('type' in target && isPoint(answer)) return findInstitutionFor(target.type, answer);
  if (typeof answer !== 'string' || answer === '') return undefined;
  return 'type' in target ? findInstitutionFor(target.type, answer) : answer;
};

/** The one that the first of these rules means which holds and finds an institution. @param values what the rules look at */
export const findTargetBy = (
  rules: readonly TargetRule[],
  answers: Answers,
  values: () => Readonly<Record<string, unknown>>,
  { now, findInstitutionFor }: { readonly now: Date; readonly findInstitutionFor: FindInstitutionFor },
): string | undefined => {
  for (const { to, when } of rules) {
    if (when && !holds(when, values(), now)) continue;
    const institution = findTarget(to, answers, findInstitutionFor);
    if (institution !== undefined) return institution;
  }
  return undefined;
};

export const isPoint = (answer: unknown): answer is Point => {
  const { lon, lat } = (answer ?? {}) as Partial<Point>;
  return typeof lon === 'number' && typeof lat === 'number';
};
