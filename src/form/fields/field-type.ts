import type { FieldError } from '../../base/problem.ts';
import type { Locale } from '../../base/texts.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { FaultValues, FormFault } from '../form-texts.ts';
import type { World } from '../world.ts';

/** An answer in its kept form: what JSON can say. */
export type Answer = string | number | boolean | readonly Answer[] | { readonly [name: string]: Answer };
export type Answers = Readonly<Record<string, Answer>>;

/** What was typed into the inputs of a page: input name → text. */
export type Inputs = Readonly<Record<string, string>>;

/** Answers to earlier questions as values of expressions, by name. */
export type Given = Readonly<Record<string, unknown>>;

export type Reading<Value extends Answer = Answer> =
  | { readonly value: Value }
  | { readonly fault: FormFault; readonly values?: FaultValues }
  /** Wrong within: paths start at the field; the value is what could be read. */
  | { readonly value: Value; readonly errors: readonly FieldError[] };

/** By what a search finds a record: the words of texts, and numbers that are only found whole. */
export interface Searched {
  readonly texts?: readonly string[];
  readonly phones?: readonly string[];
  readonly identities?: readonly string[];
  /** By which lists are narrowed: codes, numbers, and days, instants and times of day as they are kept. */
  readonly codes?: readonly string[];
  readonly amounts?: readonly number[];
  readonly moments?: readonly string[];
}

/**
 * How one type of field is read, kept and said. Its declared half is in `definition/fields/`. Written as methods, so that
 * the registry can hold types whose answers differ.
 */
export interface FieldType<Name extends FieldTypeName, Value extends Answer = Answer> {
  /** What is said where it must be answered and is not, when not just `required`. */
  readonly missing?: FormFault;
  /** Reads what was sent: an answer in its kept form, or what is wrong with it. An empty text or list is no answer. */
  read(sent: unknown, field: FieldOf<Name>, world: World, given: Given): Reading<Value>;
  /** What the declaration offers as the answer before anything was typed. */
  offered?(field: FieldOf<Name>, world: World): Value | undefined;
  /** The answer follows from earlier ones: nothing is read. Undefined: there is none. */
  compute?(field: FieldOf<Name>, given: Given, world: World): Value | undefined;
  /** Whether an input belongs to the field, by what follows the field's name in the input's; most have one without a suffix. */
  owns(suffix: string, field: FieldOf<Name>): boolean;
  /** Puts what was typed together into what `read` takes; undefined when nothing was typed. */
  fromInputs(inputs: Inputs, field: FieldOf<Name>, world: World): unknown;
  /** The inverse, to show a kept answer in the inputs again. */
  toInputs(value: Value, field: FieldOf<Name>, world: World): Inputs;
  /** The answer as a value of an expression. */
  toExpression(value: Value, field: FieldOf<Name>): unknown;
  /** The answer in words, on one line. */
  say(value: Value, field: FieldOf<Name>, locale: Locale, world: World): string;
  /** By what the answer is found; types without it are found by none. */
  searched?(value: Value, field: FieldOf<Name>): Searched;
  /** JSON Schema of the kept form. */
  jsonSchema(field: FieldOf<Name>, locale: Locale): Readonly<Record<string, unknown>>;
}

/** Finds the behaviour of a field's type. */
export type BehaviourOf = <Name extends FieldTypeName>(field: FieldOf<Name>) => FieldType<Name>;

const typed = (inputs: Inputs, { name }: { readonly name: string }): string | undefined => {
  const text = inputs[name]?.trim();
  return text === undefined || text === '' ? undefined : text;
};

/** The parts that a field with a single input and a text for an answer shares. */
export const singleInput = {
  owns: (suffix: string) => suffix === '',
  fromInputs: typed,
  toInputs: (value: string, { name }: { readonly name: string }): Inputs => ({ [name]: value }),
  toExpression: (value: string): unknown => value,
};
