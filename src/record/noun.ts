import type { Action, Service } from '../definition/service.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { DecisionContext } from './decide.ts';
import type { Actor, EventFacts, RecordEvent } from './events.ts';
import type { CaseRecord } from './fold.ts';

/** Something that is about to happen to a record: a submission, or an action. */
export interface Step {
  readonly service: Service;
  /** As it stands; undefined at its submission. */
  readonly record: CaseRecord | undefined;
  readonly action: Action | undefined;
  readonly actor: Actor;
  /** The state that it leads to. */
  readonly state: string;
  /** In whose basket it is afterwards. */
  readonly institution: string;
  /** The answers of the record after it. */
  readonly answers: Answers;
  /** What was said with the action. */
  readonly inputs: Answers;
  readonly context: DecisionContext;
  /** What rules see after it. */
  readonly values: () => Readonly<Record<string, unknown>>;
}

/**
 * What a capability of the language does to records; its declared half is in `definition/nouns/`. Pure: facts are
 * decided once, and a record is what its events say, whatever the declaration says later.
 */
export interface RecordNoun {
  /** What it adds to the facts of a submission or an action; nothing personal. */
  readonly decide?: (step: Step) => Partial<EventFacts> | undefined;
  /** What the record is after an event, for its part; `before` is undefined at the submission. */
  readonly apply?: (before: CaseRecord | undefined, event: RecordEvent) => Partial<CaseRecord> | undefined;
  /** What it adds to the values that rules look at. */
  readonly values?: (
    service: Service,
    record: RuledRecord,
    context: Pick<DecisionContext, 'counts' | 'now'>,
  ) => Readonly<Record<string, unknown>> | undefined;
}

/** A record as rules see it; before its submission is decided it has a state, a channel and answers only. */
export type RuledRecord = Pick<CaseRecord, 'state' | 'channel' | 'answers'> & Partial<CaseRecord>;
