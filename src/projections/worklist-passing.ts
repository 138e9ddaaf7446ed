import type { Queryable } from '../base/database.ts';
import {
  countAllAmong,
  countAllMatching,
  countOpenAmong,
  countOpenMatching,
  countWaitingAmong,
  countWaitingMatching,
} from './worklist-count-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';
import { filterValues, scopeValues, type WorklistFilter } from './worklist.ts';

const passing = {
  open: { all: countOpenMatching, among: countOpenAmong },
  waiting: { all: countWaitingMatching, among: countWaitingAmong },
  all: { all: countAllMatching, among: countAllAmong },
} as const;

/** How many there are, exactly; or more than so many. */
export type Count = { readonly exactly: number } | { readonly moreThan: number };

/** How many records of a list pass a filter; exactly, where they are not too many or `exactly` is asked. */
export const countPassing = async (
  database: Queryable,
  scope: WorklistScope,
  view: keyof typeof passing,
  { filter = {}, now, exactly = false }: { filter?: WorklistFilter; now: Date; exactly?: boolean },
): Promise<Count> => {
  const { among, some } = filter;
  const ids = among ?? (exactly ? undefined : some);
  const values = [...scopeValues(scope), ...filterValues(filter, now)];
  const statement = passing[view];
  const [row] = await (ids ? database.run(statement.among, [...values, ids]) : database.run(statement.all, values));
  const count = row?.matching ?? 0;
  return ids && ids === some ? { moreThan: count } : { exactly: count };
};
