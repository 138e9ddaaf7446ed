import type { Field } from '../../definition/service.ts';
import type { Answers, Given, Inputs } from '../fields/field-type.ts';
import { innerField, rowOfSuffix } from '../fields/rows.ts';
import { groupValues, holds, sentOfGroup, type Validation, validateGroup } from '../group.ts';
import type { World } from '../world.ts';
import { liveBehaviourOf } from './live-fields.ts';

/** What a page says with what is typed on it at this moment. */
export interface LiveReading extends Validation {
  readonly answers: Answers;
  /** What the questions of the page may look at: those before it and themselves. */
  readonly values: Given;
}

/** Reads the questions of a page, or of one row, that a browser can read by itself. */
export const readLive = (fields: readonly Field[], inputs: Inputs, given: Given, world: World): LiveReading => {
  const sent = sentOfGroup(liveBehaviourOf, fields, inputs, world);
  const read = validateGroup(liveBehaviourOf, fields, sent, world, given, true);
  return { ...read, values: { ...given, ...groupValues(liveBehaviourOf, fields, read.answers) } };
};

/** The question at a path of the page, with what it may look at: in a row, the answers of that row too. */
export const findLive = (
  fields: readonly Field[],
  path: string,
  inputs: Inputs,
  values: Given,
  world: World,
): { readonly field: Field; readonly values: Given } | undefined => {
  const field = fields.find(({ name }) => path === name || path.startsWith(`${name}.`));
  if (field?.type !== 'rows') return field && { field, values };
  const at = rowOfSuffix(path.slice(field.name.length));
  const inner = at && innerField(at.rest, field);
  if (!inner) return { field, values };
  const start = `${field.name}.${at.index}.`;
  const row = Object.fromEntries(
    Object.entries(inputs).flatMap(([input, text]) =>
      input.startsWith(start) ? [[input.slice(start.length), text] as const] : [],
    ),
  );
  return { field: inner, values: readLive(field.fields, row, values, world).values };
};

/** Whether a question is asked with these values. */
export const isAsked = ({ show }: Field, values: Given, now: Date): boolean => !show || holds(show, values, now);
