import type { Answers } from '../form/fields/field-type.ts';
import type { Actor, Channel, IssuedDocument, RecordEvent } from './events.ts';

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
  readonly deadline:
    | { readonly name: string; readonly dueAt: Date }
    | { readonly name: string; readonly left: number }
    | undefined;
  /** Roles that a passed deadline has called upon. */
  readonly escalatedTo: readonly string[];
  /** Who did which action, in order. */
  readonly done: readonly { readonly action: string; readonly actor: Actor }[];
  readonly documents: readonly (IssuedDocument & { readonly revoked: boolean })[];
  readonly lastEvent: number;
}

/** The state that results from one more event. Pure: the same events give the same record, always. */
export const apply = (id: number, record: CaseRecord | undefined, event: RecordEvent): CaseRecord => {
  if (event.kind === 'submitted') {
    const { state, institution, channel, locale, deadline } = event.facts;
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
      deadline: deadline && { name: deadline.name, dueAt: new Date(deadline.dueAt) },
      escalatedTo: [],
      done: [],
      documents: [],
      lastEvent: 1,
    };
  }
  if (!record) throw new Error(`record ${id}: the first event is ${event.kind}, not a submission`);
  const next = { ...record, updatedAt: event.at, lastEvent: record.lastEvent + 1 };
  switch (event.kind) {
    case 'deadline-passed':
      return { ...next, deadline: undefined, escalatedTo: event.facts.escalatedTo };
    case 'acted': {
      const { action, state, issued = [], revoked = [], deadline } = event.facts;
      return {
        ...next,
        state,
        previousState: record.state,
        deadline: deadline === undefined ? record.deadline : deadlineAfter(deadline),
        escalatedTo: deadline?.change === 'over' ? [] : record.escalatedTo,
        done: [...record.done, { action, actor: event.actor }],
        documents: [
          ...record.documents.map((document) =>
            revoked.includes(document.id) ? { ...document, revoked: true } : document,
          ),
          ...issued.map((document) => ({ ...document, revoked: false })),
        ],
      };
    }
  }
};

const deadlineAfter = (
  change: NonNullable<Extract<RecordEvent, { kind: 'acted' }>['facts']['deadline']>,
): CaseRecord['deadline'] => {
  switch (change.change) {
    case 'runs':
      return { name: change.name, dueAt: new Date(change.dueAt) };
    case 'paused':
      return { name: change.name, left: change.left };
    case 'over':
      return undefined;
  }
};

/** The record that a list of events makes; there must be at least the submission. */
export const fold = (id: number, events: readonly RecordEvent[]): CaseRecord => {
  let record: CaseRecord | undefined;
  for (const event of events) record = apply(id, record, event);
  if (!record) throw new Error(`record ${id} has no events`);
  return record;
};
