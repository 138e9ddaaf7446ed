import type { Service } from '../definition/service.ts';
import type { Calendar } from '../territory/calendar.ts';
import { deadlineEvent, taskEvent } from './clock.ts';
import type { ByClock, RecordEvent, Recounted } from './events.ts';
import { apply, type CaseRecord, fold } from './fold.ts';
import {
  type ChooseDeadline,
  type DeadlineChange,
  deadlineChange,
  type Paused,
  type Running,
} from './nouns/deadlines.ts';
import { type RecordTask, type TaskTime, timeOf } from './nouns/tasks.ts';
import { institutionOf } from './institution-of.ts';

/** Where counting again gives something else than what an event says of a deadline. */
export interface DeadlineDifference {
  /** Number of the event, from 1. */
  readonly event: number;
  readonly stated: unknown;
  readonly counted: unknown;
}

/** The calendar of an event that names one; undefined: it names none. */
export type CalendarOf = (digest: string | undefined) => Calendar;

/**
 * Counts every deadline of a record again, and every task that another institution was given, from when each thing happened
 * and what the declaration says, and compares. What an event says of its deadlines is not believed, nor is anything that was
 * counted from it later; taken from the events is only what a calendar cannot tell: which of several deadlines a rule over
 * the answers chose, and where the record went.
 */
export const recountDeadlines = (
  service: Service,
  events: readonly RecordEvent[],
  calendarOf: CalendarOf,
): readonly DeadlineDifference[] => countAgain(service, events, calendarOf).differences;

/**
 * The event that puts right what runs now, where it would be due at another time if it had been counted on this calendar from
 * the start; undefined where everything is as it should be. What has passed stays past.
 */
export const recountedEvent = (
  service: Service,
  events: readonly RecordEvent[],
  calendar: Calendar,
  now: Date,
): Recounted | undefined => {
  const present = fold(0, events);
  const { record: counted } = countAgain(service, events, () => calendar);
  const deadline = deadlineAnew(present.deadline, counted?.deadline, calendar, now);
  const tasks = present.tasks.flatMap((task) =>
    taskAnew(
      task,
      counted?.tasks.find(({ name, institution }) => name === task.name && institution === task.institution),
      calendar,
      now,
    ),
  );
  if (!deadline && tasks.length === 0) return undefined;
  const facts = { calendar: calendar.digest, ...(deadline && { deadline }), ...(tasks.length > 0 && { tasks }) };
  return { kind: 'recounted', at: now, actor: { kind: 'system' }, facts };
};

const momentsAfter = (now: Date, moments: readonly Date[]): readonly string[] =>
  moments.flatMap((moment) => (moment > now ? [moment.toISOString()] : []));

const deadlineAnew = (
  present: CaseRecord['deadline'],
  counted: CaseRecord['deadline'],
  calendar: Calendar,
  now: Date,
): Running | Paused | undefined => {
  if (!present || counted?.name !== present.name) return undefined;
  const { name } = present;
  if ('dueAt' in present && 'dueAt' in counted) {
    const remindAt = momentsAfter(now, counted.remindAt);
    if (+present.dueAt === +counted.dueAt && isSame(momentsAfter(now, present.remindAt), remindAt)) return undefined;
    return {
      name,
      dueAt: counted.dueAt.toISOString(),
      ...(remindAt.length > 0 && { remindAt }),
      calendar: calendar.digest,
    };
  }
  if ('left' in present && 'left' in counted && present.left !== counted.left)
    return { name, left: counted.left, unit: counted.unit, calendar: calendar.digest };
  return undefined;
};

const taskAnew = (
  present: RecordTask,
  counted: RecordTask | undefined,
  calendar: Calendar,
  now: Date,
): readonly ({ readonly name: string } & TaskTime)[] => {
  if (present.standing !== 'open' || counted?.standing !== 'open' || !present.dueAt || !counted.dueAt) return [];
  // Whoever was to be called upon has been.
  if (present.escalates !== counted.escalates) return [];
  const remindAt = momentsAfter(now, counted.remindAt);
  if (+present.dueAt === +counted.dueAt && isSame(momentsAfter(now, present.remindAt), remindAt)) return [];
  return [
    {
      name: present.name,
      dueAt: counted.dueAt.toISOString(),
      ...(remindAt.length > 0 && { remindAt }),
      ...(present.escalates && { escalates: true }),
      calendar: calendar.digest,
    },
  ];
};

