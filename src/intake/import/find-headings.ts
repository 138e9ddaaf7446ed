import { type Cell, cellText, isBlank, type TableRow } from '../../base/table/cell.ts';
import { type Asking, proposeMapping } from './columns.ts';

const mostLookedAt = 500;

/** What stands in a row, as headings are compared; at most so many, since nobody asks more. */
export const headingsIn = (cells: readonly Cell[], most = mostLookedAt): readonly string[] => {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return Array.from({ length: Math.min(last + 1, most) }, (_none, index) => cellText(cells[index]).trim());
};

/** The row that says most of what is asked; undefined where none says anything of it. */
export const findHeadingRow = <Row extends TableRow>(
  asking: Asking,
  rows: readonly Row[],
): { readonly row: Row; readonly score: number } | undefined => {
  let best: { readonly row: Row; readonly score: number } | undefined;
  for (const row of rows) {
    const score = proposeMapping(asking, headingsIn(row.cells), {}).filter((name) => name !== null).length;
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best;
};
