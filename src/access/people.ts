import type { Database } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { recordAccountEvent } from './account-events.ts';
import type { Client } from './client.ts';
import { administratorRole } from './administration.ts';
import {
  administersFor,
  type DelegationParts,
  grantFaults,
  type GrantFault,
  isAdministrator,
  mayEndGrant,
  type WantedGrant,
} from './delegation.ts';
import type { Staff } from './grant.ts';
import { listHeldGrants } from './grant-queries.ts';
import type { StaffSessions } from './staff-sessions.ts';
import { endGrant, grantRole } from './grants.ts';
import {
  endDeputy,
  findGrantToEnd,
  findPerson,
  insertDeputy,
  listColleagues,
  listPeople,
  type PersonRow,
  withdrawInvitationsOf,
} from './people-queries.ts';

/** Giving and taking rights, and standing in for each other: what pages and API call. Everything is checked here. */
export interface PeopleParts extends DelegationParts {
  readonly database: Database;
  readonly institutions: () => readonly string[];
  readonly now: () => Date;
}

/** What PostgreSQL says when the last administrator of an institution that answers to nobody would go. */
export const lastAdministrator = 'DW001';

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** The institutions that somebody administers, for whatever services. */
export const administered = (parts: PeopleParts, staff: Staff): readonly string[] =>
  isAdministrator(staff)
    ? parts.institutions().filter((code) => parts.services().some(({ id }) => administersFor(parts, staff, code, [id])))
    : [];

export interface PeoplePage {
  readonly people: readonly PersonRow[];
  readonly hasMore: boolean;
}

/** The people that somebody administers, by name, each with the grants that are his or hers to administer. */
export const findPeople = async (
  parts: PeopleParts,
  staff: Staff,
  wanted: {
    readonly pattern: string | undefined;
    readonly offset: number;
    readonly limit: number;
    /** Those whose account is closed, in place of all others. */
    readonly closed?: boolean;
  },
): Promise<PeoplePage> => {
  const institutions = administered(parts, staff);
  if (institutions.length === 0) return { people: [], hasMore: false };
  const whole = staff.grants.some((grant) => administersBy(grant) && grant.services === null);
  const services = whole
    ? null
    : [...new Set(staff.grants.filter(administersBy).flatMap(({ services: own }) => own ?? []))];
  const { pattern, offset, limit, closed = false } = wanted;
  // Who has no rights left is nobody's but theirs who administer everything.
  const all = parts.administersAll(staff);
  const values = [institutions, services, pattern ?? null, offset, limit + 1, closed, all];
  const found = await parts.database.run(listPeople, values);
  return {
    people: found.slice(0, limit).flatMap((person) => {
      const grants = person.grants.filter((grant) => mayEndGrant(parts, staff, grant));
      return grants.length > 0 || all ? [{ ...person, grants }] : [];
    }),
    hasMore: found.length > limit,
  };
};

const administersBy = ({ role, for: whose }: Staff['grants'][number]): boolean =>
  role === 'administrator' && whose === undefined;

export interface AdministeredPerson extends PersonRow {
  /** Whether these are all the grants that the person has. */
  readonly isWhole: boolean;
}

/** Somebody with the grants that are the reader's to administer; where there are none, nobody is there. */
export const getPerson = async (parts: PeopleParts, staff: Staff, accountId: string): Promise<AdministeredPerson> => {
  const [person] = isId(accountId) ? await parts.database.run(findPerson, [accountId]) : [];
  const grants = person?.grants.filter((grant) => mayEndGrant(parts, staff, grant)) ?? [];
  const isOrphan = person?.grants.length === 0 && parts.administersAll(staff);
  if (!person || (grants.length === 0 && !isOrphan)) throw new Problem('not-found');
  return { ...person, grants, isWhole: grants.length === person.grants.length };
};

/** Gives a grant, or says what keeps it from being given. */
export const give = async (
  parts: PeopleParts,
  staff: Staff,
  wanted: WantedGrant,
): Promise<{ readonly faults: readonly GrantFault[] }> => {
  const faults = grantFaults(parts, staff, wanted, parts.now());
  if (faults.length > 0) return { faults };
  const { accountId, role, institution, services, validFrom, validUntil } = wanted;
  await grantRole(parts.database, {
    accountId,
    role,
    institution,
    services,
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil }),
    grantedBy: staff.accountId,
  });
  return { faults: [] };
};

