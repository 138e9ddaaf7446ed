import type { WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';
import type { WorklistFilter } from './worklist.ts';

const seenIn = ({ baskets }: WorklistScope): number =>
  baskets.reduce((sum, { institutions }) => sum + institutions.length, 0);

/** Each gives few of very many records: they are sooner found in the order of their declarations. */
const manyBaskets = 4;

export const isSoonerByService = (scope: WorklistScope, { some, mine = false, holder }: WorklistFilter): boolean =>
  some !== undefined && !mine && holder === undefined && seenIn(scope) > manyBaskets;

/** Of many baskets each gives few rows of a page: so many, or some times its share. */
const fewOfEach = 6;
const shares = 3;

/** Reads few rows of each basket, and more only of those of which there may be more among the first. */
export const fromBaskets = async (
  scope: WorklistScope,
  most: number,
  read: (few: number, whole: readonly string[]) => Promise<WorklistRow[]>,
): Promise<WorklistRow[]> => {
  const few = Math.max(fewOfEach, Math.ceil((shares * most) / seenIn(scope)));
  if (few >= most) return read(most, []);
  let whole: readonly string[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- what is read next follows from it
    const rows = await read(few, whole);
    const full = [...Map.groupBy(rows, ({ institution }) => institution)].flatMap(([institution, of]) =>
      of.length >= few && !whole.includes(institution) ? [institution] : [],
    );
    if (full.length === 0) return rows;
    if (whole.length > 0) return read(most, []);
    whole = full;
  }
};

const firstOfVersions = 400;
const moreOfVersions = 8;

/**
 * Reads the first open records of the declarations that are seen, in the order of work, and takes those of them that are found;
 * more where these are too few.
 */
export const fromVersions = async (
  { baskets, lenses }: WorklistScope,
  most: number,
  list: (versions: readonly number[], size: number) => Promise<readonly { readonly id: number }[]>,
  read: (among: readonly number[]) => Promise<WorklistRow[]>,
): Promise<WorklistRow[]> => {
  const versions = [
    ...new Set([...baskets.flatMap((basket) => basket.versions), ...lenses.map(({ version }) => version)]),
  ];
  for (let size = firstOfVersions; ; size *= moreOfVersions) {
    // oxlint-disable-next-line no-await-in-loop -- more is read only where these are too few
    const listed = await list(versions, size);
    // oxlint-disable-next-line no-await-in-loop -- more is read only where these are too few
    const rows = await read(listed.map(({ id }) => id));
    // What is seen by its task may stand behind records that were not listed yet.
    if (listed.length < size || rows.filter(({ task }) => task === null).length === most) return rows;
  }
};
