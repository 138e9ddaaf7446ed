import type { Covers, Staff } from './grant.ts';

/** A role of the platform itself: who holds it at an institution administers that institution and all below it. */
export const administratorRole = 'administrator';

export interface AdministrationParts {
  readonly covers: Covers;
  readonly country: { readonly operator: string | undefined };
  readonly territory: {
    readonly findInstitution: (code: string) => { readonly code: string } | undefined;
    readonly institutionAncestors: (code: string) => readonly { readonly code: string }[];
  };
}

/** A grant for some services only says nothing about the institution as such. */
const postsOf = (staff: Pick<Staff, 'grants'>): readonly string[] =>
  staff.grants
    .filter(({ role, services }) => role === administratorRole && services === null)
    .map(({ institution }) => institution);

/**
 * Whether the account administers the whole installation: it is an administrator at the institution that runs it, or above.
 * Where none is chosen, any institution that answers to no other counts.
 */
export const administersAll = (
  { covers, country: { operator }, territory }: AdministrationParts,
  staff: Pick<Staff, 'grants'>,
): boolean =>
  postsOf(staff).some((post) =>
    operator !== undefined && territory.findInstitution(operator)
      ? covers(post, operator)
      : territory.findInstitution(post) !== undefined && territory.institutionAncestors(post).length === 0,
  );

/** Whether it administers this institution. */
export const administers = (parts: AdministrationParts, staff: Pick<Staff, 'grants'>, institution: string): boolean =>
  administersAll(parts, staff) || postsOf(staff).some((post) => parts.covers(post, institution));
