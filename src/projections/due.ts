import type { Covers, Grant } from '../access/grant.ts';
import { type Scope, scopeParameter } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { countDue, type DueRow, listDue } from './due-queries.ts';

/** Whose calendar: what is in one's own charge or asked of one, of the own institution, with those below it, or all that one sees. */
export const circles = ['me', 'institution', 'below', 'all'] as const;
export type Circle = (typeof circles)[number];

/** The institutions of a circle; undefined: all of the scope. */
export const institutionsOf = (
  circle: Circle,
  grants: readonly Grant[],
  codes: readonly string[],
  covers: Covers,
): readonly string[] | undefined => {
  const own = [...new Set(grants.map(({ institution }) => institution))];
  switch (circle) {
    case 'institution':
      return own;
    case 'below':
      return codes.filter((code) => own.some((holder) => covers(holder, code)));
    case 'me':
    case 'all':
      return undefined;
  }
};

const within = <Part extends { readonly institutions: readonly string[] }>(
  parts: readonly Part[],
  wanted: ReadonlySet<string>,
): readonly Part[] =>
  parts.flatMap((part) => {
    const institutions = part.institutions.filter((code) => wanted.has(code));
    return institutions.length > 0 ? [{ ...part, institutions }] : [];
  });

/** No more of a scope than what lies at these institutions. */
export const scopeWithin = (scope: Scope, institutions: readonly string[] | undefined): Scope => {
  if (!institutions) return scope;
  const wanted = new Set(institutions);
  return { ...scope, baskets: within(scope.baskets, wanted), asked: within(scope.asked, wanted) };
};

/** What is asked for: of whom, and of which institutions. */
export interface DueWanted {
  readonly scope: Scope;
  readonly circle: Circle;
}

export interface Stretch {
  readonly from: Date | '-infinity';
  readonly until: Date;
}

/** Of more it is said that there are more: nobody reads them one by one, and a number costs reading them all. */
export const mostCounted = 10_000;

const whose = ({ scope, circle }: DueWanted): unknown[] => [
  scopeParameter(scope),
  circle === 'me' ? scope.account : null,
];

/** How much is due in each stretch of time, exactly; one more than `mostCounted` where it is more. */
export const countDueIn = async (
  database: Queryable,
  wanted: DueWanted,
  stretches: readonly Stretch[],
): Promise<readonly number[]> => {
  const [from, until] = [stretches.map((one) => one.from), stretches.map((one) => one.until)];
  const rows = await database.run(countDue, [...whose(wanted), from, until, mostCounted + 1]);
  return rows.map(({ count }) => count);
};

/** What is due in that time, in the order of work. */
export const listDueIn = (
  database: Queryable,
  wanted: DueWanted,
  { from, until }: Stretch,
  { offset = 0, limit }: { readonly offset?: number; readonly limit: number },
): Promise<readonly DueRow[]> => database.run(listDue, [...whose(wanted), from, until, offset, limit]);
