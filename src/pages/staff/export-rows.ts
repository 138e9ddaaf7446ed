import { setImmediate as nextTurn } from 'node:timers/promises';
import { hasRole, type Staff } from '../../access/grant.ts';
import { overseeing, seesBasket } from '../../access/sight.ts';
import type { Reading } from '../../access/readings.ts';
import { Problem } from '../../base/problem.ts';
import type { Service } from '../../definition/service.ts';
import type { ListedRow } from '../../projections/worklist-queries.ts';
import { listForFile, looked } from '../../projections/worklist.ts';
import { type Desk, getVersion, type Work } from './desk.ts';
import { groupOf, seenRows } from './seen-rows.ts';
import { chosenService, filterOf } from './worklist-data.ts';
import { searchRows } from './worklist-find.ts';
import type { WorklistQuery } from './worklist-query.ts';

/** How many rows at most, among how many numbers. */
type Look = Pick<Parameters<typeof listForFile>[2], 'limit' | 'span'>;

interface Part {
  readonly work: Work;
  readonly rows: readonly ListedRow[];
  /** Where the next part begins; undefined: this is the last. */
  readonly below: number | undefined;
  readonly readAt: number;
  /** How many were found, before those of other views were left out. */
  readonly found: number;
}

/** Rows of a part. */
const atOnce = { least: 250, most: 2_000 } as const;
const madeAtOnce = 250;
/** Whoever takes a part within this gets a longer one, and the next is read meanwhile. */
const fastMilliseconds = 500;
/** What was read longer ago than this is read again before it is given, with the rights and consents of then. */
const freshMilliseconds = 1_000;

/**
 * All records of a list, the newest first, some at a time, with no more of each than the account may see at that moment.
 * Nothing is read far ahead: whoever takes the file slowly gets what is true when it is taken. With the session or the right
 * it ends. That each record is read is written before it is given; what is given of a part is made meanwhile.
 */
export async function* readList<Given>(
  desk: Desk,
  query: WorklistQuery,
  staffNow: () => Promise<Staff | undefined>,
  make: (row: ListedRow, work: Work) => Given,
): AsyncGenerator<readonly Given[]> {
  // Among so many numbers the rows of a part are looked for: more where few of them are seen.
  let span: number = atOnce.least;
  const read = (from: number | undefined, limit: number) => readPart(desk, query, staffNow, from, { limit, span });
  let below: number | undefined;
  let limit: number = atOnce.least;
  let next: Promise<Part> | undefined;
  do {
    let part = await (next ?? read(below, limit));
    if (performance.now() - part.readAt > freshMilliseconds) part = await read(below, atOnce.least);
    ({ below } = part);
    next = limit > atOnce.least && below !== undefined ? read(below, limit) : undefined;
    // Its error is that of its turn, if it comes.
    next?.catch(() => undefined);
    const noted = desk.parts.readings.noteAll(readingsOf(desk, part));
    // Its error is that of its turn.
    noted.catch(() => undefined);
    const given: Given[] = [];
    for (const [index, row] of part.rows.entries()) {
      // The database writes and reads while these are made, and others are served.
      if (index % madeAtOnce === 0) await nextTurn();
      given.push(make(row, part.work));
    }
    await noted;
    const givenAt = performance.now();
    if (given.length > 0) yield given;
    span = part.found < limit / 2 ? Math.min(2 * span, looked) : limit;
    limit = performance.now() - givenAt < fastMilliseconds ? Math.min(2 * limit, atOnce.most) : atOnce.least;
  } while (below !== undefined);
}

const readPart = async (
  desk: Desk,
  query: WorklistQuery,
  staffNow: () => Promise<Staff | undefined>,
  from: number | undefined,
  wanted: Look,
): Promise<Part> => {
  const staff = await staffNow();
  if (!staff) throw new Problem('sign-in-required');
  const work = await desk.workOf(staff);
  const { rows, below, found } = await readPage(desk, work, query, from, wanted);
  return { work, rows: seenRows(desk, work, rows), below, readAt: performance.now(), found };
};

/** The records of a list among the next numbers, and how many were `found` there before those of other views were left out. */
export const readPage = async (
  desk: Desk,
  work: Work,
  query: WorklistQuery,
  below: number | undefined,
  wanted: Look = { limit: atOnce.most, span: looked },
): Promise<{ readonly rows: readonly ListedRow[]; readonly below: number | undefined; readonly found: number }> => {
  const { service, scope } = chosenService(desk, work, query);
  const filter = await filterOf(desk, work, query, service);
  if (query.q !== '') {
    const from = { ...query, after: below === undefined ? '' : String(below) };
    const { rows, after, partly } = await searchRows(desk, { ...work, scope }, from, filter, wanted.limit);
    // Not all can be found yet: nobody takes a part for the whole.
    if (partly) throw new Problem('overloaded');
    return { rows, below: after === undefined ? undefined : Number(after), found: rows.length };
  }
  const { now } = desk.parts.world();
  const page = await listForFile(desk.parts.database, scope, { filter, now, below, ...wanted });
  return {
    rows: page.rows.filter((row) => isInView(query, service, row)),
    below: page.below,
    found: page.rows.length,
  };
};

const isInView = (
  { view }: WorklistQuery,
  service: Service | undefined,
  { open, deadline, escalated, state }: ListedRow,
): boolean => {
  if (view === 'all') return true;
  if (view === 'waiting') return !open && (deadline !== null || escalated);
  return open || (service?.kind === 'register' && service.states.get(state)?.meaning === 'open');
};

const readingsOf = (desk: Desk, { work, rows }: Part): readonly Reading[] => {
  const known = new Map<string, Omit<Reading, 'recordId'>>();
  return rows.map((row) => {
    const key = groupOf(row);
    const reading = known.get(key) ?? readingOf(desk, work, row);
    known.set(key, reading);
    return { ...reading, recordId: row.id };
  });
};

/** As what a row is read, as far as it tells. */
const readingOf = ({ parts: { covers, world } }: Desk, work: Work, row: ListedRow): Omit<Reading, 'recordId'> => {
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
    at: world().now,
    account: staff.accountId,
    role: grant?.role ?? '',
    institution: grant?.institution ?? '',
    purpose,
    way: 'export',
  };
};
