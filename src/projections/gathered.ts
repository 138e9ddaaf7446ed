import { scopeParameter } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { countGathered, type GatheredGroup, type GatheredRow, listGathered } from './gathered-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';

/** What records are gathered under. */
export interface GatheredUnder {
  /** They name this record in an answer. */
  readonly target?: number | undefined;
  /** They say to be about it (`events/record-subjects.ts`). */
  readonly subject?: Buffer | undefined;
  /** This phone is their applicant's, as a keyed hash. */
  readonly contact?: Buffer | undefined;
  /** They lie in the basket of this institution, or it is asked something about them. */
  readonly basket?: string | undefined;
  /** The record from which one came: not among them. */
  readonly from?: number | undefined;
}

export interface GatheredCount {
  readonly versionId: number;
  readonly state: string;
  readonly count: number;
}

export interface Gathered {
  /** By declaration and state: exact, and of what may be seen only. */
  readonly counts: readonly GatheredCount[];
  readonly rows: readonly GatheredRow[];
  /** Go on below this number; undefined: that was all. */
  readonly below: number | undefined;
}

/**
 * Records that have something in common, newest first, as far as this account may see them and may read by which answer
 * they were found.
 * @param mayRead whether the reader reads an answer in which it stands of records of a group
 */
export const gather = async (
  database: Queryable,
  scope: WorklistScope,
  under: GatheredUnder,
  {
    mayRead,
    versions,
    below,
    limit,
  }: {
    readonly mayRead: (group: GatheredGroup) => boolean;
    /** Declarations of which rows are wanted; counts are of all. */
    readonly versions: (versionId: number) => boolean;
    readonly below: number | undefined;
    readonly limit: number;
  },
): Promise<Gathered> => {
  const values = [
    scopeParameter(scope),
    under.target ?? null,
    under.subject ?? null,
    under.contact ?? null,
    under.basket ?? null,
    under.from ?? null,
  ];
  const groups = await database.run(countGathered, values);
  const shown = groups.filter(mayRead);
  const unshown = groups.filter((group) => !shown.includes(group));
  const wanted = [...new Set(shown.map(({ versionId }) => versionId))].filter(versions);
  const rows =
    limit === 0 || wanted.length === 0
      ? []
      : await database.run(listGathered, [
          ...values,
          wanted,
          JSON.stringify(unshown),
          below ?? Number.MAX_SAFE_INTEGER,
          limit + 1,
        ]);
  return {
    counts: summed(shown),
    rows: rows.slice(0, limit),
    below: rows.length > limit ? rows[limit - 1]?.id : undefined,
  };
};

const summed = (groups: readonly (GatheredGroup & { readonly count: number })[]): readonly GatheredCount[] =>
  [...Map.groupBy(groups, ({ versionId, state }) => `${versionId} ${state}`).values()].flatMap((same) =>
    same.slice(0, 1).map(({ versionId, state }) => ({
      versionId,
      state,
      count: same.reduce((sum, { count }) => sum + count, 0),
    })),
  );
