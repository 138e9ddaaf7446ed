import type { Service } from '../definition/service.ts';
import type { Channel } from '../record/events.ts';
import type { CaseRecord } from '../record/fold.ts';
import { openTasks, type RecordTask } from '../record/nouns/tasks.ts';
import type { Covers, Grant, Staff } from './grant.ts';

/**
 * Who sees which records: the rule itself, for one record that is at hand. `scope.ts` puts the same rule into the shape in
 * which SQL joins it, and a test compares both with a third telling of it on thousands of random worlds.
 *
 * A grant shows a record of a service when it is for that service, when its role sees records in that state that came in by
 * that way (`visible`), and when one of three things holds:
 *   - its role works on what lies in baskets, and its institution covers the one in whose basket the record lies;
 *   - its role oversees the service;
 *   - its role answers an open task of the record, or is called upon when that is late, and covers the institution asked.
 */
export type Held = Pick<CaseRecord, 'institution' | 'state' | 'channel'> &
  Partial<Pick<CaseRecord, 'tasks' | 'answers'>>;

/** Every role that the declaration gives something to do: to enter, to act, to answer a task, to be called upon. */
export const workingRoles = (service: Service): ReadonlySet<string> =>
  new Set([...basketRoles(service), ...[...service.tasks.keys()].flatMap((name) => [...taskRoles(service, name)])]);

/** The roles that work on what lies in a basket. Who answers tasks only sees no more than the records of open ones. */
export const basketRoles = (service: Service): ReadonlySet<string> =>
  new Set([
    ...[...service.actions.values()].flatMap(({ by, answers }) => (answers === undefined ? by : [])),
    ...service.deadlines.flatMap(({ escalate }) => escalate),
    ...service.enteredBy.roles,
  ]);

/** The roles that answer a task, and those that are called upon when it is late. */
export const taskRoles = (service: Service, task: string): ReadonlySet<string> =>
  new Set([...(service.actions.get(task)?.by ?? []), ...(service.tasks.get(task)?.escalate ?? [])]);

/** Which records of a service a role sees at all, wherever they lie; undefined: all. */
export interface Lens {
  readonly states?: readonly string[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
}

export const isSeenThrough = (lens: Lens | undefined, { state, channel }: Pick<Held, 'state' | 'channel'>): boolean =>
  (lens?.states?.includes(state) ?? true) && (lens?.channels?.includes(channel) ?? true);

const isFor = ({ services }: Pick<Grant, 'services'>, { id }: Service): boolean =>
  services === null || services.includes(id);

/** Whether a grant reaches every institution: the declaration says so of its role, and it is held at the owner of the service. */
export const reachesEverywhere = (
  { role, institution }: Pick<Grant, 'role' | 'institution'>,
  service: Service,
): boolean => institution === service.owner && service.visible.get(role)?.reach === 'everywhere';

/** Whether a grant reaches an institution for this service: its subtree, and further where the declaration says so. */
export const reaches = (grant: Grant, service: Service, institution: string, covers: Covers): boolean =>
  isFor(grant, service) &&
  (reachesEverywhere(grant, service) || covers(grant.institution, institution, service.visible.get(grant.role)?.reach));

/** The grants of an account over a record where it lies, or over an institution that is asked something about it. */
export const grantsOver = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: Pick<Held, 'institution' | 'state' | 'channel'>,
  covers: Covers,
  institution = record.institution,
): readonly Grant[] =>
  staff.grants.filter(
    (grant) => reaches(grant, service, institution, covers) && isSeenThrough(service.visible.get(grant.role), record),
  );

/** The grants by which an account oversees a service, as far as this record is concerned. */
export const overseeing = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: Pick<Held, 'state' | 'channel'>,
): readonly Grant[] =>
  staff.grants.filter(
    (grant) =>
      service.oversight.includes(grant.role) &&
      isFor(grant, service) &&
      isSeenThrough(service.visible.get(grant.role), record),
  );

/** Whether an account may read a record by the basket that it lies in, or since it oversees the service. */
export const seesBasket = (staff: Pick<Staff, 'grants'>, service: Service, record: Held, covers: Covers): boolean => {
  const working = basketRoles(service);
  return (
    grantsOver(staff, service, record, covers).some(({ role }) => working.has(role)) ||
    overseeing(staff, service, record).length > 0
  );
};

/** The roles by which an account has to do with a task of a record, while it is open. */
const rolesInTask = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: Held,
  { name, institution }: Pick<RecordTask, 'name' | 'institution'>,
  covers: Covers,
): readonly string[] => {
  const roles = taskRoles(service, name);
  return grantsOver(staff, service, record, covers, institution).flatMap(({ role }) => (roles.has(role) ? [role] : []));
};

export const seesTask = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: Held,
  task: Pick<RecordTask, 'name' | 'institution'>,
  covers: Covers,
): boolean => rolesInTask(staff, service, record, task, covers).length > 0;

/** Whether an account may read a record as it stands. */
export const maySee = (staff: Pick<Staff, 'grants'>, service: Service, record: Held, covers: Covers): boolean =>
  seesBasket(staff, service, record, covers) ||
  openTasks(record).some((task) => seesTask(staff, service, record, task, covers));

/** As what an account reads a record: its roles over it, those in open tasks, and those that oversee the service. */
export const readingRoles = (
  staff: Pick<Staff, 'grants'>,
  service: Service,
  record: Held,
  covers: Covers,
): ReadonlySet<string> =>
  new Set([
    ...grantsOver(staff, service, record, covers).map(({ role }) => role),
    ...openTasks(record).flatMap((task) => rolesInTask(staff, service, record, task, covers)),
    ...overseeing(staff, service, record).map(({ role }) => role),
  ]);
