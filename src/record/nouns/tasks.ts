import { outcomeQuestion, type TaskDeclaration } from '../../definition/nouns/tasks.ts';
import { getState } from '../../definition/service.ts';
import { isByClock, type TaskNear, type TaskOverdue } from '../events.ts';
import { addSpan } from '../../territory/calendar.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun, RuledRecord, Step } from '../noun.ts';
import { findTargetBy } from '../target.ts';
import { type Clock, momentsBefore } from './deadlines.ts';

/** What was asked of another institution, and what became of it. */
export type RecordTask = {
  readonly name: string;
  readonly institution: string;
  readonly openedAt: Date;
  readonly dueAt: Date | undefined;
} & (
  | ({ readonly standing: 'open' } & Lateness)
  /** `event` is the number of the one that answered. */
  | { readonly standing: 'answered'; readonly outcome: string; readonly at: Date; readonly event: number }
  /** The record ended before it was answered. */
  | { readonly standing: 'withdrawn'; readonly at: Date }
);

/** What the clock has to do with an open task, and has done. */
export interface Lateness {
  /** When the office is to be reminded, as far as it was not yet. */
  readonly remindAt: readonly Date[];
  /** Somebody is called upon when it has passed, and was not yet. */
  readonly escalates: boolean;
  /** Roles that were called upon since it was asked. */
  readonly escalatedTo: readonly string[];
}

/** By when something is to be answered and what the clock does before and then. */
export interface TaskTime {
  readonly dueAt?: string;
  readonly remindAt?: readonly string[];
  /** Left out: nobody is called upon. */
  readonly escalates?: true;
  /** Digest of the calendar that it was counted on; none where time simply passes. */
  readonly calendar?: string;
}

export interface OpenedTask extends TaskTime {
  readonly name: string;
  readonly institution: string;
}

export interface TaskFacts {
  readonly tasks: {
    readonly opened?: readonly OpenedTask[];
    readonly answered?: { readonly name: string; readonly outcome: string };
    readonly withdrawn?: readonly string[];
  };
}

export const openTasks = ({ tasks = [] }: Partial<Pick<CaseRecord, 'tasks'>>): readonly RecordTask[] =>
  tasks.filter(({ standing }) => standing === 'open');

export const findOpenTask = (record: Pick<CaseRecord, 'tasks'>, name: string): RecordTask | undefined =>
  openTasks(record).find((task) => task.name === name);

/** It was not answered in time, and somebody was called upon. */
export const isEscalated = (task: RecordTask): boolean => task.standing === 'open' && task.escalatedTo.length > 0;

/** What rules see of a task: nothing before it is opened, `open`, or how it ended. */
const standingOf = ({ tasks: all = [] }: RuledRecord, name: string): string => {
  const task = all.find((each) => each.name === name);
  switch (task?.standing) {
    case 'open':
      return 'open';
    case 'answered':
      return task.outcome;
    case 'withdrawn':
    case undefined:
      return '';
  }
};

/** When the clock has to look at a task next: a reminder, or its end where somebody is called upon then. */
export const nextMomentOf = (task: RecordTask): Date | undefined => {
  if (task.standing !== 'open') return undefined;
  return task.remindAt[0] ?? (task.escalates ? task.dueAt : undefined);
};

/** The time that a task has from a moment on; nothing where it may take as long as it takes. */
export const timeOf = (
  { within, remind, escalate }: TaskDeclaration,
  { now, calendar }: Clock,
): TaskTime & { readonly dueAt?: string } => {
  if (!within) return {};
  const due = addSpan(now, within, calendar);
  const reminders = momentsBefore(due, remind, { now, calendar });
  return {
    dueAt: due.toISOString(),
    ...(reminders.length > 0 && { remindAt: reminders.map((at) => at.toISOString()) }),
    ...(escalate.length > 0 && { escalates: true }),
    ...(within.unit !== 'elapsed' && { calendar: calendar.digest }),
  };
};

