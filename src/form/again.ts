import type { FieldTypeName } from '../definition/fields/all.ts';
import type { Field, Service } from '../definition/service.ts';
import { behaviourOf } from './fields/all.ts';
import type { Answers, Inputs } from './fields/field-type.ts';
import { validate } from './validate.ts';
import type { World } from './world.ts';

/** What is given for one request and no other: promises, files and drawings; and what is calculated. */
const ofOneRequest: ReadonlySet<FieldTypeName> = new Set([
  'consent',
  'files',
  'photos',
  'signature',
  'note',
  'calculated',
]);

const isTold = ({ type, protect }: Field): boolean =>
  !ofOneRequest.has(type) && (type === 'rows' || protect !== 'sensitive');

/**
 * What a new request may begin with, from what an earlier one of the same person says: who and where one is, the list of
 * employees. What is sensitive is told anew each time, and so is what would not be accepted today.
 */
export const inputsAgain = (
  { enteredFields }: Pick<Service, 'enteredFields'>,
  before: Answers,
  world: World,
): Inputs => {
  const fields = enteredFields.filter(isTold);
  const kept: Record<string, Answers[string]> = {};
  for (const field of fields) {
    const answer = before[field.name];
    if (answer === undefined) continue;
    kept[field.name] =
      field.type === 'rows' ? (answer as readonly Answers[]).map((row) => toldIn(field.fields, row)) : answer;
  }
  const { errors } = validate(fields, kept, world);
  const isWrong = ({ name, type }: Field): boolean =>
    type !== 'rows' && errors.some(({ path }) => path === name || path.startsWith(`${name}.`));
  return Object.assign(
    {},
    ...fields.map((field) => {
      const answer = kept[field.name];
      return answer === undefined || isWrong(field)
        ? {}
        : behaviourOf(field).toInputs(answer as never, field as never, world);
    }),
  ) as Inputs;
};

const toldIn = (fields: readonly Field[], row: Answers): Answers =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const answer = row[field.name];
      return isTold(field) && answer !== undefined ? [[field.name, answer]] : [];
    }),
  );
