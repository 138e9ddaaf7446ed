import { Problem } from '../../../base/problem.ts';
import type { TaskDeclaration } from '../../../definition/nouns/tasks.ts';
import type { Service } from '../../../definition/service.ts';
import { type BoardColumn, countOpenTasks, readBoard } from '../../../projections/task-board.ts';
import { normaliseReference } from '../../record-access.ts';
import { textOf } from '../../http/inputs.ts';
import type { Desk, Work } from '../desk.ts';
import { getVersion } from '../desk.ts';

export const columnSize = 20;
const mostPages = 500;

/** What an address of the board asks for. */
export interface BoardAsked {
  /** `service.task`; '' for all. */
  readonly task: string;
  /** The institution that was asked; '' for all. */
  readonly asked: string;
  /** A reference; '' for all records. */
  readonly record: string;
  readonly page: number;
}

export const readAsked = (query: unknown): BoardAsked => {
  const page = /^[1-9]\d{0,2}$/.test(textOf(query, 'page')) ? Number(textOf(query, 'page')) : 1;
  return {
    task: textOf(query, 'task').slice(0, 200),
    asked: textOf(query, 'asked').slice(0, 200),
    record: textOf(query, 'record').slice(0, 60),
    page: Math.min(page, mostPages),
  };
};

export interface TaskKind {
  readonly key: string;
  readonly service: Service;
  readonly task: TaskDeclaration;
  readonly count: number;
}

export interface Board {
  readonly columns: readonly BoardColumn[];
  /** Kinds of tasks of which something is open, and institutions that are asked, with how many. */
  readonly kinds: readonly TaskKind[];
  readonly institutions: readonly { readonly code: string; readonly count: number }[];
  readonly chosen: TaskKind | undefined;
}

/** The tasks that an account sees, as an address asks for them. */
export const loadBoard = async (
  desk: Desk,
  work: Work,
  { task, asked, record, page }: BoardAsked,
  limit = columnSize,
): Promise<Board> => {
  const { parts } = desk;
  const [id = '', name] = task === '' ? [] : task.split('.');
  const withTasks = work.versions.filter(({ service }) => service.tasks.size > 0);
  const versions = withTasks.filter(({ service }) => id === '' || service.id === id);
  if (id !== '' && !versions.some(({ service }) => service.tasks.has(name ?? ''))) throw new Problem('not-found');
  const ids = (of: typeof withTasks) => of.map(({ versionId }) => versionId);
  const recordId = record === '' ? undefined : normaliseReference(parts, record).id;
  const [columns, counts] = await Promise.all([
    readBoard(parts.database, work.scope, {
      versions: ids(versions),
      task: name,
      record: recordId,
      asked: asked === '' ? undefined : asked,
      after: (page - 1) * limit,
      limit,
      now: parts.world().now,
    }),
    countOpenTasks(parts.database, work.scope, ids(withTasks)),
  ]);
  const kinds = new Map<string, TaskKind>();
  const institutions = new Map<string, number>();
  for (const each of counts) {
    const service = getVersion(work, each.versionId);
    const declared = service.tasks.get(each.task);
    if (!declared) continue;
    const key = `${service.id}.${each.task}`;
    kinds.set(key, { key, service, task: declared, count: (kinds.get(key)?.count ?? 0) + each.count });
    if (task === '' || key === task) institutions.set(each.asked, (institutions.get(each.asked) ?? 0) + each.count);
  }
  const declared = versions.findLast(({ service }) => service.tasks.has(name ?? ''));
  const chosen =
    task === '' || !declared
      ? undefined
      : (kinds.get(task) ?? {
          key: task,
          service: declared.service,
          task: declared.service.tasks.get(name ?? '') as TaskDeclaration,
          count: 0,
        });
  return {
    columns,
    kinds: [...kinds.values()].toSorted((a, b) => b.count - a.count),
    institutions: [...institutions].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count),
    chosen,
  };
};

const standing = ['overdue', 'mine', 'open'];

/** The columns in the order in which they are worked on; the three of what is open always, then each answer that was given. */
export const inOrder = (columns: readonly BoardColumn[]): readonly BoardColumn[] => [
  ...standing.map((name) => columns.find((column) => column.name === name) ?? { name, total: 0, rows: [] }),
  ...columns.filter(({ name }) => name.startsWith('=')).toSorted((a, b) => b.total - a.total),
];
