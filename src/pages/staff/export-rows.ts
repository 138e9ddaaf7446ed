import { hasRole, type Staff } from '../../access/grant.ts';
import { overseeing, seesBasket } from '../../access/sight.ts';
import type { Reading } from '../../access/readings.ts';
import { Problem } from '../../base/problem.ts';
import type { Service } from '../../definition/service.ts';
import type { WorklistRow } from '../../projections/worklist-queries.ts';
import { listAnyState } from '../../projections/worklist.ts';
import { type Desk, getVersion, type Work } from './desk.ts';
import { chosenService, filterOf, seenRows } from './worklist-data.ts';
import { searchRows } from './worklist-find.ts';
import type { WorklistQuery } from './worklist-query.ts';

export interface ExportedRows {
  readonly work: Work;
  readonly rows: readonly WorklistRow[];
}

const atOnce = 2_000;
const givenAtOnce = 250;
/** What was read longer ago than this is read again before it is given, with the rights and consents of then. */
const freshMilliseconds = 1_000;

/**
 * All records of a list, the newest first, some at a time, with no more of each than the account may see at that moment.
 * Nothing is read far ahead: whoever takes the file slowly gets what is true when it is taken. With the session or the right
 * it ends. That each record is read is written before it is given.
 */
export async function* readList(
  desk: Desk,
  query: WorklistQuery,
  staffNow: () => Promise<Staff | undefined>,
): AsyncGenerator<ExportedRows> {
  let below: number | undefined;
  for (;;) {
    const staff = await staffNow();
    if (!staff) throw new Problem('sign-in-required');
    const work = await desk.workOf(staff);
    const page = await readPage(desk, work, query, below);
    const readAt = performance.now();
    const rows = seenRows(desk, work, page.rows);
    let last = below;
    let isStale = false;
    for (let at = 0; at < rows.length; at += givenAtOnce) {
      isStale = performance.now() - readAt > freshMilliseconds;
      if (isStale) break;
      const given = rows.slice(at, at + givenAtOnce);
      await desk.parts.readings.noteAll(given.map((row) => readingOf(desk, work, row)));
      yield { work, rows: given };
      last = given.at(-1)?.id;
    }
    if (isStale) below = last;
    else if (page.below === undefined) return;
    else below = page.below;
  }
}

export const readPage = async (desk: Desk, work: Work, query: WorklistQuery, below: number | undefined) => {
  const { service, scope } = chosenService(desk, work, query);
  const filter = await filterOf(desk, work, query, service);
  if (query.q !== '') {
    const from = { ...query, after: below === undefined ? '' : String(below) };
    const found = await searchRows(desk, { ...work, scope }, from, filter, atOnce);
    return { rows: found.rows, below: found.after === undefined ? undefined : Number(found.after) };
  }
  const { now } = desk.parts.world();
  const page = await listAnyState(desk.parts.database, scope, { filter, now, limit: atOnce, below });
  return { rows: page.rows.filter((row) => isInView(query, service, row)), below: page.below };
};

const isInView = (
  { view }: WorklistQuery,
  service: Service | undefined,
  { open, deadline, escalated, state }: WorklistRow,
): boolean => {
  if (view === 'all') return true;
  if (view === 'waiting') return !open && (deadline !== null || escalated);
  return open || (service?.kind === 'register' && service.states.get(state)?.meaning === 'open');
};

/** As what it is read, as far as the row tells. */
const readingOf = ({ parts: { covers, world } }: Desk, work: Work, row: WorklistRow): Reading => {
  const { staff } = work;
  const service = getVersion(work, row.versionId);
  const [overseer] = overseeing(staff, service, row);
  const purpose =
    row.task !== null ? 'task' : seesBasket(staff, service, row, covers) && !overseer ? 'handling' : 'oversight';
  const grant =
    (purpose === 'oversight' ? overseer : undefined) ??
    staff.grants.find(({ institution }) => covers(institution, row.institution)) ??
    staff.grants.find((each) => hasRole({ ...staff, grants: [each] }, [...service.roles.keys()]));
  return {
    recordId: row.id,
    at: world().now,
    account: staff.accountId,
    role: grant?.role ?? '',
    institution: grant?.institution ?? '',
    purpose,
    way: 'export',
  };
};
