import { scopeParameter, type ServiceVersion } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { namePattern } from '../base/name-pattern.ts';
import { lastRecordId, searchAll, searchContact, searchOpen, type WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';

/** What is known of the applicant: the telephone number, by its keyed hash, or these words somewhere in the name. */
export type WantedApplicant = { readonly contact: Buffer } | { readonly words: string };

export interface SearchResult {
  readonly rows: readonly WorklistRow[];
  /** Records numbered below this one were not looked at; undefined when all were. */
  readonly searchedFrom: number | undefined;
}

// Applicants' names have no index, which every submission would pay for: a search reads this many of the newest records
// at a time, and all open ones.
const window = 100_000;
const mostRows = 100;

/** Finds records of an applicant, newest first. `below` goes on where an earlier search stopped. */
export const searchApplicants = async (
  database: Queryable,
  scope: WorklistScope,
  versions: readonly ServiceVersion[],
  wanted: WantedApplicant,
  below?: number,
): Promise<SearchResult> => {
  const values = [scopeParameter(scope), JSON.stringify(scope.duties), scope.account];
  if ('contact' in wanted) {
    const rows = await database.run(searchContact, [
      ...values,
      wanted.contact,
      below ?? Number.MAX_SAFE_INTEGER,
      mostRows,
    ]);
    return { rows, searchedFrom: rows.length === mostRows ? rows.at(-1)?.id : undefined };
  }
  const pattern = namePattern(wanted.words);
  if (pattern === undefined) return { rows: [], searchedFrom: undefined };
  const who = JSON.stringify(versions.map(({ versionId, service }) => ({ version: versionId, name: service.namedBy })));
  const named = [...values, who, pattern, mostRows];
  const top = below ?? ((await database.run(lastRecordId))[0]?.last ?? 0) + 1;
  const floor = Math.max(0, top - window);
  const [recent, open] = await Promise.all([
    database.run(searchAll, [...named, floor, top]),
    below === undefined ? database.run(searchOpen, named) : [],
  ]);
  const seen = new Set(recent.map(({ id }) => id));
  return { rows: [...recent, ...open.filter(({ id }) => !seen.has(id))], searchedFrom: floor > 0 ? floor : undefined };
};
