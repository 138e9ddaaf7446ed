import type { VNode } from 'preact';
import { type FieldError } from '../../base/problem.ts';
import { say } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import type { FormFault } from '../../form/form-texts.ts';
import { pageOf } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { dependsOnItsPage, findReveal } from './reveal.ts';

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

/** Name of the hidden inputs that say which conditional questions stood on the page. */
export const askedInput = '_asked';

/**
 * The questions of a page. One that hangs on an answer of the same page stands in a template, which browsers neither
 * show nor send; a script may take it out, and without one the page comes back with the question.
 */
export const questions = ({
  fields,
  shown,
  inputs,
  problems,
  tools,
  given,
  autocompleteOf,
}: QuestionsProps): readonly (VNode | false)[] =>
  fields.map((field) => {
    const ask = () =>
      pageOf(field).ask({
        ...tools,
        field,
        inputs,
        error: problems.find(({ name }) => name === field.name)?.message,
        autocomplete: autocompleteOf?.(field),
      });
    const isShown = shown.includes(field);
    if (!dependsOnItsPage(field, fields)) return isShown && ask();
    const reveal = findReveal(field, fields, given, tools.world.now);
    if (!isShown && !reveal) return false;
    const question = [ask(), <input type="hidden" name={askedInput} value={field.name} />];
    return (
      <div data-when={reveal?.name} data-values={reveal?.values.join(' ')}>
        {isShown ? question : <template>{question}</template>}
      </div>
    );
  });

/** The scripts that enhance these questions. */
export const islandsFor = (fields: readonly Field[]): readonly string[] => {
  const islands = new Set(fields.flatMap((field) => pageOf(field).island ?? []));
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
  tools: FieldTools,
): readonly FieldProblem[] =>
  errors.map(({ path, code, message }) => {
    const field = fields.find((each) => isWithin(path, each));
    const better = field && missing.has(code) ? pageOf(field).sayMissing?.(inputs, field, tools) : undefined;
    return { ...(field && { name: path }), message: better ?? say(tools.locale, message) };
  });
