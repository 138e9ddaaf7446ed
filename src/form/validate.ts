import type { Field } from '../definition/service.ts';
import { behaviourOf } from './fields/all.ts';
import type { Answers, Given } from './fields/field-type.ts';
import { groupValues, holds, type Sent, validateGroup, type Validation } from './group.ts';
import type { World } from './world.ts';

export { holds, type Sent } from './group.ts';

/**
 * Reads what was sent against the questions in their order: an answer is kept in its normal form, answers of hidden
 * questions are dropped, and everything wrong is reported at once. With errors, `answers` holds what could be read.
 * `given` are answers to earlier questions, as `expressionValues` gives them, that conditions and checks may look at.
 * @param isPartial whether questions that must be answered may still lack their answers
 */
export const validate = (
  fields: Iterable<Field>,
  sent: Sent,
  world: World,
  given: Given = {},
  isPartial = false,
): Validation => validateGroup(behaviourOf, fields, sent, world, given, isPartial);

/** The answers as values of expressions; a question without an answer is its type's empty value. */
export const expressionValues = (fields: Iterable<Field>, answers: Answers): Record<string, unknown> =>
  groupValues(behaviourOf, fields, answers);

/** The questions that are asked with these answers and those given to questions before. */
export const shownFields = (
  fields: Iterable<Field>,
  answers: Answers,
  now: Date,
  given: Given = {},
): readonly Field[] => {
  const all = [...fields];
  const values = { ...given, ...expressionValues(all, answers) };
  return all.filter((field) => !field.show || holds(field.show, values, now));
};
