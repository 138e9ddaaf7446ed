import { scopeParameter } from '../access/scope.ts';
import type { Queryable, Statement } from '../base/database.ts';
import { countOpen, countWaiting, type OpenCountRow, type WaitingCountRow } from './worklist-count-queries.ts';
import { fromBaskets, fromVersions, isSoonerByService } from './worklist-baskets.ts';
import {
  anyStateAmong,
  anyStateBelow,
  lastRecordId,
  listedBelow,
  type ListedRow,
  openAfter,
  openAfterAmong,
  openBefore,
  openBeforeAmong,
  openOfVersionsAfter,
  openOfVersionsBefore,
  waitingAfter,
  waitingAfterAmong,
  type WorklistRow,
} from './worklist-queries.ts';
import type { WordReader, WorklistScope } from './worklist-scope.ts';

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
  /** All that pass are among these records; or so many are that `some` of them say how many there are at least. See `narrowing.ts`. */
  readonly among?: readonly number[] | undefined;
  readonly some?: readonly number[] | undefined;
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
  /** Matches this regular expression of the database's, whatever the case; and what was typed for it. */
  readonly pattern?: string;
  readonly typed?: string;
  /** Declarations by which the answer is for some readers only, and as whom the account reads it. */
  readonly closed?: readonly number[];
  readonly readers?: readonly Omit<WordReader, 'audience'>[];
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

/** More than that an answer is just so: this is compared for all at once. */
const isComposed = ({ is, closed }: AnswerCondition): boolean => is === undefined || closed !== undefined;

export const filterValues = (
  { states, overdue = false, escalated = false, mine = false, answers = [], holder }: WorklistFilter,
  now: Date,
): unknown[] => [
  states ?? null,
  now,
  overdue,
  escalated,
  mine,
  jsonOf(
    answers.filter(isComposed).map(({ is, ...one }) => (is === undefined ? one : { ...one, codes: [String(is)] })),
  ),
  jsonOf(Object.fromEntries(answers.filter((one) => !isComposed(one)).map(({ name, is }) => [name, is]))),
  holder ?? null,
];

/** Open records in the order of work. New ones never move what an `after` stands for. */
export const listOpen = (
  database: Queryable,
  scope: WorklistScope,
  { filter = {}, now, limit, after, before }: Wanted<WorkPlace>,
): Promise<WorklistPage> => {
  const from = after ?? before;
  const place = from
    ? [!from.escalated, !from.urgent, from.dueAt ?? 'infinity', from.id]
    : [false, false, '-infinity', 0];
  const values = [...scopeValues(scope), ...filterValues(filter, now), ...place];
  const { among } = filter;
  return pageOf(
    (most) => {
      const readAmong = (ids: readonly number[]) =>
        database.run(before ? openBeforeAmong : openAfterAmong, [...values, most, ids]);
      if (among) return readAmong(among);
      if (isSoonerByService(scope, filter))
        return fromVersions(
          scope,
          most,
          (versions, size) =>
            database.run(before ? openOfVersionsBefore : openOfVersionsAfter, [versions, ...place, size]),
          readAmong,
        );
      return fromBaskets(scope, most, (few, whole) =>
        database.run(before ? openBefore : openAfter, [...values, most, few, whole]),
      );
    },
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
): Promise<WorklistPage> => {
  const values = [...scopeValues(scope), ...filterValues(filter, now), after ?? 0];
  const { among } = filter;
  return pageOf(
    (most) =>
      among
        ? database.run(waitingAfterAmong, [...values, most, among])
        : fromBaskets(scope, most, (few, whole) => database.run(waitingAfter, [...values, most, few, whole])),
    limit,
    after,
    undefined,
  );
};

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
  if (wanted.filter?.among) return listAnyStateAmong(database, scope, { ...wanted, limit }, wanted.filter.among);
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

/** The same where those that pass are among some: the newest of them are looked at first. */
const listAnyStateAmong = async (
  database: Queryable,
  scope: WorklistScope,
  { filter = {}, now, limit, below = Number.MAX_SAFE_INTEGER }: WantedNewest,
  among: readonly number[],
): Promise<NewestRecords<WorklistRow>> => {
  const values = [...scopeValues(scope), ...filterValues(filter, now)];
  let left = among.filter((id) => id < below).toSorted((a, b) => b - a);
  const rows: WorklistRow[] = [];
  for (let top = below, size = firstLook * limit; rows.length <= limit; size *= firstLook) {
    const part = left.slice(0, size);
    left = left.slice(size);
    const floor = left.length > 0 ? (part.at(-1) ?? 0) : 0;
    // oxlint-disable-next-line no-await-in-loop -- more is read only where these are too few
    rows.push(...(await database.run(anyStateAmong, [...values, top, floor, limit + 1 - rows.length, part])));
    if (floor === 0) break;
    top = floor;
  }
  return { rows: rows.slice(0, limit), below: rows.length > limit ? rows[limit - 1]?.id : undefined };
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

/** Exact numbers of open records, by declaration and state; `matching` counts those that pass the filter, whatever was answered. */
export const countOpenRecords = (
  database: Queryable,
  scope: WorklistScope,
  now: Date,
  { answers: _answers, ...filter }: WorklistFilter = {},
): Promise<OpenCountRow[]> => database.run(countOpen, [...scopeValues(scope), ...filterValues(filter, now)]);

/** The same of those that wait for their applicants. */
export const countWaitingRecords = (database: Queryable, scope: WorklistScope): Promise<WaitingCountRow[]> =>
  database.run(countWaiting, [scopeParameter(scope)]);

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
