import type { Locale } from '../base/texts.ts';
import type { Reach } from '../definition/nouns/visible.ts';

/** A role at an institution. `services` null means all of them. */
export interface Grant {
  readonly role: string;
  readonly institution: string;
  readonly services: readonly string[] | null;
  /** When it ends by itself, in milliseconds as of Date.now; left out: not. */
  readonly until?: number;
  /** The account whose grant it is, where this one is its deputy. */
  readonly for?: string;
}

/** What was shown beside the password. */
export type SecondFactor = 'totp' | 'recovery-code' | 'passkey' | 'provider';

/** A signed-in civil servant and what he or she may do right now. */
export interface Staff {
  readonly accountId: string;
  readonly sessionId: string;
  readonly email: string;
  /** A proper name, to be shown as it is: not a message to format. */
  readonly name: Readonly<Record<Locale, string>>;
  readonly locale: Locale;
  /** Made to show the program, with a password that everybody may know: to be marked on every page. */
  readonly demonstration: boolean;
  readonly grants: readonly Grant[];
  /** What was shown beside the password in this session. */
  readonly secondFactor?: SecondFactor | null;
  /** When the person last showed who it is. */
  readonly provedAt?: Date;
  /** It is no person but an institution's own system, and `accountId` the id of its key. */
  readonly key?: { readonly id: string; readonly name: string };
}

/** What somebody wants to do: as what, for which institution's record, under which service. */
export interface Need {
  readonly role: string;
  readonly institution: string;
  readonly service: string;
}

/**
 * Whether one institution answers for another: itself or one of its subtree; with the reach `territory` also one whose place
 * lies in its own.
 */
export type Covers = (holder: string, institution: string, reach?: Reach) => boolean;

/** The grant under which the need is met, so that the trail can name it; undefined when there is none. */
export const findGrant = (staff: Staff, need: Need, covers: Covers): Grant | undefined =>
  staff.grants.find(
    ({ role, institution, services }) =>
      role === need.role &&
      (services === null || services.includes(need.service)) &&
      covers(institution, need.institution),
  );

export const mayActAs = (staff: Staff, need: Need, covers: Covers): boolean =>
  findGrant(staff, need, covers) !== undefined;

/** Whether the account holds one of these roles anywhere: enough to open a page, never to see a record. */
export const hasRole = (staff: Staff, roles: readonly string[]): boolean =>
  staff.grants.some(({ role }) => roles.includes(role));

/** The first moment at which one of the grants ends by itself; undefined: none does. */
export const firstEnd = (grants: readonly Grant[]): number | undefined => {
  const ends = grants.flatMap(({ until }) => until ?? []);
  return ends.length > 0 ? Math.min(...ends) : undefined;
};
