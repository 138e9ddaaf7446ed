import type { Field } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { ownsInput } from '../../form/fields/all.ts';
import { ownsPageInput, pageOf } from '../fields/all.ts';
import { askedInput } from '../fields/ask-group.tsx';
import type { FieldTools } from '../fields/field-page.ts';
import { inputsOf, textOf, textsOf } from '../http/inputs.ts';
import { givenOnPage } from './questions.tsx';
import { dependsOnItsPage } from './reveal.ts';

export interface Typed {
  /** The questions that stood on the page. */
  readonly asked: readonly Field[];
  /** What was typed there, completed where it can mean one thing only. */
  readonly inputs: Inputs;
  /** A button was pressed that brings the page back with more to choose from. */
  readonly wantsMore: boolean;
}

/** Of these questions, those that stood on the page that was sent. */
export const askedOn = (fields: readonly Field[], body: unknown): readonly Field[] => {
  const stoodThere = new Set(textsOf(body, askedInput));
  return fields.filter((field) => !dependsOnItsPage(field, fields) || stoodThere.has(field.name));
};

/**
 * What was sent from a page of these questions. `before` is what was typed there earlier: a browser says nothing of a
 * circle or box that is not ticked, or of a row that was taken away, and that nothing replaces what it said then.
 */
export const readTyped = (fields: readonly Field[], body: unknown, tools: FieldTools, before: Inputs = {}): Typed => {
  const stoodThere = new Set(textsOf(body, askedInput));
  const asked = askedOn(fields, body);
  const isAskedFor = (input: string): boolean => asked.some((field) => ownsPageInput(field, input));
  const sent = inputsOf(body, isAskedFor);
  const nothing: Record<string, string> = {};
  for (const input of Object.keys(before)) if (isAskedFor(input)) nothing[input] = '';
  for (const field of asked) {
    if (!Object.keys(sent).some((input) => ownsInput(field, input))) nothing[field.name] = '';
  }
  let wantsMore = false;
  const settle = (inputs: Inputs, field: Field): Inputs => {
    const page = pageOf(field);
    const pressed = pressedButton(body, field);
    const own = page.settle ? { ...tools, given: givenOnPage(fields, inputs, tools) } : tools;
    wantsMore ||= pressed !== undefined || (page.lacks?.(inputs, field, own, stoodThere) ?? false);
    return page.settle?.(inputs, field, own, pressed) ?? inputs;
  };
  const inputs = asked.reduce<Inputs>(settle, { ...nothing, ...sent });
  return { asked, inputs, wantsMore };
};

/** The button of a question that sent the page, by what follows the question's name. */
const pressedButton = (body: unknown, field: Field): string | undefined =>
  Object.keys((body ?? {}) as object)
    .filter((input) => input.startsWith(field.name) && textOf(body, input) !== '')
    .map((input) => input.slice(field.name.length))
    .find((suffix) => pageOf(field).isButton?.(suffix, field));
