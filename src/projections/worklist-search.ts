import type { ServiceVersion } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { rowsOfIds } from './map-queries.ts';
import { searchFound, searchNewest } from './search-queries.ts';
import { narrowedWords, type WantedWords } from './search-query.ts';
import type { WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';
import type { Count } from './worklist-passing.ts';
import { filterValues, scopeValues, type WorklistFilter } from './worklist.ts';

export interface SearchResult {
  readonly rows: readonly WorklistRow[];
  /** How many are found in all. */
  readonly count: Count;
  /** There are more, numbered below this. */
  readonly below: number | undefined;
}

interface WantedRecords {
  readonly words: WantedWords;
  readonly filter?: WorklistFilter | undefined;
  readonly now: Date;
  readonly limit: number;
  readonly below?: number | undefined;
  /** However long it takes to count. */
  readonly exactly?: boolean | undefined;
}

// Of words that are more common, the newest records are looked at, which hold a page of them soon.
const mostCounted = 3_000;
const newestLookedAt = 200;
const everything = 2_147_483_647;

/** Finds records by their words, newest first, among all that the account sees. */
export const searchRecords = async (
  database: Queryable,
  scope: WorklistScope,
  versions: readonly ServiceVersion[],
  { words, filter = {}, now, limit, below = Number.MAX_SAFE_INTEGER, exactly = false }: WantedRecords,
): Promise<SearchResult> => {
  const values = (most: number) => [
    ...scopeValues(scope),
    ...filterValues(filter, now),
    narrowedWords(words, scope, versions),
    most,
    below,
    limit + 1,
    JSON.stringify(scope.readers),
    words,
  ];
  const most = exactly ? everything : mostCounted + 1;
  const [found] = await database.run(searchFound, values(most));
  if (found && found.hits < most) {
    const rows = await rowsOf(database, scope, found.ids?.slice(0, limit));
    const isMore = (found.ids?.length ?? 0) > limit;
    return { rows, count: { exactly: found.count }, below: isMore ? rows.at(-1)?.id : undefined };
  }
  const [newest] = await database.run(searchNewest, values(newestLookedAt));
  const rows = await rowsOf(database, scope, newest?.ids?.slice(0, limit));
  const isMore = (newest?.ids?.length ?? 0) > limit;
  return {
    rows,
    count: { moreThan: newest?.count ?? 0 },
    below: isMore ? rows.at(-1)?.id : newest?.hits === newestLookedAt ? (newest.last ?? undefined) : undefined,
  };
};

const rowsOf = async (
  database: Queryable,
  scope: WorklistScope,
  ids: readonly number[] | undefined,
): Promise<readonly WorklistRow[]> =>
  ids === undefined || ids.length === 0 ? [] : database.run(rowsOfIds, [...scopeValues(scope), ids]);
