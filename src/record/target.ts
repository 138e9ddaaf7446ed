import type { Target } from '../definition/target.ts';
import type { Answers } from '../form/fields/field-type.ts';
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

export const isPoint = (answer: unknown): answer is Point => {
  const { lon, lat } = (answer ?? {}) as Partial<Point>;
  return typeof lon === 'number' && typeof lat === 'number';
};
