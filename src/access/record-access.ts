import type { Service } from '../definition/service.ts';
import type { Candidate } from '../record/allowed-actions.ts';
import type { Actor } from '../record/events.ts';
import type { CaseRecord } from '../record/fold.ts';
import { openTasks, type RecordTask } from '../record/nouns/tasks.ts';
import { type Covers, findGrant, type Staff } from './grant.ts';

/** The roles that an account holds over a record of this service in this institution's basket. */
export const rolesOver = (staff: Staff, service: Service, institution: string, covers: Covers): ReadonlySet<string> =>
  new Set(
    staff.grants
      .filter(
        (grant) =>
          (grant.services === null || grant.services.includes(service.id)) && covers(grant.institution, institution),
      )
      .map(({ role }) => role),
  );

/** Every role that the declaration gives something to do: to enter, to act, to answer a task, to be called upon. */
export const workingRoles = (service: Service): ReadonlySet<string> =>
  new Set([
    ...basketRoles(service),
    ...[...service.actions.values()].flatMap(({ by }) => by),
    ...[...service.tasks.values()].flatMap(({ escalate }) => escalate),
  ]);

/** The roles that work on what lies in a basket. Who answers tasks only sees no more than the records of open ones. */
const basketRoles = (service: Service): ReadonlySet<string> =>
  new Set([
    ...[...service.actions.values()].flatMap(({ by, answers }) => (answers === undefined ? by : [])),
    ...service.deadlines.flatMap(({ escalate }) => escalate),
    ...service.enteredBy.roles,
  ]);

/** Whether an account may read the records in a basket: it works on such records there, or oversees the service. */
export const maySeeRecord = (staff: Staff, service: Service, institution: string, covers: Covers): boolean => {
  const working = basketRoles(service);
  return (
    [...rolesOver(staff, service, institution, covers)].some((role) => working.has(role)) ||
    overseesService(staff, service)
  );
};

type Asked = Pick<RecordTask, 'name' | 'institution'>;

const holdsOver = (
  staff: Staff,
  service: Service,
  { institution }: Asked,
  covers: Covers,
  wanted: readonly string[] | undefined = [],
): boolean => {
  const roles = rolesOver(staff, service, institution, covers);
  return wanted.some((role) => roles.has(role));
};

/** Whether an account may answer a task by its role at the institution that is asked, as far as grants tell. */
export const mayAnswerTask = (staff: Staff, service: Service, task: Asked, covers: Covers): boolean =>
  holdsOver(staff, service, task, covers, service.actions.get(task.name)?.by);

/**
 * Whether an account may read a record since its institution is asked to do this task with it, while it is open: it answers
 * the task, or is called upon when that is late.
 */
export const maySeeTask = (staff: Staff, service: Service, task: Asked, covers: Covers): boolean =>
  mayAnswerTask(staff, service, task, covers) ||
  holdsOver(staff, service, task, covers, service.tasks.get(task.name)?.escalate);

/** Whether an account may read a record as it stands: by the basket that it is in, or by an open task. */
export const maySee = (staff: Staff, service: Service, record: Held, covers: Covers): boolean =>
  maySeeRecord(staff, service, record.institution, covers) ||
  openTasks(record).some((task) => maySeeTask(staff, service, task, covers));

/** Rows of lists do not tell of tasks: then the answers that only who answers them may see stay hidden. */
type Held = Pick<CaseRecord, 'institution'> & Partial<Pick<CaseRecord, 'tasks'>>;

export const overseesService = (staff: Staff, service: Service): boolean =>
  staff.grants.some(
    ({ role, services }) => service.oversight.includes(role) && (services === null || services.includes(service.id)),
  );

/** As whom an account reads a record: its roles over it, and those that oversee the service wherever they are held. */
export const readerOf = (staff: Staff, service: Service, record: Held, covers: Covers): Candidate => {
  const institutions = [record.institution, ...openTasks(record).map(({ institution }) => institution)];
  const overseeing = staff.grants.flatMap(({ role, services }) =>
    service.oversight.includes(role) && (services === null || services.includes(service.id)) ? [role] : [],
  );
  return {
    kind: 'account',
    account: staff.accountId,
    roles: new Set([
      ...institutions.flatMap((institution) => [...rolesOver(staff, service, institution, covers)]),
      ...overseeing,
    ]),
  };
};

/** The actor that the trail names: the account, with the first of its grants that entitles it to act as one of `roles`. */
export const actorFor = (
  staff: Staff,
  service: Service,
  institution: string,
  roles: readonly string[],
  covers: Covers,
): Actor => {
  for (const role of roles) {
    const grant = findGrant(staff, { role, institution, service: service.id }, covers);
    if (grant) return { kind: 'account', account: staff.accountId, role, institution: grant.institution };
  }
  return { kind: 'account', account: staff.accountId, role: '', institution: '' };
};
