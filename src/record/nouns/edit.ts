import type { Action } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun } from '../noun.ts';
import { chosenProposal } from './proposals.ts';

export interface EditFacts {
  /** Names of the answers that the action put in place of the earlier ones; they stand in its content. */
  readonly edited: readonly string[];
}

/** The answers of a record after some of them were edited: what the action says of them counts, be it nothing. */
export const editedAnswers = (answers: Answers, edited: readonly string[], inputs: Answers): Answers => ({
  ...Object.fromEntries(Object.entries(answers).filter(([name]) => !edited.includes(name))),
  ...Object.fromEntries(Object.entries(inputs).filter(([name]) => edited.includes(name))),
});

/** What an action puts in place of earlier answers: what is said with it, or what was proposed and is accepted. */
export interface Correction {
  readonly fields: readonly string[];
  readonly values: Answers;
}

export const correctionBy = (action: Action, record: CaseRecord, inputs: Answers): Correction | undefined => {
  if (action.edit.length > 0) return { fields: action.edit, values: inputs };
  return action.accept === undefined ? undefined : chosenProposal(record, inputs);
};

export const edit: RecordNoun = {
  decide: ({ action, record, inputs }) => {
    const correction = action && record && correctionBy(action, record, inputs);
    return correction && { edited: correction.fields };
  },
  apply: (before, event) =>
    before && event.kind === 'acted' && event.facts.edited
      ? { answers: editedAnswers(before.answers, event.facts.edited, event.content ?? {}) }
      : {},
};
