import { randomUUID } from 'node:crypto';
import type { Database } from '../../base/database.ts';
import { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/table/cell.ts';
import { openTable, type OpenTable, type TableLayout } from '../../base/table/read-table.ts';
import { TableFault } from '../../base/table/table-fault.ts';
import type { Service } from '../../definition/service.ts';
import { type DataKeys, keepNewKeys } from '../../events/data-keys.ts';
import type { AccountActor } from '../../record/events.ts';
import { mappingFaults, proposeMapping, rememberedOf } from './columns.ts';
import { findHeadingRow, headingsIn } from './find-headings.ts';
import { getImportKey, importOwner, receiveFile, sealWords, sourceOf, unsealWords } from './import-file.ts';
import {
  endImport,
  findImport,
  findMapping,
  type ImportRow,
  insertImport,
  insertWrongRows,
  keepHead,
  keepMapping,
  keepReceived,
  listWrongRows,
  type Mapping,
  type Repeats,
  startImport,
  sumOpenImports,
} from './import-queries.ts';

export interface ImportParts {
  readonly database: Database;
  readonly dataKeys: DataKeys;
}

/** The beginning of a file: what its columns are called, and its first rows. */
export interface Head {
  /** The number of the row with the headings. */
  readonly row: number;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[];
}

const rowsShown = 10;
/** Above the headings stand at most so many rows: a title, a date. */
const rowsAbove = 10;
const mostOpen = 10;
/** Wide enough for every form, and for what laboratories add. */
const mostColumns = 500;

/** Takes a file in; gives its number when all of it is kept. What cannot be read as a table is a TableFault, and gone. */
export const takeFile = async (
  { database, dataKeys }: ImportParts,
  file: {
    readonly service: Service;
    readonly actor: AccountActor;
    readonly locale: string;
    readonly fileName: string;
    readonly stream: AsyncIterable<Buffer>;
    /** False where the stream was cut since it was too long. */
    readonly isWhole: () => boolean;
  },
): Promise<ImportRow> => {
  const { service, actor, locale, fileName, stream } = file;
  const [open] = await database.run(sumOpenImports, [actor.account]);
  if ((open?.count ?? 0) >= mostOpen) throw new Problem('too-many-requests', { retryAfter: 60 });
  const id = randomUUID();
  const [made] = await dataKeys.make([importOwner(id)]);
  if (!made) throw new Error('no key was made');
  await database.transaction(async (transaction) => {
    const { account, role, institution } = actor;
    await transaction.run(insertImport, [
      id,
      service.id,
      account,
      role,
      institution,
      actor.for ?? null,
      actor.key === true,
      locale,
      fileName
        .slice(0, 200)
        .toWellFormed()
        .replaceAll(/\p{Cc}/gu, ''),
    ]);
    await keepNewKeys(transaction, [made]);
  });
  try {
    const { digest, size, encoding } = await receiveFile(database, id, made.key, stream);
    if (!file.isWhole()) throw new Problem('too-large');
    await database.run(keepReceived, [id, digest, size, encoding]);
    return await lookInto({ database, dataKeys }, service, await getRow(database, id));
  } catch (error) {
    await database.run(endImport, [id, 'failed', JSON.stringify(faultOf(error))]);
    throw error;
  }
};

export const faultOf = (error: unknown): NonNullable<ImportRow['fault']> =>
  error instanceof TableFault
    ? { code: error.code, values: error.values as Readonly<Record<string, string | number>> }
    : { code: error instanceof Problem ? error.code : 'internal' };

const getRow = async (database: Database, id: string): Promise<ImportRow> => {
  const [row] = await database.run(findImport, [id]);
  if (!row) throw new Problem('not-found');
  return row;
};

/** Somebody's own import; nobody else's exists. */
export const getImport = async (database: Database, id: string, account: string): Promise<ImportRow> => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Problem('not-found');
  const row = await getRow(database, id);
  if (row.account !== account || row.status === 'receiving') throw new Problem('not-found');
  return row;
};

/** The file as a table, in the layout that was found or chosen. */
export const openImport = async (
  { database, dataKeys }: ImportParts,
  { id, size, encoding, layout }: ImportRow,
): Promise<OpenTable> => {
  const key = await getImportKey(dataKeys, database, id);
  return openTable(sourceOf(database, id, size, key), encoding ?? 'utf-8', layout ?? undefined);
};

/** Finds out how the file is read, or takes the word of its sender, and keeps its beginning. */
export const lookInto = async (
  parts: ImportParts,
  service: Service,
  row: ImportRow,
  layout?: TableLayout,
): Promise<ImportRow> => {
  const { database, dataKeys } = parts;
  const table = await openImport(parts, { ...row, layout: layout ?? row.layout });
  const head = await readHead(table, service);
  const key = await getImportKey(dataKeys, database, row.id);
  await database.run(keepHead, [
    row.id,
    JSON.stringify(table.layout),
    JSON.stringify(table.sheets),
    sealWords(key, row.id, 'head', head),
  ]);
  return getRow(database, row.id);
};