const opening = ({ service, answers, context, values }: Step, task: TaskDeclaration): OpenedTask => ({
  name: task.name,
  institution: findTargetBy(task.to, answers, values, context) ?? service.owner,
  ...timeOf(task, context),
});

const factsOf = (step: Step): TaskFacts['tasks'] => {
  const { service, record, action, state, inputs } = step;
  const open = record ? openTasks(record).map(({ name }) => name) : [];
  const wanted = record
    ? (action?.open ?? [])
    : [...service.tasks.values()].flatMap((task) => (task.atStart ? [task.name] : []));
  const opened = wanted.flatMap((name) => (open.includes(name) ? [] : (service.tasks.get(name) ?? [])));
  const outcome = inputs[outcomeQuestion];
  const answered =
    action?.answers !== undefined && typeof outcome === 'string' ? { name: action.answers, outcome } : undefined;
  const { meaning } = getState(service, state);
  const isOver = meaning !== 'open' && meaning !== 'waiting';
  const withdrawn = isOver ? open.filter((name) => name !== answered?.name) : [];
  return {
    ...(opened.length > 0 && !isOver && { opened: opened.map((task) => opening(step, task)) }),
    ...(answered && { answered }),
    ...(withdrawn.length > 0 && { withdrawn }),
  };
};

export const tasks: RecordNoun = {
  decide: (step) => {
    if (step.service.tasks.size === 0) return undefined;
    const facts = factsOf(step);
    return Object.keys(facts).length > 0 ? { tasks: facts } : undefined;
  },
  apply: (before, event) => {
    if (event.kind === 'task-near' || event.kind === 'task-overdue')
      return { tasks: (before?.tasks ?? []).map((task) => afterClock(task, event)) };
    if (event.kind === 'recounted') {
      const { tasks: counted = [] } = event.facts;
      return {
        tasks: (before?.tasks ?? []).map((task) => {
          const time = counted.find(({ name }) => name === task.name);
          return time ? { ...task, ...instantsOf(time) } : task;
        }),
      };
    }
    if (isByClock(event) || !event.facts.tasks) return undefined;
    const { opened = [], answered, withdrawn = [] } = event.facts.tasks;
    const { at } = event;
    const number = (before?.lastEvent ?? 0) + 1;
    const kept = (before?.tasks ?? [])
      .filter(({ name }) => !opened.some((task) => task.name === name))
      .map((task): RecordTask => {
        const { name, institution, openedAt, dueAt } = task;
        const asked = { name, institution, openedAt, dueAt };
        if (name === answered?.name)
          return { ...asked, standing: 'answered', outcome: answered.outcome, at, event: number };
        return withdrawn.includes(name) ? { ...asked, standing: 'withdrawn', at } : task;
      });
    return {
      tasks: [
        ...kept,
        ...opened.map(({ name, institution, ...time }): RecordTask => ({
          name,
          institution,
          openedAt: at,
          standing: 'open',
          ...instantsOf(time),
          escalatedTo: [],
        })),
      ],
    };
  },
  values: (service, record) =>
    service.tasks.size === 0
      ? undefined
      : Object.fromEntries([...service.tasks.keys()].map((name) => [name, standingOf(record, name)])),
};

const instantsOf = ({ dueAt, remindAt = [], escalates }: TaskTime) => ({
  dueAt: dueAt === undefined ? undefined : new Date(dueAt),
  remindAt: remindAt.map((moment) => new Date(moment)),
  escalates: escalates === true,
});

/** A task after what the clock did to it: reminded of, late, or asked of the institution above. */
const afterClock = (task: RecordTask, { kind, facts }: TaskNear | TaskOverdue): RecordTask => {
  if (task.standing !== 'open' || task.name !== facts.task) return task;
  if (kind === 'task-near') return { ...task, remindAt: task.remindAt.filter((at) => at > new Date(facts.moment)) };
  const { escalatedTo, askedAbove } = facts;
  if (!askedAbove) return { ...task, remindAt: [], escalates: false, escalatedTo };
  const { institution, ...time } = askedAbove;
  return { ...task, institution, ...instantsOf(time), escalatedTo };
};
