import type { Action, Service } from '../definition/service.ts';
import type { Candidate } from '../record/allowed-actions.ts';
import type { AccountActor, Actor } from '../record/events.ts';
import type { CaseRecord } from '../record/fold.ts';
import { isSameHand } from '../record/hands.ts';
import { findOpenTask, type RecordTask } from '../record/nouns/tasks.ts';
import { consentsFor } from './consent-sight.ts';
import type { Covers, Grant, Staff } from './grant.ts';
import type { Holder } from './holder.ts';
import { grantsOver, type Held, readingRoles } from './sight.ts';

/** As whom an account reads a record. */
export const readerOf = (staff: Staff, service: Service, record: Held, covers: Covers): Candidate => ({
  kind: 'account',
  account: staff.accountId,
  roles: readingRoles(staff, service, record, covers),
  ...consentsFor(staff, service, record, covers),
});

/** As whom an account acts on a record: where it lies, and for institutions that are asked something about it. */
export const candidateOf = (staff: Holder, service: Service, record: CaseRecord, covers: Covers): Candidate => {
  const rolesAt = (institution?: string) =>
    new Set(grantsOver(staff, service, record, covers, institution).map(({ role }) => role));
  return {
    kind: 'account',
    account: staff.accountId,
    roles: rolesAt(),
    rolesAt,
    handsFor: (action) => grantsFor(staff, service, record, action, covers).map((grant) => handsOf(staff, grant)),
  };
};

export const handsOf = ({ accountId }: Pick<Staff, 'accountId'>, grant: Pick<Grant, 'for'>): readonly string[] =>
  grant.for === undefined ? [accountId] : [accountId, grant.for];

/**
 * The grants that entitle an account to an action, its own before those of others for whom it stands in. A task is answered
 * for the institution that it was given to, everything else for the one in whose basket the record is.
 */
const grantsFor = (
  staff: Holder,
  service: Service,
  record: CaseRecord,
  { by, answers }: Pick<Action, 'by' | 'answers'>,
  covers: Covers,
): readonly Grant[] => {
  const task = answers === undefined ? undefined : findOpenTask(record, answers);
  const over = grantsOver(staff, service, record, covers, task?.institution);
  const entitling = by.flatMap((role) => over.filter((grant) => grant.role === role));
  const own = entitling.filter((grant) => grant.for === undefined);
  return own.length > 0 ? own : entitling;
};

/** The actor that the trail names: the account, with the first of its grants that entitles it, and for whom it stands in. */
export const actorFor = (
  staff: Holder,
  service: Service,
  record: CaseRecord,
  action: Action | undefined,
  covers: Covers,
): Actor => {
  const grants = action ? grantsFor(staff, service, record, action, covers) : [];
  const others = record.done.filter((done) => action?.otherThan.includes(done.action));
  const grant =
    grants.find((each) => !others.some(({ actor }) => isSameHand(handsOf(staff, each), actor))) ?? grants[0];
  return asActor(staff, grant ?? { role: '', institution: '', services: null });
};

/** An account as the trail names it when it works under one of its grants. */
export const asActor = (
  { accountId, key }: Pick<Staff, 'accountId' | 'key'>,
  { role, institution, for: whose }: Grant,
): AccountActor => ({
  kind: 'account',
  account: accountId,
  role,
  institution,
  ...(whose !== undefined && { for: whose }),
  ...(key && { key: true as const }),
});

/** Whether an account may answer a task by its role at the institution that is asked, as far as grants tell. */
export const mayAnswerTask = (
  staff: Staff,
  service: Service,
  record: Held,
  task: Pick<RecordTask, 'name' | 'institution'>,
  covers: Covers,
): boolean => {
  const by = service.actions.get(task.name)?.by ?? [];
  return grantsOver(staff, service, record, covers, task.institution).some(({ role }) => by.includes(role));
};
