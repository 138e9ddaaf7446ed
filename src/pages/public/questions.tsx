import type { VNode } from 'preact';
import { type FieldError } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import type { FormFault } from '../../form/form-texts.ts';
import { sentOf } from '../../form/read-form.ts';
import { expressionValues, validate } from '../../form/validate.ts';
import { pageOf } from '../fields/all.ts';
import { askGroup } from '../fields/ask-group.tsx';
import { type FieldTools, islandsOf } from '../fields/field-page.ts';
import { fieldTexts } from '../fields/field-texts.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { dependsOnItsPage } from './reveal.ts';

interface QuestionsProps {
  readonly fields: readonly Field[];
  /** Those that are asked with the answers so far. */
  readonly shown: readonly Field[];
  readonly inputs: Inputs;
  readonly problems: readonly FieldProblem[];
  readonly tools: FieldTools;
  /** Answers to earlier questions, as values of expressions. */
  readonly given: Readonly<Record<string, unknown>>;
  readonly autocompleteOf?: ((field: Field) => string | undefined) | undefined;
}

/** The questions of a page. */
export const questions = ({
  fields,
  shown,
  inputs,
  problems,
  tools,
  given,
  autocompleteOf,
}: QuestionsProps): readonly (VNode | false)[] =>
  askGroup(pageOf, {
    fields,
    shown,
    inputs,
    errorAt: (input) => problems.find(({ name }) => name === input)?.message,
    tools,
    before: given,
    given: givenOnPage(fields, inputs, { ...tools, given }),
    autocompleteOf,
  });

/** What a question may look at: earlier answers, and those of its page as far as they can be read. */
export const givenOnPage = (
  fields: readonly Field[],
  inputs: Inputs,
  { given = {}, world }: FieldTools,
): Readonly<Record<string, unknown>> => {
  if (Object.keys(inputs).length === 0) return given;
  const { answers } = validate(fields, sentOf(fields, inputs, world), world, given);
  return { ...given, ...expressionValues(fields, answers) };
};

/** The scripts that enhance these questions. */
export const islandsFor = (fields: readonly Field[]): readonly string[] => {
  const islands = new Set(fields.flatMap((field) => islandsOf(pageOf(field), field)));
  if (fields.some((field) => dependsOnItsPage(field, fields))) islands.add('show-when');
  return [...islands];
};

const missing: ReadonlySet<string> = new Set<FormFault>(['required', 'required-choice', 'no-such-place']);

/** Whether an error is about a field, or about something within it. */
export const isWithin = (path: string, { name }: Field): boolean => path === name || path.startsWith(`${name}.`);

/** What is wrong, in the reader's words and in the order of the questions. */
export const problemsOf = (
  errors: readonly FieldError[],
  fields: readonly Field[],
  inputs: Inputs,
  toolsBefore: FieldTools,
): readonly FieldProblem[] => {
  if (errors.length === 0) return [];
  const tools = { ...toolsBefore, given: givenOnPage(fields, inputs, toolsBefore), beside: fields };
  return errors.map(({ path, code, message }) => {
    const around = fields.find((each) => isWithin(path, each));
    const inner = around && pageOf(around).within?.(path.slice(around.name.length + 1), around, tools, inputs);
    const field = inner?.field ?? around;
    const own = inner ? { ...tools, given: inner.given, beside: inner.beside } : tools;
    const better = field && missing.has(code) ? pageOf(field).sayMissing?.(inputs, field, own) : undefined;
    const words = better ?? say(tools.locale, message);
    return {
      ...(around && { name: path }),
      message: inner ? say(tools.locale, fieldTexts.inPlace, { place: inner.where, words }) : words,
    };
  });
};
