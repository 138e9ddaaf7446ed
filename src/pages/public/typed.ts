import type { Field } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { fieldPages, inputNames } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { inputsOf, textOf, textsOf } from '../http/inputs.ts';
import { askedInput } from './questions.tsx';
import { dependsOnItsPage } from './reveal.ts';

export interface Typed {
  /** The questions that stood on the page. */
  readonly asked: readonly Field[];
  /** What was typed there, completed where it can mean one thing only. */
  readonly inputs: Inputs;
  /** A button was pressed that brings the page back with more to choose from. */
  readonly wantsMore: boolean;
}

/** What was sent from a page of these questions. */
export const readTyped = (fields: readonly Field[], body: unknown, tools: FieldTools): Typed => {
  const stoodThere = new Set(textsOf(body, askedInput));
  const asked = fields.filter((field) => !dependsOnItsPage(field, fields) || stoodThere.has(field.name));
  const settle = (inputs: Inputs, field: Field): Inputs =>
    fieldPages[field.type].settle?.(inputs, field, tools) ?? inputs;
  return {
    asked,
    inputs: asked.reduce(settle, inputsOf(body, asked.flatMap(inputNames))),
    wantsMore: asked.some(({ name, type }) =>
      fieldPages[type].buttons?.some((button) => textOf(body, name + button) !== ''),
    ),
  };
};
