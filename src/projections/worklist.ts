import { scopeParameter } from '../access/scope.ts';
import type { Queryable, Statement } from '../base/database.ts';
import {
  countOpen,
  countOpenMatching,
  countWaiting,
  countWaitingMatching,
  type OpenCountRow,
  type WaitingCountRow,
} from './worklist-count-queries.ts';
import {
  anyStateBelow,
  lastRecordId,
  listedBelow,
  type ListedRow,
  openAfter,
  openBefore,
  waitingAfter,
  type WorklistRow,
} from './worklist-queries.ts';
import type { WorklistScope } from './worklist-scope.ts';

/** Which of the visible records are wanted. Everything that is left out does not matter. */
export interface WorklistFilter {
  /** Names of states. */
  readonly states?: readonly string[] | undefined;
  /** The deadline has passed. */
  readonly overdue?: boolean | undefined;
  /** The deadline has passed, and others were called upon. */
  readonly escalated?: boolean | undefined;
  /** The account can act on it now. */
  readonly mine?: boolean | undefined;
  /** The account that is in charge; '' for records of which nobody is. */
  readonly holder?: string | undefined;
  /** All of these hold. */
  readonly answers?: readonly AnswerCondition[] | undefined;
}

/** What an answer has to be. A question that was not answered is never as wanted. */
export interface AnswerCondition {
  readonly name: string;
  /** Just this. */
  readonly is?: string | boolean;
  /** One of these, or has one of them, or lies in one of these places. */
  readonly codes?: readonly string[];
  readonly least?: number;
  readonly most?: number;
  /** Of days and instants, as they are kept: from this one on, and before that one. */
  readonly since?: string;
  readonly until?: string;
  /** Matches this regular expression of the database's, whatever the case. */
  readonly pattern?: string;
}

/** A place in the order of work: escalated first, then urgent, then by when a record is due, then by its age. */
export interface WorkPlace {
  readonly escalated: boolean;
  readonly urgent: boolean;
  readonly dueAt: Date | null;
  readonly id: number;
}