/** The record as it ought to be, and where its events say otherwise. */
const countAgain = (service: Service, events: readonly RecordEvent[], calendarOf: CalendarOf) => {
  const differences: DeadlineDifference[] = [];
  let record: CaseRecord | undefined;
  for (const [index, event] of events.entries()) {
    if (event.kind === 'recounted') {
      // On another calendar than what came before it: all of that is counted on its own.
      const calendar = calendarOf(event.facts.calendar);
      const counted = recountedEvent(service, events.slice(0, index), calendar, event.at);
      if (!isSame(counted?.facts, event.facts))
        differences.push({ event: index + 1, stated: event.facts, counted: counted?.facts });
      record = apply(0, record, counted ?? { ...event, facts: { calendar: calendar.digest } });
      continue;
    }
    const { counted, stated, believed } = recount(service, record, event, calendarOf(calendarNamed(event)));
    if (!isSame(counted, stated)) differences.push({ event: index + 1, stated, counted });
    record = apply(0, record, believed);
  }
  return { differences, record };
};

type Counted = Exclude<RecordEvent, Recounted>;

/** What counting gives, what the event says, and the event as it ought to be. */
const recount = (service: Service, record: CaseRecord | undefined, event: Counted, calendar: Calendar) => {
  const clock = { now: event.at, calendar };
  switch (event.kind) {
    // Neither asks nor ends anything.
    case 'erased':
    case 'succeeded':
    case 'reassigned':
    case 'opened-by-exception':
      return { counted: undefined, stated: undefined, believed: event };
    case 'deadline-near':
    case 'deadline-passed': {
      const findInstitutionAbove = () => (event.kind === 'deadline-passed' ? event.facts.institution : undefined);
      return compared(event, record && deadlineEvent(service, record, { ...clock, findInstitutionAbove }));
    }
    case 'task-near':
    case 'task-overdue': {
      const task = record?.tasks.find(({ name }) => name === event.facts.task);
      const findInstitutionAbove = () =>
        event.kind === 'task-overdue' ? event.facts.askedAbove?.institution : undefined;
      return compared(event, task && taskEvent(service, task, { ...clock, findInstitutionAbove }));
    }
    case 'consent-changed':
      return { counted: undefined, stated: undefined, believed: event };
    case 'submitted':
    case 'acted': {
      const { deadline, tasks } = event.facts;
      const action = event.kind === 'acted' ? service.actions.get(event.facts.action) : undefined;
      const institution = institutionOf(event) ?? record?.institution ?? service.owner;
      const step = { service, record, action, state: event.facts.state, institution };
      const counted = {
        deadline: deadlineChange(step, clock, chosenIn(deadline)),
        opened: tasks?.opened?.map((opened) => {
          const declared = service.tasks.get(opened.name);
          const { name, institution: asked } = opened;
          return declared ? { name, institution: asked, ...timeOf(declared, clock) } : opened;
        }),
      };
      const { deadline: _stated, ...facts } = event.facts;
      const believed = {
        ...event,
        facts: {
          ...facts,
          ...(counted.deadline && { deadline: counted.deadline }),
          ...(counted.opened && { tasks: { ...tasks, opened: counted.opened } }),
        },
      } as RecordEvent;
      // Where nothing was asked of others, the deadline is all that there is to say.
      return counted.opened
        ? { counted, stated: { deadline, opened: tasks?.opened }, believed }
        : { counted: counted.deadline, stated: deadline, believed };
    }
  }
};

const compared = (event: ByClock, happened: ByClock | undefined) => ({
  stated: { kind: event.kind, facts: event.facts },
  counted: happened && { kind: happened.kind, facts: happened.facts },
  believed: happened ?? event,
});

/** A rule over the answers has chosen then; where it chose none that has one, it is the first without. */
const chosenIn =
  (stated: DeadlineChange | undefined): ChooseDeadline =>
  (candidates) =>
    candidates.find((deadline) => deadline.when && stated && 'name' in stated && stated.name === deadline.name) ??
    candidates.find((deadline) => !deadline.when);

const calendarNamed = (event: Counted): string | undefined => {
  switch (event.kind) {
    case 'consent-changed':
    case 'deadline-near':
    case 'task-near':
    case 'erased':
    case 'succeeded':
    case 'reassigned':
    case 'opened-by-exception':
      return undefined;
    case 'deadline-passed':
      return event.facts.started?.calendar;
    case 'task-overdue':
      return event.facts.askedAbove?.calendar;
    case 'submitted':
    case 'acted': {
      const { deadline, tasks } = event.facts;
      const named = deadline && 'calendar' in deadline ? deadline.calendar : undefined;
      return named ?? tasks?.opened?.find(({ calendar }) => calendar !== undefined)?.calendar;
    }
  }
};

/** Alike as JSON, where a change that says nothing of itself runs: events of before said no more of a first deadline. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries({
    ...('dueAt' in value && !('moment' in value) && !('institution' in value) && { change: 'runs' }),
    ...value,
  });
  return Object.fromEntries(
    entries
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plain(each)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
};
