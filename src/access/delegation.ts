import type { Service } from '../definition/service.ts';
import { administratorRole } from './administration.ts';
import type { Covers, Grant, Staff } from './grant.ts';

/** Whose rights are looked at. */
export type Giver = Pick<Staff, 'accountId' | 'grants'>;

/**
 * Who may give whom which rights. An administrator of an institution gives, within what he or she has: roles at it and at all
 * that answer to it, for the services of the own grant, not longer than that holds, and never to himself or herself. Roles that
 * reach beyond the institution where they are held (oversight, emergencies) are given only by who administers the owner of
 * each service in which they do.
 */
export interface DelegationParts {
  readonly covers: Covers;
  /** Every service that is or was on offer. */
  readonly services: () => readonly Service[];
  readonly findInstitution: (code: string) => { readonly retired?: boolean | undefined } | undefined;
  /** Roles of the platform itself that may be given besides those of services. */
  readonly platformRoles: readonly string[];
  /** Whether the account administers the whole installation. */
  readonly administersAll: (staff: Giver) => boolean;
}

export interface WantedGrant {
  readonly accountId: string;
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
  readonly validFrom?: Date | undefined;
  readonly validUntil?: Date | undefined;
}

/** Why a grant is not given: codes that pages have words for. */
export type GrantFault =
  | 'to-oneself'
  | 'unknown-role'
  | 'unknown-institution'
  | 'outside-institution'
  | 'outside-services'
  | 'unknown-service'
  | 'longer-than-own'
  | 'reaches-further'
  | 'already-over';

/** The grants by which an account administers; what it holds for others whom it stands in for never counts. */
const ownAdministration = ({ grants }: Giver): readonly Grant[] =>
  grants.filter((grant) => grant.role === administratorRole && grant.for === undefined);

export const isAdministrator = (staff: Giver): boolean => ownAdministration(staff).length > 0;

/** Whether somebody administers an institution for these services (null: for all of them). */
export const administersFor = (
  { covers, administersAll }: DelegationParts,
  staff: Giver,
  institution: string,
  services: readonly string[] | null,
): boolean =>
  ownAdministration(staff).some(
    (own) =>
      (covers(own.institution, institution) || (own.services === null && administersAll(staff))) &&
      (own.services === null || (services !== null && services.every((id) => own.services?.includes(id)))),
  );

/** Whether an account may end a grant, or see it among those of its people: it lies within what it administers. */
export const mayEndGrant = (
  parts: DelegationParts,
  staff: Giver,
  { institution, services }: Pick<WantedGrant, 'institution' | 'services'>,
): boolean => administersFor(parts, staff, institution, services);

/** The services for which a role at some institution lets see or open records that lie elsewhere. */
const reachingFurther = (parts: DelegationParts, { role, services }: Pick<WantedGrant, 'role' | 'services'>) =>
  parts
    .services()
    .filter(
      ({ id, oversight, breakGlass, visible, campaign }) =>
        (services === null || services.includes(id)) &&
        (oversight.includes(role) ||
          (breakGlass?.by.includes(role) ?? false) ||
          (campaign?.openedBy.includes(role) ?? false) ||
          visible.get(role)?.reach === 'territory'),
    );

/** What keeps `staff` from giving this; none: nothing. */
export const grantFaults = (
  parts: DelegationParts,
  staff: Giver,
  wanted: WantedGrant,
  now: Date,
): readonly GrantFault[] => {
  const { accountId, role, institution, services, validFrom, validUntil } = wanted;
  const faults: GrantFault[] = [];
  if (accountId === staff.accountId) faults.push('to-oneself');
  if (!grantableRoles(parts, staff).includes(role)) faults.push('unknown-role');
  const found = parts.findInstitution(institution);
  if (!found || found.retired) faults.push('unknown-institution');
  const known = new Set(parts.services().map(({ id }) => id));
  if (services?.some((id) => !known.has(id)) || services?.length === 0) faults.push('unknown-service');
  if ((validUntil && +validUntil <= +now) || (validFrom && validUntil && +validUntil <= +validFrom))
    faults.push('already-over');
  if (faults.length > 0) return faults;
  const over = ownAdministration(staff).filter(
    (own) => parts.covers(own.institution, institution) || (own.services === null && parts.administersAll(staff)),
  );
  if (over.length === 0) return ['outside-institution'];
  const serving = over.filter(
    (own) => own.services === null || (services !== null && services.every((id) => own.services?.includes(id))),
  );
  if (serving.length === 0) return ['outside-services'];
  const lasting = serving.filter(({ until }) => until === undefined || (validUntil && +validUntil <= until));
  if (lasting.length === 0) return ['longer-than-own'];
  const further = reachingFurther(parts, wanted);
  return further.every(({ id, owner }) => administersFor(parts, staff, owner, [id])) ? [] : ['reaches-further'];
};

/** The roles that an account may give at all: of the services for which it administers, and the platform's own. */
export const grantableRoles = (parts: DelegationParts, staff: Giver): readonly string[] => {
  const own = ownAdministration(staff);
  if (own.length === 0) return [];
  const isAll = own.some(({ services }) => services === null);
  const mine = parts.services().filter(({ id }) => isAll || own.some(({ services }) => services?.includes(id)));
  const ofServices = mine.flatMap((service) => [...service.roles.keys()]);
  // Who administers for some services only hands on administration for those.
  return [...new Set([...ofServices, ...(isAll ? parts.platformRoles : [administratorRole])])];
};