/** Part of a list, with what lies before and after it. */
export interface WorklistPage {
  readonly rows: readonly WorklistRow[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

interface Wanted<Place> {
  readonly filter?: WorklistFilter | undefined;
  readonly now: Date;
  readonly limit: number;
  /** Neither: from the beginning. */
  readonly after?: Place | undefined;
  readonly before?: Place | undefined;
}

export const scopeValues = (scope: WorklistScope): unknown[] => [
  scopeParameter(scope),
  JSON.stringify(scope.duties),
  scope.account,
];

const jsonOf = (values: object): string | null => (Object.keys(values).length > 0 ? JSON.stringify(values) : null);

export const filterValues = (
  { states, overdue = false, escalated = false, mine = false, answers = [], holder }: WorklistFilter,
  now: Date,
): unknown[] => [
  states ?? null,
  now,
  overdue,
  escalated,
  mine,
  jsonOf(answers.filter(({ is }) => is === undefined)),
  jsonOf(Object.fromEntries(answers.flatMap(({ name, is }) => (is === undefined ? [] : [[name, is]])))),
  holder ?? null,
];

/** Open records in the order of work. New ones never move what an `after` stands for. */
export const listOpen = (
  database: Queryable,
  scope: WorklistScope,
  { filter = {}, now, limit, after, before }: Wanted<WorkPlace>,
): Promise<WorklistPage> => {
  const values = [...scopeValues(scope), ...filterValues(filter, now)];
  const from = after ?? before;
  const place = from
    ? [!from.escalated, !from.urgent, from.dueAt ?? 'infinity', from.id]
    : [false, false, '-infinity', 0];
  return pageOf(
    (statementLimit) => database.run(before ? openBefore : openAfter, [...values, ...place, statementLimit]),
    limit,
    after,
    before,
  );
};

/** Records that wait for their applicants, the oldest first; places are their ids. */
export const listWaiting = (
  database: Queryable,
  scope: WorklistScope,
  { filter = {}, now, limit, after }: Omit<Wanted<number>, 'before'>,
): Promise<WorklistPage> =>
  pageOf(
    (statementLimit) =>
      database.run(waitingAfter, [...scopeValues(scope), ...filterValues(filter, now), after ?? 0, statementLimit]),
    limit,
    after,
    undefined,
  );

/** A part of all records, newest first. */
interface NewestRecords<Row> {
  readonly rows: readonly Row[];
  /** Go on with records numbered below this; undefined when all were looked at. */
  readonly below: number | undefined;
}

interface WantedNewest {
  readonly filter?: WorklistFilter | undefined;
  readonly now: Date;
  readonly limit: number;
  readonly below?: number | undefined;
}

// Records that are over have no index but their numbers, which every submission would pay for: so many are looked at at a time.
export const looked = 200_000;
/** Many see nearly all that came in last: a few times as many numbers as rows are looked at first, then more and more. */
const firstLook = 8;

/** Records in whatever state, newest first, from the newest or from `below` a number on. May find few among those it looks at. */
export const listAnyState = async (
  database: Queryable,
  scope: WorklistScope,
  { limit, ...wanted }: WantedNewest,
): Promise<NewestRecords<WorklistRow>> => {
  const top = await topOf(database, wanted.below);
  const rows: WorklistRow[] = [];
  let below: number | undefined = top;
  for (let span = firstLook * limit; below !== undefined && top - below < looked; span *= firstLook) {
    const left = limit + 1 - rows.length;
    const part: NewestRecords<WorklistRow> = await listAmong(database, scope, anyStateBelow, {
      ...wanted,
      limit: left,
      below,
      span: Math.min(span, looked - top + below),
    });
    rows.push(...part.rows);
    ({ below } = part);
    if (rows.length > limit) return { rows: rows.slice(0, limit), below: rows[limit - 1]?.id };
  }
  return { rows, below };
};

/** The same for a file, among `span` numbers only. */
export const listForFile = async (
  database: Queryable,
  scope: WorklistScope,
  wanted: WantedNewest & { readonly span: number },
): Promise<NewestRecords<ListedRow>> =>
  listAmong(database, scope, listedBelow, { ...wanted, below: await topOf(database, wanted.below) });

const topOf = async (database: Queryable, below: number | undefined): Promise<number> =>
  below ?? ((await database.run(lastRecordId))[0]?.last ?? 0) + 1;

const listAmong = async <Row extends ListedRow>(
  database: Queryable,
  scope: WorklistScope,
  recordsBelow: Statement<Row>,
  { filter = {}, now, limit, below, span }: WantedNewest & { readonly below: number; readonly span: number },
): Promise<NewestRecords<Row>> => {
  const floor = Math.max(0, below - span);
  const values = [...scopeValues(scope), ...filterValues(filter, now), below, floor, limit];
  const rows = await database.run(recordsBelow, values);
  return { rows, below: rows.length === limit ? rows.at(-1)?.id : floor > 0 ? floor : undefined };
};

/** One row more than asked tells whether there are more. What lies behind a place is what one came from. */
const pageOf = async (
  find: (limit: number) => Promise<WorklistRow[]>,
  limit: number,
  after: unknown,
  before: unknown,
): Promise<WorklistPage> => {
  const found = await find(limit + 1);
  const rows = found.slice(0, limit);
  const isMore = found.length > limit;
  return before === undefined
    ? { rows, hasBefore: after !== undefined, hasAfter: isMore }
    : { rows: rows.toReversed(), hasBefore: isMore, hasAfter: true };
};

/** Exact numbers of open records, by declaration and state; `matching` counts those that pass the filter. */
export const countOpenRecords = async (
  database: Queryable,
  scope: WorklistScope,
  now: Date,
  filter: WorklistFilter = {},
): Promise<OpenCountRow[]> => {
  const values = scopeValues(scope);
  const { answers = [], ...counted } = filter;
  const [rows, matching] = await Promise.all([
    database.run(countOpen, [...values, ...filterValues(counted, now)]),
    answers.length > 0 ? database.run(countOpenMatching, [...values, ...filterValues(filter, now)]) : undefined,
  ]);
  if (!matching) return rows;
  const found = new Map(matching.map((row) => [`${row.versionId} ${row.state}`, row.matching]));
  return rows.map((row) => ({ ...row, matching: found.get(`${row.versionId} ${row.state}`) ?? 0 }));
};

/** The same of those that wait for their applicants. */
export const countWaitingRecords = (database: Queryable, scope: WorklistScope): Promise<WaitingCountRow[]> =>
  database.run(countWaiting, [scopeParameter(scope)]);

/** How many of those that wait for their applicants pass a filter. */
export const countWaitingThatPass = async (
  database: Queryable,
  scope: WorklistScope,
  now: Date,
  filter: WorklistFilter,
): Promise<number> =>
  (await database.run(countWaitingMatching, [...scopeValues(scope), ...filterValues(filter, now)]))[0]?.matching ?? 0;

/** The record to look at next: the first after a place on which the account can act, or else the first of all. */
export const findNext = async (
  database: Queryable,
  scope: WorklistScope,
  filter: WorklistFilter,
  now: Date,
  from: WorkPlace | undefined,
): Promise<WorklistRow | undefined> => {
  const wanted = { filter: { ...filter, mine: true }, now, limit: 1 };
  const page = await listOpen(database, scope, { ...wanted, after: from });
  if (page.rows[0] || !from) return page.rows[0];
  const [first] = (await listOpen(database, scope, wanted)).rows;
  return first?.id === from.id ? undefined : first;
};
