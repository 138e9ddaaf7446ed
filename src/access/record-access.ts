import type { Service } from '../definition/service.ts';
import type { Candidate } from '../record/allowed-actions.ts';
import type { Actor } from '../record/events.ts';
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

/** Every role that the declaration gives something to do: to enter, to act, to be called upon. */
export const workingRoles = (service: Service): ReadonlySet<string> =>
  new Set([
    ...[...service.actions.values()].flatMap(({ by }) => by),
    ...service.deadlines.flatMap(({ escalate }) => escalate),
    ...service.enteredBy.roles,
  ]);

/** Whether an account may read a record: it works on such records, or oversees the service. */
export const maySeeRecord = (staff: Staff, service: Service, institution: string, covers: Covers): boolean => {
  const working = workingRoles(service);
  return (
    [...rolesOver(staff, service, institution, covers)].some((role) => working.has(role)) ||
    overseesService(staff, service)
  );
};

export const overseesService = (staff: Staff, service: Service): boolean =>
  staff.grants.some(
    ({ role, services }) => service.oversight.includes(role) && (services === null || services.includes(service.id)),
  );

/** As whom an account reads a record: its roles over it, and those that oversee the service wherever they are held. */
export const readerOf = (staff: Staff, service: Service, institution: string, covers: Covers): Candidate => {
  const overseeing = staff.grants.flatMap(({ role, services }) =>
    service.oversight.includes(role) && (services === null || services.includes(service.id)) ? [role] : [],
  );
  return {
    kind: 'account',
    account: staff.accountId,
    roles: new Set([...rolesOver(staff, service, institution, covers), ...overseeing]),
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