/** The headings stand in the row near the top that says most of what the service asks for; else in the first. */
const readHead = async (table: OpenTable, service: Service): Promise<Head> => {
  const top: Head['rows'][number][] = [];
  for await (const rows of table.rows()) {
    top.push(...rows.slice(0, rowsAbove + rowsShown - top.length));
    if (top.length >= rowsAbove + rowsShown) break;
  }
  const best = findHeadingRow(service, top.slice(0, rowsAbove))?.row ?? top[0];
  if (!best) throw new TableFault('empty');
  const below = top.filter(({ number }) => number > best.number);
  if (below.length === 0) throw new TableFault('empty');
  const headings = headingsIn(best.cells, mostColumns + 1);
  if (headings.length > mostColumns) throw new TableFault('too-many-columns', { row: best.number, max: mostColumns });
  return {
    row: best.number,
    headings,
    rows: below.slice(0, rowsShown).map(({ number, cells }) => ({
      number,
      cells: headings.map((_heading, index) => cells[index]),
    })),
  };
};

/** The beginning of a file that waits or is being read. */
export const findHead = async ({ database, dataKeys }: ImportParts, row: ImportRow): Promise<Head | undefined> => {
  if (!row.head) return undefined;
  const head = unsealWords<Head>(await getImportKey(dataKeys, database, row.id), row.id, 'head', row.head);
  // What is not there is null in JSON.
  return { ...head, rows: head.rows.map((each) => ({ ...each, cells: each.cells.map((cell) => cell ?? undefined) })) };
};

/** What each column means as far as is known: as it was said for this file, or the last time, or by its heading. */
export const mappingFor = async (
  { database }: ImportParts,
  service: Service,
  { account, mapping }: ImportRow,
  { headings }: Head,
): Promise<Mapping> => {
  if (mapping) return mapping;
  const [remembered] = await database.run(findMapping, [account, service.id]);
  return proposeMapping(service, headings, remembered?.mapping ?? {});
};

export interface Start {
  readonly mapping: Mapping;
  readonly repeats: Repeats;
  readonly locale: string;
}

/** Lets the rows be read from now on, and remembers what the columns mean. Started twice it is read once. */
export const beginImport = async (
  { database, dataKeys }: ImportParts,
  service: Service,
  row: ImportRow,
  { headings }: Head,
  { mapping, repeats, locale }: Start,
): Promise<void> => {
  const faults = mappingFaults(service, mapping);
  if (faults.missing.length + faults.twice.length + faults.unknown.length > 0) throw new Problem('invalid-data');
  const key = await getImportKey(dataKeys, database, row.id);
  const kept = sealWords(key, row.id, 'row 0', { cells: headings, errors: [] });
  await database.transaction(async (transaction) => {
    const [started] = await transaction.run(startImport, [row.id, JSON.stringify(mapping), repeats, locale]);
    if (!started) return;
    await transaction.run(keepMapping, [row.account, service.id, JSON.stringify(rememberedOf(headings, mapping))]);
    await transaction.run(insertWrongRows, [row.id, [0], [kept]]);
  });
};

/** What the columns were called; nothing where the file was not started, or too long ago. */
export const findHeadings = async ({ database, dataKeys }: ImportParts, id: string): Promise<readonly string[]> => {
  const [row] = await database.run(listWrongRows, [id, -1, 1]);
  if (row?.number !== 0) return [];
  const key = await getImportKey(dataKeys, database, id);
  return unsealWords<{ readonly cells: readonly string[] }>(key, id, 'row 0', row.content).cells;
};

export const cancelImport = async (database: Database, id: string): Promise<void> => {
  await database.run(endImport, [id, 'cancelled', null]);
};

/** A row that could not be taken, as it stood in the file. */
export interface WrongRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly errors: readonly {
    readonly path: string;
    readonly code: string;
    readonly message: Readonly<Record<string, string>>;
  }[];
}

const wrongAtOnce = 500;

/** The rows that were wrong, some at a time, in the order of the file. */
export async function* readWrongRows(
  { database, dataKeys }: ImportParts,
  id: string,
): AsyncGenerator<readonly WrongRow[]> {
  const key = await getImportKey(dataKeys, database, id);
  let after = 0;
  for (;;) {
    const rows = await database.run(listWrongRows, [id, after, wrongAtOnce]);
    if (rows.length === 0) return;
    yield rows.map(({ number, content }) => ({
      number,
      ...unsealWords<Pick<WrongRow, 'cells' | 'errors'>>(key, id, `row ${number}`, content),
    }));
    after = rows.at(-1)!.number;
  }
}
