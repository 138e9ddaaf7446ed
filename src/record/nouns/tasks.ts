import { outcomeQuestion, type TaskDeclaration } from '../../definition/nouns/tasks.ts';
import { getState } from '../../definition/service.ts';
import { isByClock } from '../events.ts';
import { addSpan } from '../../territory/calendar.ts';
import type { CaseRecord } from '../fold.ts';
import type { RecordNoun, RuledRecord, Step } from '../noun.ts';
import { findTarget } from '../target.ts';

/** What was asked of another institution, and what became of it. */
export type RecordTask = {
  readonly name: string;
  readonly institution: string;
  readonly openedAt: Date;
  readonly dueAt: Date | undefined;
} & (
  | { readonly standing: 'open' }
  /** `event` is the number of the one that answered. */
  | { readonly standing: 'answered'; readonly outcome: string; readonly at: Date; readonly event: number }
  /** The record ended before it was answered. */
  | { readonly standing: 'withdrawn'; readonly at: Date }
);

export interface TaskFacts {
  readonly tasks: {
    readonly opened?: readonly { readonly name: string; readonly institution: string; readonly dueAt?: string }[];
    readonly answered?: { readonly name: string; readonly outcome: string };
    readonly withdrawn?: readonly string[];
  };
}

export const openTasks = ({ tasks = [] }: Partial<Pick<CaseRecord, 'tasks'>>): readonly RecordTask[] =>
  tasks.filter(({ standing }) => standing === 'open');

export const findOpenTask = (record: Pick<CaseRecord, 'tasks'>, name: string): RecordTask | undefined =>
  openTasks(record).find((task) => task.name === name);

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

const opening = ({ service, answers, context }: Step, { name, to, within }: TaskDeclaration) => ({
  name,
  institution: findTarget(to, answers, context.findInstitutionFor) ?? service.owner,
  ...(within && { dueAt: addSpan(context.now, within, context.calendar).toISOString() }),
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
        ...opened.map(({ name, institution, dueAt }): RecordTask => ({
          name,
          institution,
          openedAt: at,
          dueAt: dueAt === undefined ? undefined : new Date(dueAt),
          standing: 'open',
        })),
      ],
    };
  },
  values: (service, record) =>
    service.tasks.size === 0
      ? undefined
      : Object.fromEntries([...service.tasks.keys()].map((name) => [name, standingOf(record, name)])),
};
