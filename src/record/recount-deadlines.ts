import type { Service } from '../definition/service.ts';
import type { Calendar } from '../territory/calendar.ts';
import { clockEvent } from './clock.ts';
import type { RecordEvent } from './events.ts';
import { apply, type CaseRecord } from './fold.ts';
import { type ChooseDeadline, type DeadlineChange, deadlineChange } from './nouns/deadlines.ts';
import { institutionOf } from './institution-of.ts';

/** Where counting again gives something else than what an event says of a deadline. */
export interface DeadlineDifference {
  /** Number of the event, from 1. */
  readonly event: number;
  readonly stated: unknown;
  readonly counted: unknown;
}

/**
 * Counts every deadline of a record again, from when each thing happened and what the declaration says, and compares. What an
 * event says of its deadline is not believed, nor is anything that was counted from it later; taken from the events is only
 * what a calendar cannot tell: which of several deadlines a rule over the answers chose, and where the record went.
 * @param calendarOf the calendar that an event names; undefined: it names none.
 */
export const recountDeadlines = (
  service: Service,
  events: readonly RecordEvent[],
  calendarOf: (digest: string | undefined) => Calendar,
): readonly DeadlineDifference[] => {
  const differences: DeadlineDifference[] = [];
  let record: CaseRecord | undefined;
  for (const [index, event] of events.entries()) {
    const calendar = calendarOf(calendarNamed(event));
    const { counted, stated, believed } = recount(service, record, event, calendar);
    if (!isSame(counted, stated)) differences.push({ event: index + 1, stated, counted });
    record = apply(0, record, believed);
  }
  return differences;
};

/** What counting gives, what the event says, and the event as it ought to be. */
const recount = (service: Service, record: CaseRecord | undefined, event: RecordEvent, calendar: Calendar) => {
  const clock = { now: event.at, calendar };
  switch (event.kind) {
    case 'deadline-near':
    case 'deadline-passed':
    case 'task-near':
    case 'task-overdue': {
      const stated = { kind: event.kind, facts: event.facts };
      const findInstitutionAbove = () => (event.kind === 'deadline-passed' ? event.facts.institution : undefined);
      const happened = record && clockEvent(service, record, { ...clock, findInstitutionAbove });
      const counted = happened && { kind: happened.kind, facts: happened.facts };
      return { counted, stated, believed: happened ?? event };
    }
    case 'submitted':
    case 'acted': {
      const stated: DeadlineChange | undefined = event.facts.deadline;
      const action = event.kind === 'acted' ? service.actions.get(event.facts.action) : undefined;
      const institution = institutionOf(event) ?? record?.institution ?? service.owner;
      const step = { service, record, action, state: event.facts.state, institution };
      const counted = deadlineChange(step, clock, chosenIn(stated));
      const { deadline: _stated, ...facts } = event.facts;
      const believed = { ...event, facts: { ...facts, ...(counted && { deadline: counted }) } } as RecordEvent;
      return { counted, stated, believed };
    }
  }
};

/** A rule over the answers has chosen then; where it chose none that has one, it is the first without. */
const chosenIn =
  (stated: DeadlineChange | undefined): ChooseDeadline =>
  (candidates) =>
    candidates.find((deadline) => deadline.when && stated && 'name' in stated && stated.name === deadline.name) ??
    candidates.find((deadline) => !deadline.when);

const calendarNamed = (event: RecordEvent): string | undefined => {
  switch (event.kind) {
    case 'deadline-near':
    case 'task-near':
      return undefined;
    case 'deadline-passed':
      return event.facts.started?.calendar;
    case 'task-overdue':
      return event.facts.askedAbove?.calendar;
    case 'submitted':
    case 'acted': {
      const change = event.facts.deadline;
      return change && 'calendar' in change ? change.calendar : undefined;
    }
  }
};

/** Alike as JSON, where a change that says nothing of itself runs: events of before said no more of a first deadline. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const plain = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries({ ...('dueAt' in value && !('moment' in value) && { change: 'runs' }), ...value });
  return Object.fromEntries(
    entries
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plain(each)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};
