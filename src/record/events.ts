import type { Channel } from '../definition/nouns/channels.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { AssignmentFacts, Reassigned } from './nouns/assignment.ts';
import type { OpenedByException } from './nouns/break-glass.ts';
import type { ConsentChanged, ConsentFacts } from './nouns/consents.ts';
import type { CountsFacts } from './nouns/counts.ts';
import type { DeadlineFacts, Paused, Running } from './nouns/deadlines.ts';
import type { DocumentFacts } from './nouns/documents.ts';
import type { EditFacts } from './nouns/edit.ts';
import type { EraseFacts } from './nouns/erase.ts';
import type { PriorityFacts } from './nouns/priority.ts';
import type { ProposalFacts } from './nouns/proposals.ts';
import type { Succeeded } from './nouns/succession.ts';
import type { SurveyFacts } from './nouns/survey.ts';
import type { TaskFacts, TaskTime } from './nouns/tasks.ts';
import type { TransferFacts } from './nouns/transfer.ts';

/**
 * What can happen to a record. `facts` never hold anything personal: they are public matter for the log. What people
 * wrote stands in `content`, which is stored apart and can be erased.
 */
export type Actor = { readonly kind: 'applicant' } | { readonly kind: 'system' } | AccountActor;

/** A civil servant, as whom and for which institution. */
export interface AccountActor {
  readonly kind: 'account';
  readonly account: string;
  readonly role: string;
  readonly institution: string;
  /** It was an institution's own system, and `account` is the id of its key. */
  readonly key?: true;
  /** The account for which it stood in, as its deputy. */
  readonly for?: string;
}

export type { Channel };

interface EventOf<Kind extends string, Facts, Content> {
  readonly kind: Kind;
  readonly at: Date;
  readonly actor: Actor;
  readonly facts: Facts;
  readonly content?: Content;
}

export interface IssuedDocument {
  readonly id: number;
  readonly kind: string;
  readonly from?: string;
  readonly until?: string;
}

/** What each noun may add to the facts of a submission or an action. */
export interface EventFacts
  extends
    DocumentFacts,
    EditFacts,
    EraseFacts,
    ProposalFacts,
    TransferFacts,
    AssignmentFacts,
    TaskFacts,
    SurveyFacts,
    CountsFacts,
    ConsentFacts,
    DeadlineFacts,
    PriorityFacts {}

export type Submitted = EventOf<
  'submitted',
  {
    readonly state: string;
    readonly channel: Channel;
    readonly locale: string;
    readonly institution: string;
    readonly route: number;
    /** The institution of the civil servant who entered it; none: the applicant sent it. */
    readonly enteredAt?: string;
  } & Partial<EventFacts>,
  Answers
>;

export type Acted = EventOf<
  'acted',
  {
    readonly action: string;
    readonly state: string;
    /** Which rule did it by itself, and the counts that it looked at. */
    readonly automatic?: { readonly counts: Readonly<Record<string, number>> };
  } & Partial<EventFacts>,
  Answers
>;

export type DeadlinePassed = EventOf<
  'deadline-passed',
  {
    readonly deadline: string;
    readonly escalatedTo: readonly string[];
    /** Where the record went: the institution above the one that was late. */
    readonly institution?: string;
    readonly from?: string;
    /** The deadline that started in its place. */
    readonly started?: Running;
  },
  never
>;

/** The office is reminded that a deadline ends soon. */
export type DeadlineNear = EventOf<
  'deadline-near',
  {
    readonly deadline: string;
    readonly dueAt: string;
    /** When it was to be reminded: later than that only where the program did not run. */
    readonly moment: string;
  },
  never
>;

/** An institution is reminded that what it was asked is soon due. */
export type TaskNear = EventOf<
  'task-near',
  {
    readonly task: string;
    readonly institution: string;
    readonly dueAt: string;
    /** When it was to be reminded: later than that only where the program did not run. */
    readonly moment: string;
  },
  never
>;

/** What an institution was asked was not answered in time. */
export type TaskOverdue = EventOf<
  'task-overdue',
  {
    readonly task: string;
    /** The one that was late. */
    readonly institution: string;
    readonly escalatedTo: readonly string[];
    /** The institution above it that is asked now, and by when. */
    readonly askedAbove?: { readonly institution: string } & TaskTime;
  },
  never
>;

/**
 * What runs was counted again, from the same events, on a calendar that has changed since: only what is due when, and what is
 * left of what stands still.
 */
export type Recounted = EventOf<
  'recounted',
  {
    /** Digest of the calendar. */
    readonly calendar: string;
    readonly deadline?: Running | Paused;
    readonly tasks?: readonly ({ readonly name: string } & TaskTime)[];
  },
  never
>;

/** Its time was over: what it said of a person is gone, from this event and all before it. */
export type Erasure = EventOf<'erased', EraseFacts, never>;

export type ByClock = Recounted | Erasure | DeadlineNear | DeadlinePassed | TaskNear | TaskOverdue;
export type RecordEvent = Submitted | Acted | ByClock | ConsentChanged | Succeeded | Reassigned | OpenedByException;

/** What is no step of the procedure: a time had come, the person changed a consent, institution or clerk was replaced, or it was only read. */
export const isByClock = (
  event: RecordEvent,
): event is ByClock | ConsentChanged | Succeeded | Reassigned | OpenedByException =>
  event.kind !== 'submitted' && event.kind !== 'acted';
