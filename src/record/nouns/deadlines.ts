import type { Deadline } from '../../definition/nouns/deadlines.ts';
import { type Action, getState, type Service } from '../../definition/service.ts';
import { holds } from '../../form/validate.ts';
import { addSpan, type Calendar, type Span, spanLeft, type SpanUnit, subtractSpan } from '../../territory/calendar.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun, Step } from '../noun.ts';

/** A deadline that runs: when it will have passed and when the office is reminded before, as RFC 3339. */
export interface Running {
  readonly name: string;
  readonly dueAt: string;
  readonly remindAt?: readonly string[];
  /** Digest of the calendar that it was counted on; none where time simply passes. */
  readonly calendar?: string;
}

/** One that stands still, with what is left of it: milliseconds, or days where it counts those. */
export interface Paused {
  readonly name: string;
  readonly left: number;
  /** Left out: time that simply passes. */
  readonly unit?: SpanUnit;
  readonly calendar?: string;
}

/** Started anew or resumed (with when it is due), extended for the nth time, paused (with what is left), or over. */
export type DeadlineChange =
  | ({ readonly change?: 'runs' } & Running)
  | ({ readonly change: 'extended'; readonly times: number } & (Running | Paused))
  | ({ readonly change: 'paused' } & Paused)
  | { readonly change: 'over' };

export interface DeadlineFacts {
  readonly deadline: DeadlineChange;
}

/** The deadline of a record as it stands. `extended`: how often since it started. */
export type RecordDeadline = { readonly name: string; readonly extended: number } & (
  | { readonly dueAt: Date; readonly remindAt: readonly Date[] }
  | { readonly left: number; readonly unit: SpanUnit }
);

/** When the clock has to look at a deadline next: a reminder, or its end. */
export const nextMomentOfDeadline = ({ deadline }: Pick<CaseRecord, 'deadline'>): Date | undefined =>
  deadline && 'dueAt' in deadline ? (deadline.remindAt[0] ?? deadline.dueAt) : undefined;

/** What deadlines are counted from: the moment and the calendar. */
export interface Clock {
  readonly now: Date;
  readonly calendar: Calendar;
}

const declaredAs = (service: Service, name: string | undefined): Deadline | undefined =>
  service.deadlines.find((deadline) => deadline.name === name);

/** When the office is reminded of what is due, in order: only moments that are still to come. */
export const momentsBefore = (due: Date, remind: readonly Span[], { now, calendar }: Clock): readonly Date[] =>
  remind
    .map((before) => subtractSpan(due, before, calendar))
    .filter((at) => at > now && at < due)
    .toSorted((a, b) => +a - +b);

const running = ({ name, remind, within }: Deadline, due: Date, { now, calendar }: Clock): Running => {
  const reminders = momentsBefore(due, remind, { now, calendar });
  return {
    name,
    dueAt: due.toISOString(),
    ...(reminders.length > 0 && { remindAt: reminders.map((at) => at.toISOString()) }),
    ...(within.unit !== 'elapsed' && { calendar: calendar.digest }),
  };
};

export const startDeadline = (deadline: Deadline, clock: Clock): Running =>
  running(deadline, addSpan(clock.now, deadline.within, clock.calendar), clock);

const resume = (deadline: Deadline, left: Span, clock: Clock): Running =>
  running(deadline, addSpan(clock.now, left, clock.calendar), clock);

/** Which deadline starts as a record enters a state: the first of those that hold. */
export type ChooseDeadline = (candidates: readonly Deadline[]) => Deadline | undefined;

const chooseByRule =
  ({ values, context: { now } }: Step): ChooseDeadline =>
  (candidates) =>
    candidates.find(({ when }) => !when || holds(when, values(), now));

/**
 * What a step does to the deadline. A waiting state pauses it; coming back from there resumes it with what was left on the
 * same calendar; any other state in which it does not run ends it; a state in which one runs starts it anew unless it was
 * running. A hand-over starts it anew where the declaration says so.
 */
export const deadlineChange = (
  step: Pick<Step, 'service' | 'record' | 'action' | 'state' | 'institution'>,
  clock: Clock,
  choose: ChooseDeadline,
): DeadlineChange | undefined => {
  const { service, record, action, state, institution } = step;
  const start = (): DeadlineChange | undefined => {
    const here = choose(service.deadlines.filter((deadline) => deadline.startsByState && deadline.in.has(state)));
    return here && { change: 'runs', ...startDeadline(here, clock) };
  };
  if (!record) return start();
  const current = record.deadline;
  const isWaiting = getState(service, state).meaning === 'waiting';
  if (action?.transfer?.deadlineAnew && institution !== record.institution && !isWaiting) return start();
  if (action?.extend) return extended(service, record, action, clock);
  if (isWaiting) return current && 'dueAt' in current ? paused(service, current, clock) : undefined;
  const declared = declaredAs(service, current?.name);
  if (current && declared?.in.has(state))
    return 'left' in current ? { change: 'runs', ...resume(declared, leftOf(current), clock) } : undefined;
  const next = start();
  if (!next) return current || record.escalatedTo.length > 0 ? { change: 'over' } : undefined;
  return current === undefined && isStillLate(service, record, next) ? undefined : next;
};

