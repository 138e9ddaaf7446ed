import { scopeParameter, type ServiceVersion } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { namePattern } from '../base/name-pattern.ts';
import { sensitiveNames } from '../record/field-access.ts';
import { lastRecordId, searchAll, searchOpen, type WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';

/** What the applicant's answers must say: this number, or these words somewhere in the name. */
export type WantedApplicant =
  /** With the keyed hash of the number, by which it is found where it is sensitive. */
  { readonly phone: string; readonly lookup: string } | { readonly words: string };

export interface SearchResult {
  readonly rows: readonly WorklistRow[];
  /** Records numbered below this one were not looked at; undefined when all were. */
  readonly searchedFrom: number | undefined;
}

// Applicants' answers have no index, which every submission would pay for: a search reads this many of the newest records
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
  const who = JSON.stringify(
    versions.map(({ versionId, service }) => ({
      version: versionId,
      name: service.namedBy,
      phone: service.applicant.phone,
      ...('lookup' in wanted &&
        sensitiveNames(service).has(service.applicant.phone ?? '') && { lookup: wanted.lookup }),
    })),
  );
  const pattern = 'words' in wanted ? namePattern(wanted.words) : null;
  if (pattern === undefined) return { rows: [], searchedFrom: undefined };
  const values = [
    scopeParameter(scope),
    JSON.stringify(scope.duties),
    scope.account,
    who,
    'phone' in wanted ? wanted.phone : null,
    pattern,
    mostRows,
  ];
  const top = below ?? ((await database.run(lastRecordId))[0]?.last ?? 0) + 1;
  const floor = Math.max(0, top - window);
  const [recent, open] = await Promise.all([
    database.run(searchAll, [...values, floor, top]),
    below === undefined ? database.run(searchOpen, values) : [],
  ]);
  const seen = new Set(recent.map(({ id }) => id));
  return { rows: [...recent, ...open.filter(({ id }) => !seen.has(id))], searchedFrom: floor > 0 ? floor : undefined };
};
