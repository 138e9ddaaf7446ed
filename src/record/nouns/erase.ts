import { erasureQuestion } from '../../definition/nouns/erase.ts';
import type { ErasureReason } from '../../definition/nouns/erase-texts.ts';
import type { RecordEvent } from '../events.ts';
import type { RecordNoun } from '../noun.ts';

/** Under which rule what a record said of a person was erased: its time was over, or somebody decided so for a reason. */
export type ErasureRule =
  | { readonly rule: 'kept-long-enough'; readonly months: number }
  | { readonly rule: 'decided'; readonly reason: ErasureReason };

export interface EraseFacts {
  readonly erased: ErasureRule;
}

/** That it was erased: from then on it says nothing of anybody. */
export interface Erased {
  readonly at: Date;
  readonly rule: ErasureRule;
}

/** The rule under which an event erased its record; undefined: it did not. */
export const erasedBy = (event: RecordEvent): ErasureRule | undefined =>
  event.kind === 'erased' || event.kind === 'acted' ? event.facts.erased : undefined;

/**
 * What was said is gone from all events at once, so a record is nothing but its trail however far one looks back: replayed, it
 * gives the same as it does after the erasure.
 */
export const erase: RecordNoun = {
  decide: ({ action, inputs }) =>
    action?.erase ? { erased: { rule: 'decided', reason: inputs[erasureQuestion] as ErasureReason } } : undefined,
  apply: (before, event) => {
    const rule = erasedBy(event);
    if (!rule) return before ? {} : { erased: undefined };
    return { erased: { at: event.at, rule }, answers: {}, proposals: [], verdicts: {} };
  },
};