/** A deadline that has passed does not start again while its record stays among its states, or waits for its applicant. */
const isStillLate = (service: Service, record: CaseRecord, next: DeadlineChange): boolean =>
  record.escalatedTo.length > 0 &&
  'name' in next &&
  (declaredAs(service, next.name)?.in.has(record.state) || getState(service, record.state).meaning === 'waiting');

const leftOf = ({ left, unit }: { readonly left: number; readonly unit: SpanUnit }): Span => ({ n: left, unit });

const paused = (
  service: Service,
  { name, dueAt }: { readonly name: string; readonly dueAt: Date },
  { now, calendar }: Clock,
): DeadlineChange => {
  const unit = declaredAs(service, name)?.within.unit ?? 'elapsed';
  const { n: left } = spanLeft(now, dueAt, unit, calendar);
  return { change: 'paused', name, left, ...(unit !== 'elapsed' && { unit, calendar: calendar.digest }) };
};

const extended = (
  service: Service,
  { deadline: current }: CaseRecord,
  { extend }: Action,
  clock: Clock,
): DeadlineChange | undefined => {
  const declared = declaredAs(service, extend?.deadline);
  if (!extend || !declared || current?.name !== declared.name) return undefined;
  const times = current.extended + 1;
  if ('dueAt' in current)
    return {
      change: 'extended',
      times,
      ...running(declared, addSpan(current.dueAt, extend.by, clock.calendar), clock),
    };
  const { name, left, unit } = current;
  return { change: 'extended', times, name, left: left + extend.by.n, ...(unit !== 'elapsed' && { unit }) };
};

/** Why a deadline may not be extended (again), or undefined. While another one runs it is not even offered. */
export const extensionRefusal = (
  { deadline }: CaseRecord,
  { extend }: Action,
): 'wrong-state' | 'not-running' | 'extended-enough' | undefined => {
  if (!extend) return undefined;
  if (!deadline) return 'not-running';
  if (deadline.name !== extend.deadline) return 'wrong-state';
  return deadline.extended >= extend.times ? 'extended-enough' : undefined;
};

export const deadlines: RecordNoun = {
  decide: (step) => {
    if (step.service.deadlines.length === 0) return undefined;
    const deadline = deadlineChange(step, step.context, chooseByRule(step));
    return deadline && { deadline };
  },
  apply: (before, event) => {
    switch (event.kind) {
      case 'deadline-near':
        return { deadline: afterReminder(before?.deadline, new Date(event.facts.moment)) };
      case 'deadline-passed': {
        const { started, escalatedTo, institution } = event.facts;
        return {
          deadline: started && deadlineAfter({ change: 'runs', ...started }, undefined),
          escalatedTo,
          ...(institution !== undefined && { institution }),
        };
      }
      case 'submitted':
        return {
          deadline: event.facts.deadline && deadlineAfter(event.facts.deadline, undefined),
          escalatedTo: [],
        };
      case 'erased':
      case 'succeeded':
      case 'reassigned':
      case 'opened-by-exception':
      case 'task-near':
      case 'task-overdue':
        return {};
      case 'recounted': {
        const { deadline } = event.facts;
        return deadline ? { deadline: standingOf(deadline, before?.deadline?.extended ?? 0) } : {};
      }
      case 'acted': {
        const change = event.facts.deadline;
        if (!change) return {};
        const isOther = change.change === 'over' || change.name !== before?.deadline?.name;
        return { deadline: deadlineAfter(change, before?.deadline), ...(isOther && { escalatedTo: [] }) };
      }
    }
  },
};

const afterReminder = (deadline: CaseRecord['deadline'], moment: Date): CaseRecord['deadline'] =>
  deadline && 'dueAt' in deadline ? { ...deadline, remindAt: deadline.remindAt.filter((at) => at > moment) } : deadline;

const deadlineAfter = (change: DeadlineChange, before: CaseRecord['deadline']): CaseRecord['deadline'] => {
  if (change.change === 'over') return undefined;
  const { name } = change;
  // What resumes goes on; what runs anew was not extended yet.
  const goesOn = before?.name === name && (change.change === 'paused' || 'left' in before);
  const extensions = change.change === 'extended' ? change.times : goesOn ? before.extended : 0;
  return standingOf(change, extensions);
};

const standingOf = (deadline: Running | Paused, extended: number): RecordDeadline => {
  const { name } = deadline;
  return 'dueAt' in deadline
    ? { name, extended, dueAt: new Date(deadline.dueAt), remindAt: (deadline.remindAt ?? []).map((at) => new Date(at)) }
    : { name, extended, left: deadline.left, unit: deadline.unit ?? 'elapsed' };
};
