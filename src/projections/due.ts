import type { Covers, Grant } from '../access/grant.ts';
import { type Scope, scopeParameter } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { countDue, countDueByDay, type DueRow, listDue } from './due-queries.ts';

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

export interface DueWanted {
  readonly scope: Scope;
  readonly circle: Circle;
  readonly from: Date | '-infinity';
  readonly until: Date;
}

const valuesOf = ({ scope, circle, from, until }: DueWanted): unknown[] => [
  scopeParameter(scope),
  circle === 'me' ? scope.account : null,
  from,
  until,
];

/** How much is due on each day, by its date in the zone. */
export const countByDay = async (
  database: Queryable,
  wanted: DueWanted,
  timeZone: string,
): Promise<ReadonlyMap<string, { readonly count: number; readonly escalated: number }>> => {
  const rows = await database.run(countDueByDay, [...valuesOf(wanted), timeZone]);
  return new Map(rows.map(({ day, count, escalated }) => [day, { count, escalated }]));
};

export const countDueIn = async (database: Queryable, wanted: DueWanted): Promise<number> =>
  (await database.run(countDue, valuesOf(wanted)))[0]?.count ?? 0;

/** What is due in that time, in the order of work. */
export const listDueIn = (
  database: Queryable,
  wanted: DueWanted,
  { offset = 0, limit }: { readonly offset?: number; readonly limit: number },
): Promise<readonly DueRow[]> => database.run(listDue, [...valuesOf(wanted), offset, limit]);
