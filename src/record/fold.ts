import type { Answers } from '../form/fields/field-type.ts';
import type { Actor, Channel, IssuedDocument, RecordEvent } from './events.ts';
import { recordNouns } from './nouns.ts';
import type { RecordDeadline } from './nouns/deadlines.ts';
import type { Erased } from './nouns/erase.ts';
import type { Proposal } from './nouns/proposals.ts';
import type { Verdict } from './nouns/survey.ts';
import type { RecordTask } from './nouns/tasks.ts';

/** A record as its events tell it. */
export interface CaseRecord {
  readonly id: number;
  readonly state: string;
  /** The state before the present one; where `previous` leads back to. */
  readonly previousState: string | undefined;
  readonly institution: string;
  readonly channel: Channel;
  readonly locale: string;
  readonly answers: Answers;
  readonly submittedAt: Date;
  readonly updatedAt: Date;
  readonly deadline: RecordDeadline | undefined;
  /** Roles that a passed deadline has called upon. */
  readonly escalatedTo: readonly string[];
  /** Who did which action, in order. */
  readonly done: readonly { readonly action: string; readonly actor: Actor }[];
  readonly documents: readonly (IssuedDocument & { readonly revoked: boolean })[];
  /** Proposed changes that are neither accepted nor declined, in the order in which they were made. */
  readonly proposals: readonly Proposal[];
  /** The account that is in charge of it. */
  readonly assignee: string | undefined;
  /** What other institutions were asked, each name once: as it was asked last. */
  readonly tasks: readonly RecordTask[];
  /** What was said of single answers, by the question. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Name of the rule by which it is urgent or can wait. */
  readonly priority: string | undefined;
  readonly lastEvent: number;
  /** When and under which rule what it said of a person was erased. */
  readonly erased?: Erased | undefined;
}

/** The record that results from one more event. Pure: the same events give the same record, always. */
export const apply = (id: number, before: CaseRecord | undefined, event: RecordEvent): CaseRecord => {
  const next = before ? afterEvent(before, event) : afterSubmission(id, event);
  for (const noun of recordNouns) Object.assign(next, noun.apply?.(before, event));
  return next;
};

const afterSubmission = (id: number, event: RecordEvent): CaseRecord => {
  if (event.kind !== 'submitted') throw new Error(`record ${id}: the first event is ${event.kind}, not a submission`);
  const { state, institution, channel, locale } = event.facts;
  return {
    id,
    state,
    previousState: undefined,
    institution,
    channel,
    locale,
    answers: event.content ?? {},
    submittedAt: event.at,
    updatedAt: event.at,
    deadline: undefined,
    escalatedTo: [],
    done: [],
    documents: [],
    proposals: [],
    assignee: undefined,
    tasks: [],
    verdicts: {},
    priority: undefined,
    lastEvent: 1,
  };
};

const afterEvent = (before: CaseRecord, event: RecordEvent): CaseRecord => {
  const next = { ...before, updatedAt: event.at, lastEvent: before.lastEvent + 1 };
  if (event.kind !== 'acted') return next;
  const { action, state } = event.facts;
  return {
    ...next,
    state,
    // An action that leaves the state as it is does not change where `previous` leads back to.
    previousState: state === before.state ? before.previousState : before.state,
    done: [...before.done, { action, actor: event.actor }],
  };
};

/** The record that a list of events makes; there must be at least the submission. */
export const fold = (id: number, events: readonly RecordEvent[]): CaseRecord => {
  let record: CaseRecord | undefined;
  for (const event of events) record = apply(id, record, event);
  if (!record) throw new Error(`record ${id} has no events`);
  return record;
};
