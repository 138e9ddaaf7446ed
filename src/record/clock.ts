import type { Service } from '../definition/service.ts';
import type { DeadlineNear, DeadlinePassed } from './events.ts';
import type { CaseRecord } from './fold.ts';
import { type Clock, startDeadline } from './nouns/deadlines.ts';

/** What the clock needs to know besides the time: the institution that another answers to, if any. */
export interface ClockContext extends Clock {
  readonly findInstitutionAbove: (institution: string) => string | undefined;
}

/**
 * What has to happen to a record by itself at this moment, or undefined: a reminder whose time has come, or the end of its
 * deadline. Of several reminders that were missed there is one, of reminders and an end that were missed the end only.
 */
export const clockEvent = (
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
