import type { FieldError } from '../base/problem.ts';
import type { Text } from '../base/texts.ts';
import type { Expression } from '../definition/expressions.ts';
import type { Field } from '../definition/service.ts';
import type { Answer, Answers, BehaviourOf, Given, Inputs } from './fields/field-type.ts';
import { faultText, type FormFault } from './form-texts.ts';
import type { World } from './world.ts';

export type Sent = Readonly<Record<string, unknown>>;
export type Validation = { readonly answers: Answers; readonly errors: readonly FieldError[] };

/**
 * A group of questions: a form, a page, what an action asks, one row of several. It is given the behaviour of fields, so
 * that a type of field can hold a group itself.
 */
export const validateGroup = (
  behaviourOf: BehaviourOf,
  fields: Iterable<Field>,
  sent: Sent,
  world: World,
  given: Given,
  isPartial = false,
): Validation => {
  const answers: Record<string, Answer> = {};
  const errors: FieldError[] = [];
  const known = new Set<string>();
  const values: Record<string, unknown> = { ...given };
  for (const field of fields) {
    known.add(field.name);
    values[field.name] = emptyValue(field);
    if (field.show && !holds(field.show, values, world.now)) continue;
    const behaviour = behaviourOf(field);
    if (behaviour.compute) {
      const value = behaviour.compute(field, values, world);
      if (value === undefined) continue;
      answers[field.name] = value;
      values[field.name] = behaviour.toExpression(value, field);
      continue;
    }
    const raw = Object.hasOwn(sent, field.name) ? sent[field.name] : undefined;
    if (raw === undefined || raw === null || raw === '') {
      if (field.required && !isPartial) errors.push(faultOf(field, behaviour.missing ?? 'required'));
      continue;
    }
    const reading = behaviour.read(raw, field, world, values);
    if ('fault' in reading) {
      errors.push({
        path: field.name,
        code: reading.fault,
        message: faultText(reading.fault, field.label, reading.values),
      });
      continue;
    }
    if (isNothing(reading.value) && !('errors' in reading)) {
      if (field.required && !isPartial) errors.push(faultOf(field, behaviour.missing ?? 'required'));
      continue;
    }
    answers[field.name] = reading.value;
    values[field.name] = behaviour.toExpression(reading.value, field);
    if ('errors' in reading) {
      errors.push(...reading.errors.map((error) => ({ ...error, path: `${field.name}.${error.path}` })));
      continue;
    }
    const broken = field.checks.find(
      (check) => check.holds.uses.every((name) => values[name] !== undefined) && !holds(check.holds, values, world.now),
    );
    if (broken) errors.push({ path: field.name, code: broken.name, message: broken.message });
  }
  for (const name of Object.keys(sent)) {
    if (!known.has(name))
      errors.push({
        path: name.slice(0, 60),
        code: 'unknown-field',
        message: faultText('unknown-field', unknownLabel),
      });
  }
  return { answers, errors };
};

/** What a question without an answer is in an expression; undefined: the expression is skipped. */
const emptyValue = ({ empty }: Field): unknown => empty;

const isNothing = (value: Answer): boolean => value === '' || (Array.isArray(value) && value.length === 0);

const unknownLabel: Text = { ar: '', fr: '', en: '' };

const faultOf = (field: Field, fault: FormFault): FieldError => ({
  path: field.name,
  code: fault,
  message: faultText(fault, field.label),
});

/** Whether a condition holds; one that looks at an answer that is not there does not. */
export const holds = (condition: Expression, values: Readonly<Record<string, unknown>>, now: Date): boolean =>
  condition.uses.every((name) => values[name] !== undefined) && condition.evaluate(values, now) === true;

/** The answers of a group as values of expressions; a question without an answer is its type's empty value. */
export const groupValues = (
  behaviourOf: BehaviourOf,
  fields: Iterable<Field>,
  answers: Answers,
): Record<string, unknown> => {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    const answer = answers[field.name];
    values[field.name] = answer === undefined ? emptyValue(field) : behaviourOf(field).toExpression(answer, field);
  }
  return values;
};

/** What was typed into the inputs of a group, put together into what `validateGroup` takes. */
export const sentOfGroup = (behaviourOf: BehaviourOf, fields: Iterable<Field>, inputs: Inputs, world: World): Sent => {
  const sent: Record<string, unknown> = {};
  for (const field of fields) {
    const value = behaviourOf(field).fromInputs(inputs, field, world);
    if (value !== undefined) sent[field.name] = value;
  }
  return sent;
};
