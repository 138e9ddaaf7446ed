import { type Scope, scopeParameter } from '../access/scope.ts';
import type { Queryable } from '../base/database.ts';
import { type BoardRow, countBoard, listBoard } from './task-board-queries.ts';
import { lastRecordId } from './worklist-queries.ts';

export interface BoardQuery {
  readonly versions: readonly number[];
  readonly task: string | undefined;
  /** A record whose tasks are meant. */
  readonly record: number | undefined;
  /** An institution that was asked. */
  readonly asked: string | undefined;
  /** Of each column, rows after so many. */
  readonly after: number;
  readonly limit: number;
  readonly now: Date;
}

export interface BoardColumn {
  /** `overdue`, `mine`, `open`, or `=` and how it was answered. */
  readonly name: string;
  readonly total: number;
  readonly rows: readonly BoardRow[];
}

/** Of what was answered, the tasks of so many of the newest records are looked at. */
export const boardWindow = 100_000;

/** Tasks that an account sees, side by side by how they stand; columns in which nothing stands are left out. */
export const readBoard = async (
  database: Queryable,
  scope: Scope,
  { versions, task, record, asked, after, limit, now }: BoardQuery,
): Promise<readonly BoardColumn[]> => {
  const newest = (await database.run(lastRecordId))[0]?.last ?? 0;
  const rows = await database.run(listBoard, [
    scopeParameter(scope),
    now,
    versions,
    task ?? null,
    record ?? null,
    Math.max(0, newest - boardWindow),
    asked ?? null,
    after,
    limit,
  ]);
  return [...Map.groupBy(rows, ({ column }) => column)].map(([name, of]) => ({
    name,
    total: of[0]?.total ?? 0,
    rows: of,
  }));
};

export const countOpenTasks = (database: Queryable, scope: Scope, versions: readonly number[]) =>
  database.run(countBoard, [scopeParameter(scope), versions]);
