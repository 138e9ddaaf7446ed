import { createTurns } from '../../base/in-turn.ts';
import type { FieldError } from '../../base/problem.ts';
import type { ByteSource, TableRow } from '../../base/table/cell.ts';
import { findDelimiter, readCsvRows } from '../../base/table/csv-reader.ts';
import { createEncodingJudge } from '../../base/table/encoding.ts';
import { openTable } from '../../base/table/read-table.ts';
import { TableFault, type TableFaultCode } from '../../base/table/table-fault.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { Answers, Given } from '../../form/fields/field-type.ts';
import { validate } from '../../form/validate.ts';
import type { World } from '../../form/world.ts';
import { type Asking, askingRows, headingKey, mappingFaults, proposeMapping, targetsOf } from './columns.ts';
import { findHeadingRow, headingsIn } from './find-headings.ts';
import type { CellWorld } from './find-by-name.ts';
import type { Mapping } from './import-queries.ts';
import { lookUpNames, planOf, readRow, type RowReading } from './read-row.ts';

/**
 * A table that answers a question of rows: cells copied from a spreadsheet, or a file. Its columns are known by their
 * headings, or by their order where it has none.
 */
export const mostTableBytes = 5 * 1024 * 1024;
const mostUnpacked = 32 * 1024 * 1024;
const rowsAbove = 10;

/** Why nothing of a table is taken. */
export type FormTableFault =
  | { readonly code: TableFaultCode; readonly error: TableFault }
  | { readonly code: 'no-rows' | 'too-many-rows' }
  | { readonly code: 'needs-headings'; readonly columns: number; readonly all: readonly TableRow[] }
  | { readonly code: 'unknown-columns'; readonly headings: readonly string[]; readonly all: readonly TableRow[] };

export interface FormTable {
  readonly headings: readonly string[] | undefined;
  readonly mapping: Mapping;
  /** Headings of columns that answer nothing here. */
  readonly passedOver: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The columns in which a table without headings has to come: one for each question, where one can say all of it. */
export const columnsInOrder = (field: FieldOf<'rows'>): readonly string[] => {
  const targets = targetsOf(askingRows(field));
  return targets
    .filter(
      ({ field: asked, part }) =>
        part === undefined || !targets.some((other) => other.field === asked && other.part === undefined),
    )
    .map(({ name }) => name);
};

// Workbooks are unpacked and read one after the other, whoever sends them.
const inTurn = createTurns(1);

/** Reads what was pasted, or the bytes of a file; nothing is read past the rows that the question takes. */
export const readFormTable = (
  field: FieldOf<'rows'>,
  given: { readonly pasted: string } | { readonly file: Buffer },
): Promise<FormTable | FormTableFault> =>
  inTurn(async () => {
    try {
      const rows = await firstRows('pasted' in given ? pastedRows(given.pasted) : fileRows(given.file), field.max);
      return rows === undefined ? { code: 'too-many-rows' } : understand(field, rows);
    } catch (error) {
      if (error instanceof TableFault) return { code: error.code, error };
      throw error;
    }
  });

const sourceOf = (bytes: Buffer): ByteSource => ({
  size: bytes.length,
  // oxlint-disable-next-line require-await -- sources are read as streams
  stream: async function* (from, to) {
    yield bytes.subarray(from, to);
  },
  mostUnpacked,
});

async function* pastedRows(text: string): AsyncGenerator<readonly TableRow[]> {
  const source = sourceOf(Buffer.from(text.replace(/^\s*\n/, '')));
  // Spreadsheets put tabs between the cells that one copies, whatever signs stand in them.
  const isCopied = text.trim().split('\n', 1)[0]?.includes('\t');
  const delimiter = isCopied ? '\t' : await findDelimiter(source, 'utf-8');
  yield* readCsvRows(source, { encoding: 'utf-8', delimiter, isPasted: true });
}

async function* fileRows(bytes: Buffer): AsyncGenerator<readonly TableRow[]> {
  const judge = createEncodingJudge();
  judge.push(bytes);
  yield* (await openTable(sourceOf(bytes), judge.verdict())).rows();
}

/** Undefined: there are more than can be answered. */
const firstRows = async (
  batches: AsyncGenerator<readonly TableRow[]>,
  max: number,
): Promise<readonly TableRow[] | undefined> => {
  const rows: TableRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.filter(({ cells }) => headingsIn(cells).some((cell) => cell !== '')));
    if (rows.length > max + rowsAbove) return undefined;
  }
  return rows;
};

const understand = (field: FieldOf<'rows'>, rows: readonly TableRow[]): FormTable | FormTableFault => {
  const asking = askingRows(field);
  const heading = findHeadingRow(asking, rows.slice(0, rowsAbove));
  const below = heading ? rows.filter(({ number }) => number > heading.row.number) : rows;
  if (below.length === 0) return { code: 'no-rows' };
  if (below.length > field.max) return { code: 'too-many-rows' };
  if (!heading) {
    const columns = Math.max(...below.map(({ cells }) => headingsIn(cells).length));
    const order = columnsInOrder(field);
    return columns === 1 || columns === order.length
      ? { headings: undefined, mapping: order.slice(0, columns), passedOver: [], rows: below }
      : { code: 'needs-headings', columns, all: rows };
  }
  const headings = headingsIn(heading.row.cells);
  const mapping = proposeMapping(asking, headings, {});
  const passedOver = headings.filter((text, index) => text !== '' && mapping[index] === null && !isNumbering(text));
  // Which of the unknown columns answers what is missing, nobody guesses.
  return passedOver.length > 0 && mappingFaults(asking, mapping).missing.length > 0
    ? { code: 'unknown-columns', headings: passedOver, all: rows }
    : { headings, mapping, passedOver, rows: below };
};

/** Over a column that only numbers its lines. */
const isNumbering = (heading: string): boolean => ['', 'n', 'no', 'nr', 'رقم', 'م'].includes(headingKey(heading));

/** A row that can be taken, or what is wrong with it. */
export type JudgedRow = { readonly answers: Answers } | { readonly errors: readonly FieldError[] };

/** Judges the rows one by one, by the questions that the table has columns for; the others are asked in the form. */
export const createRowJudge = (
  field: FieldOf<'rows'>,
  { mapping }: Pick<FormTable, 'mapping'>,
  cells: CellWorld,
  world: World,
  given: Given,
): {
  readonly read: (rows: readonly TableRow[]) => Promise<readonly RowReading[]>;
  readonly judge: (reading: RowReading) => JudgedRow;
  /** Names of the questions that the table has columns for. */
  readonly answered: ReadonlySet<string>;
} => {
  const asking: Asking = askingRows(field);
  const plan = planOf(asking, mapping);
  const answered = new Set(plan.map(({ target }) => target.field.name));
  const nameOf = (path: string): string => path.split('.', 1)[0] ?? path;
  return {
    read: async (rows) => {
      await lookUpNames(plan, rows, cells);
      return rows.map((row) => readRow(plan, row, cells));
    },
    judge: ({ sent, faults }) => {
      const faulty = new Set(faults.map(({ path }) => nameOf(path)));
      const { answers, errors } = validate(field.fields, sent, world, given);
      const wrong = errors.filter(({ path }) => answered.has(nameOf(path)) && !faulty.has(nameOf(path)));
      const all = [...faults, ...wrong];
      return all.length > 0 ? { errors: all } : { answers };
    },
    answered,
  };
};
