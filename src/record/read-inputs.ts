import type { FieldError } from '../base/problem.ts';
import { questionOfVerdict } from '../definition/nouns/survey-verdicts.ts';
import type { Action, Field, Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { type Sent, validate } from '../form/validate.ts';
import type { World } from '../form/world.ts';
import type { CaseRecord } from './fold.ts';
import { differing } from './nouns/proposals.ts';
import { verdictInputs } from './nouns/survey.ts';
import { recordValues } from './record-values.ts';

/** What was sent with an action, read against what it asks. */
export interface ReadInputs {
  /** The action as it is done: one that is done bit by bit changes only what was said now. */
  readonly action: Action;
  readonly answers: Answers;
  readonly errors: readonly FieldError[];
  /** Everything is already as it was said: nothing has to be written. */
  readonly isNothingNew: boolean;
}

/** An action that people do page by page, each of which is kept by itself. */
export const isPageByPage = ({ partial, verify }: Pick<Action, 'partial' | 'verify'>): boolean =>
  partial || verify.length > 0;

const pick = (answers: Answers, names: Iterable<string>): Answers => {
  const wanted = new Set(names);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => wanted.has(name)));
};

export const readInputs = (
  service: Service,
  record: CaseRecord,
  action: Action,
  sent: Sent,
  world: World,
): ReadInputs => {
  const given = recordValues(service, record);
  if (action.partial) return readPart(record, action, sent, world, given);
  if (action.verify.length > 0) return readVerdicts(record, action, sent, world, given);
  return { action, ...validate(action.fields, sent, world, given), isNothingNew: false };
};

const topOf = ({ path }: FieldError): string => path.split('.', 1)[0] ?? '';

/**
 * What is said takes the place of what was answered, `null` takes it out, and what is not said stays: except answers to
 * questions that are no longer asked.
 */
const readPart = (
  record: CaseRecord,
  action: Action,
  sent: Sent,
  world: World,
  given: Readonly<Record<string, unknown>>,
): ReadInputs => {
  const before = pick(record.answers, action.edit);
  const read = validate(action.fields, { ...before, ...sent }, world, given, true);
  const isSaid = (error: FieldError) => Object.hasOwn(sent, topOf(error));
  // Somebody who fills in one page is not told what time has made wrong on another.
  const kept = pick(before, read.errors.filter((error) => !isSaid(error)).map(topOf));
  const answers = { ...read.answers, ...kept };
  const changed = differing(action.edit, before, answers);
  return {
    action: { ...action, edit: changed },
    answers: pick(answers, changed),
    errors: read.errors.filter(isSaid),
    isNothingNew: changed.length === 0,
  };
};

/** A verdict is said as a whole; those that are not mentioned stay. */
const readVerdicts = (
  record: CaseRecord,
  action: Action,
  sent: Sent,
  world: World,
  given: Readonly<Record<string, unknown>>,
): ReadInputs => {
  const questionOf = ({ name }: Pick<Field, 'name'>) => questionOfVerdict(name);
  const mentioned = new Set(Object.keys(sent).map(questionOfVerdict));
  const fields = action.fields.filter((field) => mentioned.has(questionOf(field)));
  const { answers, errors } = validate(fields, sent, world, given);
  const before = verdictInputs(record.verdicts, mentioned);
  const names = fields.map(({ name }) => name);
  const changed = new Set(differing(names, before, answers).map(questionOfVerdict));
  const said = Object.entries(answers).filter(([name]) => changed.has(questionOfVerdict(name)));
  return { action, answers: Object.fromEntries(said), errors, isNothingNew: said.length === 0 };
};
