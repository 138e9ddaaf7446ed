import type { FieldError } from '../base/problem.ts';
import type { Channel } from '../definition/nouns/channels.ts';
import type { FormPage } from '../definition/nouns/form.ts';
import type { Action, Field, Service } from '../definition/service.ts';
import { behaviourOf, wasAsked } from './fields/all.ts';
import type { Answers, Given, Inputs } from './fields/field-type.ts';
import { sentOfGroup } from './group.ts';
import { expressionValues, type Sent, shownFields, validate } from './validate.ts';
import type { World } from './world.ts';

/** One page of a form as it stands with what was typed so far. */
export interface PageReading {
  readonly page: FormPage;
  /** What its questions may look at besides one another: the answers of the pages before it, and the channel. */
  readonly given: Given;
  /** The questions that these answers make it ask; a page without any is passed over. */
  readonly shown: readonly Field[];
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** It was answered before, perhaps wrongly; else nothing is wrong with it yet. */
  readonly visited: boolean;
}

/** Whether nothing on the page keeps its reader from going on. */
export const isDone = ({ shown, visited, errors }: PageReading): boolean =>
  shown.length === 0 || (visited && errors.length === 0);

/** What was typed, put together into what `validate` takes. */
export const sentOf = (fields: Iterable<Field>, inputs: Inputs, world: World): Sent =>
  sentOfGroup(behaviourOf, fields, inputs, world);

/** The inputs of an action that corrects answers or proposes others, filled with what they are. */
export const editInputs = (
  { fields }: Service,
  { edit, propose }: Pick<Action, 'edit' | 'propose'>,
  answers: Answers,
  world: World,
): Inputs =>
  Object.assign(
    {},
    ...[...edit, ...propose].map((name) => {
      const field = fields.get(name);
      const answer = answers[name];
      return field && answer !== undefined ? behaviourOf(field).toInputs(answer, field, world) : {};
    }),
  );

/** Reads a form page by page: each is judged by its own answers, those of the pages before it and the way it comes in. */
export const readForm = (
  service: Service,
  inputs: Inputs,
  world: World,
  channel: Channel = 'web',
): readonly PageReading[] => {
  let given: Given = { channel };
  return service.pages.map((page) => {
    const visited = page.fields.some((field) => wasAsked(field, inputs));
    const { answers, errors } = visited
      ? validate(page.fields, sentOf(page.fields, inputs, world), world, given)
      : untouched;
    const shown = shownFields(page.fields, answers, world.now, given);
    const reading = { page, given, shown, answers, errors, visited };
    given = { ...given, ...expressionValues(page.fields, answers) };
    return reading;
  });
};

const untouched = { answers: {}, errors: [] };

/** All answers of a form, in their normal form. */
export const answersOf = (readings: readonly PageReading[]): Answers =>
  Object.assign({}, ...readings.map(({ answers }) => answers));
