import type { Answer, Answers } from '../form/fields/field-type.ts';
import type { RecordEvent } from './events.ts';
import { apply, type CaseRecord } from './fold.ts';
import { differing } from './nouns/proposals.ts';

/** One answer that became another, was given for the first time, or was taken out. */
export interface Change {
  readonly field: string;
  readonly before: Answer | undefined;
  readonly after: Answer | undefined;
}

/** What differs between two states of the answers, in the order of `names`. */
export const changesOf = (names: Iterable<string>, before: Answers, after: Answers): readonly Change[] =>
  differing([...names], before, after).map((field) => ({ field, before: before[field], after: after[field] }));

// Each step of a history asks for the states around it.
const known = new WeakMap<readonly RecordEvent[], readonly CaseRecord[]>();

/** The record as it was after each of its events, in order. */
export const statesAfter = (id: number, events: readonly RecordEvent[]): readonly CaseRecord[] => {
  const made = known.get(events);
  if (made) return made;
  const states: CaseRecord[] = [];
  for (const event of events) states.push(apply(id, states.at(-1), event));
  known.set(events, states);
  return states;
};