/** Whether somebody may give all of this to a person who has no account yet, by the rights that he or she holds now. */
export const mayStillGive = async (
  parts: PeopleParts,
  giver: string,
  grants: readonly (Pick<WantedGrant, 'role' | 'institution' | 'services'> & { readonly until?: string })[],
): Promise<boolean> => {
  const [held] = await parts.database.run(listHeldGrants, [[giver]]);
  const staff = { accountId: giver, grants: held?.grants ?? [] };
  return grants.every(({ role, institution, services, until }) => {
    const wanted = { accountId: '', role, institution, services, ...(until && { validUntil: new Date(until) }) };
    // What was to last until yesterday is given to nobody; that takes nothing from the rest.
    return grantFaults(parts, staff, wanted, parts.now()).every((fault) => fault === 'already-over');
  });
};

/** Takes a grant back that somebody of the reader's people has. Refuses by a Problem; one that is gone is as if taken now. */
export const takeBack = async (parts: PeopleParts, staff: Staff, accountId: string, grantId: string): Promise<void> => {
  const [grant] = isId(grantId) ? await parts.database.run(findGrantToEnd, [grantId]) : [];
  if (!grant || grant.account !== accountId || !mayEndGrant(parts, staff, grant)) throw new Problem('not-found');
  try {
    await parts.database.transaction(async (transaction) => {
      await endGrant(transaction, grantId, staff.accountId);
      // An invitation is a grant that is still to come: it goes with the right of who promised it.
      if (grant.role === administratorRole) await transaction.run(withdrawInvitationsOf, [accountId, staff.accountId]);
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === lastAdministrator) throw new Problem('last-administrator');
    throw error;
  }
};

/**
 * Ends all open sessions of one of the reader's people, as when a phone was stolen: the person signs in again, and reads in the
 * own history that an administrator did it. Says how many there were.
 */
export const endSessionsOf = async (
  parts: PeopleParts & { readonly sessions: Pick<StaffSessions, 'endOthers'> },
  staff: Staff,
  accountId: string,
  client: Client,
): Promise<number> => {
  const { id } = await getPerson(parts, staff, accountId);
  const sessions = await parts.sessions.endOthers(id, id === staff.accountId ? staff.sessionId : undefined);
  await recordAccountEvent(parts.database, {
    accountId: id,
    kind: 'session-ended',
    by: staff.accountId,
    sessionId: staff.sessionId,
    client,
    details: { sessions },
  });
  return sessions;
};

/** Who may stand in for somebody: people at the institutions of the own grants, above and below them. */
export const colleaguesOf = (parts: PeopleParts, staff: Staff) =>
  colleaguesAt(
    parts,
    ownGrants(staff).map(({ institution }) => institution),
    staff.accountId,
  );

/** Who else works at these institutions, above and below them. */
export const colleaguesAt = (parts: PeopleParts, institutions: readonly string[], accountId: string) => {
  const near = parts
    .institutions()
    .filter((code) => institutions.some((own) => parts.covers(own, code) || parts.covers(code, own)));
  return near.length === 0 ? Promise.resolve([]) : parts.database.run(listColleagues, [near, accountId]);
};

/** What can be passed on to a deputy: what is one's own, and no administration. */
export const ownGrants = ({ grants }: Staff) =>
  grants.filter((grant) => grant.for === undefined && grant.role !== 'administrator');

const longestDeputising = 366 * 86_400_000;
export type DeputyFault = 'nothing-to-pass-on' | 'no-colleague' | 'already-over' | 'too-long';

/** Names a deputy, or says what keeps one from being named. Who is a deputy passes nothing of that on. */
export const deputise = async (
  parts: PeopleParts,
  staff: Staff,
  wanted: { readonly deputy: string; readonly from: Date; readonly until: Date },
): Promise<DeputyFault | undefined> => {
  const { deputy, from, until } = wanted;
  if (ownGrants(staff).length === 0) return 'nothing-to-pass-on';
  if (!(await colleaguesOf(parts, staff)).some(({ id }) => id === deputy)) return 'no-colleague';
  if (until <= from || until <= parts.now()) return 'already-over';
  if (+until - +from > longestDeputising) return 'too-long';
  await parts.database.run(insertDeputy, [staff.accountId, deputy, from, until]);
  return undefined;
};

/** Ends a deputising of one's own, or of one of the people that one administers. */
export const endDeputising = async (
  parts: PeopleParts,
  staff: Staff,
  id: string,
  account: string = staff.accountId,
): Promise<void> => {
  if (account !== staff.accountId) await getPerson(parts, staff, account);
  const ended = isId(id) ? await parts.database.run(endDeputy, [id, staff.accountId, account]) : [];
  if (ended.length === 0) throw new Problem('not-found');
};
