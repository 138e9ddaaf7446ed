import { isEnd } from '../definition/nouns/states.ts';
import { type Action, getState, type Service } from '../definition/service.ts';
import { findRefusal } from './allowed-actions.ts';
import type { Erasure } from './events.ts';
import type { CaseRecord } from './fold.ts';
import { openTasks } from './nouns/tasks.ts';

/** The same day of the month so many months later, or the last day of that month where it has none such; in UTC. */
export const addMonths = (instant: Date, months: number): Date => {
  const later = new Date(instant);
  const day = later.getUTCDate();
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(day, last));
  return later;
};

/** When what a record says of a person is to be erased, if nothing happens any more; undefined while it is not over, or when it was. */
export const erasureDue = (service: Service, record: CaseRecord): Date | undefined =>
  record.erased === undefined && isEnd(getState(service, record.state).meaning)
    ? addMonths(record.updatedAt, service.keepMonths)
    : undefined;

/**
 * Whether something still runs, so that nothing is erased: a time limit, a question to another institution, or a right of the
 * applicant that lasts for a time, such as to contest.
 */
export const isRunning = (service: Service, record: CaseRecord, now: Date): boolean =>
  record.deadline !== undefined ||
  openTasks(record).length > 0 ||
  [...service.actions.values()].some(
    (action) =>
      lastsForATime(action) &&
      action.by.includes('applicant') &&
      findRefusal(service, record, action, { kind: 'applicant' }, now) === undefined,
  );

// A right that hangs on nothing but answers would keep a record for ever.
const lastsForATime = ({ when }: Action): boolean => when !== undefined && /\b(now|today)\(\)/.test(when.holds.source);

/** The erasure of a record whose time is over; undefined: not yet, or something runs. */
export const erasureByRule = (service: Service, record: CaseRecord, now: Date): Erasure | undefined => {
  const due = erasureDue(service, record);
  if (!due || due > now || isRunning(service, record, now)) return undefined;
  return {
    kind: 'erased',
    at: now,
    actor: { kind: 'system' },
    facts: { erased: { rule: 'kept-long-enough', months: service.keepMonths } },
  };
};
