import type { Locale, Values } from '../../base/texts.ts';
import type { Field } from '../../definition/service.ts';
import type { FormFault } from '../form-texts.ts';
import type { World } from '../world.ts';

export type Answer = string;
export type Answers = Readonly<Record<string, Answer>>;

/** What was typed into the inputs of a page: input name → text. */
export type Inputs = Readonly<Record<string, string>>;

export type Reading = { readonly value: Answer } | { readonly fault: FormFault; readonly values?: Values };

/** How one type of field is read, kept and said. Its declared half is in `definition/fields/`. */
export interface FieldType {
  /** Reads what was sent: an answer in its kept form, or what is wrong with it. */
  readonly read: (sent: unknown, field: Field, world: World) => Reading;
  /** Names of the inputs that ask for it, after the field's own name: most have one without a suffix. */
  readonly inputs: readonly string[];
  /** Puts what was typed together into what `read` takes; undefined when nothing was typed. */
  readonly fromInputs: (inputs: Inputs, name: string, world: World) => unknown;
  /** The inverse, to show a kept answer in the inputs again. */
  readonly toInputs: (value: Answer, name: string, world: World) => Inputs;
  /** The answer as a value of an expression. */
  readonly toExpression: (value: Answer) => unknown;
  /** The answer in words. */
  readonly say: (value: Answer, field: Field, locale: Locale, world: World) => string;
  /** JSON Schema of the kept form. */
  readonly jsonSchema: (field: Field) => Readonly<Record<string, unknown>>;
}

const typed = (inputs: Inputs, name: string): string | undefined => {
  const text = inputs[name]?.trim();
  return text === undefined || text === '' ? undefined : text;
};

/** The parts that a field with a single input shares. */
export const singleInput: Pick<FieldType, 'inputs' | 'fromInputs' | 'toInputs' | 'toExpression'> = {
  inputs: [''],
  fromInputs: typed,
  toInputs: (value, name) => ({ [name]: value }),
  toExpression: (value) => value,
};
