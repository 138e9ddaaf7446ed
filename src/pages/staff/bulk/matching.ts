import { mostRecords, type Picked } from '../../../access/bulk/bulk-runs.ts';
import type { Staff } from '../../../access/grant.ts';
import type { Desk } from '../desk.ts';
import { readPage } from '../export-rows.ts';
import { referenceOfRow } from '../worklist-data.ts';
import type { WorklistQuery } from '../worklist-query.ts';

/** All records of a list, as its file would hold them; one more than may be acted on at once tells that there are too many. */
export const listMatching = async (desk: Desk, staff: Staff, query: WorklistQuery): Promise<readonly Picked[]> => {
  const work = await desk.workOf(staff);
  const picked: Picked[] = [];
  let below: number | undefined;
  do {
    const page = await readPage(desk, work, query, below);
    picked.push(...page.rows.map((row) => ({ id: row.id, reference: referenceOfRow(work, row) })));
    ({ below } = page);
  } while (below !== undefined && picked.length <= mostRecords);
  return picked;
};
