import type { WorklistRow } from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';

/** Of many baskets each gives few rows of a page: so many, or some times its share. */
const fewOfEach = 6;
const shares = 3;

/** Reads few rows of each basket, and more only of those of which there may be more among the first. */
export const fromBaskets = async (
  { baskets }: WorklistScope,
  most: number,
  read: (few: number, whole: readonly string[]) => Promise<WorklistRow[]>,
): Promise<WorklistRow[]> => {
  const seen = baskets.reduce((sum, { institutions }) => sum + institutions.length, 0);
  const few = Math.max(fewOfEach, Math.ceil((shares * most) / seen));
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
