import type { Answers } from '../../form/fields/field-type.ts';
import type { RecordNoun } from '../noun.ts';

export interface EditFacts {
  /** Names of the answers that the action put in place of the earlier ones; they stand in its content. */
  readonly edited: readonly string[];
}

/** The answers of a record after some of them were edited: what the action says of them counts, be it nothing. */
export const editedAnswers = (answers: Answers, edited: readonly string[], inputs: Answers): Answers => ({
  ...Object.fromEntries(Object.entries(answers).filter(([name]) => !edited.includes(name))),
  ...Object.fromEntries(Object.entries(inputs).filter(([name]) => edited.includes(name))),
});

export const edit: RecordNoun = {
  decide: ({ action }) => (action && action.edit.length > 0 ? { edited: action.edit } : undefined),
  apply: (before, event) =>
    before && event.kind === 'acted' && event.facts.edited
      ? { answers: editedAnswers(before.answers, event.facts.edited, event.content ?? {}) }
      : {},
};
