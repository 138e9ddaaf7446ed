import type { Service } from '../definition/service.ts';
import type { ByClock, DeadlineNear, DeadlinePassed, TaskNear, TaskOverdue } from './events.ts';
import type { CaseRecord } from './fold.ts';
import { type Clock, nextMomentOfDeadline, startDeadline } from './nouns/deadlines.ts';
import { nextMomentOf, type RecordTask, timeOf } from './nouns/tasks.ts';

/** What the clock needs to know besides the time: the institution that another answers to, if any. */
export interface ClockContext extends Clock {
  readonly findInstitutionAbove: (institution: string) => string | undefined;
}

/** When something must happen to a record by itself next; undefined: nothing has to. */
export const nextMoment = (record: Pick<CaseRecord, 'deadline' | 'tasks'>): Date | undefined => {
  let next = nextMomentOfDeadline(record);
  for (const task of record.tasks) {
    const moment = nextMomentOf(task);
    if (moment && (!next || moment < next)) next = moment;
  }
  return next;
};

/**
 * What has to happen to a record by itself at this moment, or undefined: a reminder whose time has come, or the end of its
 * deadline or of what another institution was given to answer. Of several reminders that were missed there is one, of
 * reminders and an end that were missed the end only. One thing at a time: what else is due comes next.
 */
export const clockEvent = (service: Service, record: CaseRecord, context: ClockContext): ByClock | undefined => {
  const deadline = deadlineEvent(service, record, context);
  if (deadline) return deadline;
  for (const task of record.tasks) {
    const event = taskEvent(service, task, context);
    if (event) return event;
  }
  return undefined;
};

export const deadlineEvent = (
  service: Service,
  record: CaseRecord,
  context: ClockContext,
): DeadlineNear | DeadlinePassed | undefined => {
  const { now } = context;
  const current = record.deadline;
  if (!current || !('dueAt' in current)) return undefined;
  const event = { at: now, actor: { kind: 'system' } } as const;
  if (current.dueAt <= now)
    return { ...event, kind: 'deadline-passed', facts: passing(service, record, current, context) };
  const moment = current.remindAt.findLast((at) => at <= now);
  if (!moment) return undefined;
  const facts = { deadline: current.name, dueAt: current.dueAt.toISOString(), moment: moment.toISOString() };
  return { ...event, kind: 'deadline-near', facts };
};

export const taskEvent = (
  service: Service,
  task: RecordTask,
  context: ClockContext,
): TaskNear | TaskOverdue | undefined => {
  if (task.standing !== 'open' || !task.dueAt) return undefined;
  const { name, institution, dueAt } = task;
  const { now } = context;
  const event = { at: now, actor: { kind: 'system' } } as const;
  if (dueAt <= now) {
    if (!task.escalates) return undefined;
    const declared = service.tasks.get(name);
    const above = declared?.toAbove ? context.findInstitutionAbove(institution) : undefined;
    const facts = {
      task: name,
      institution,
      escalatedTo: declared?.escalate ?? [],
      ...(declared && above !== undefined && { askedAbove: { institution: above, ...timeOf(declared, context) } }),
    };
    return { ...event, kind: 'task-overdue', facts };
  }
  const moment = task.remindAt.findLast((at) => at <= now);
  return (
    moment && {
      ...event,
      kind: 'task-near',
      facts: { task: name, institution, dueAt: dueAt.toISOString(), moment: moment.toISOString() },
    }
  );
};

const passing = (
  service: Service,
  record: CaseRecord,
  { name }: { readonly name: string },
  context: ClockContext,
): DeadlinePassed['facts'] => {
  const declared = service.deadlines.find((deadline) => deadline.name === name);
  const above = declared?.toAbove ? context.findInstitutionAbove(record.institution) : undefined;
  // What would start itself stops where there is nobody above to whom it could be news.
  const next = declared?.next === name && above === undefined ? undefined : declared?.next;
  const following = service.deadlines.find((deadline) => deadline.name === next);
  return {
    deadline: name,
    escalatedTo: declared?.escalate ?? [],
    ...(above !== undefined && { from: record.institution, institution: above }),
    ...(following && { started: startDeadline(following, context) }),
  };
};
