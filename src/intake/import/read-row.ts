import { type Cell, isBlank, type TableRow } from '../../base/table/cell.ts';
import type { FieldError } from '../../base/problem.ts';
import type { Sent } from '../../form/validate.ts';
import { type Asking, targetsOf, type Target } from './columns.ts';
import type { Mapping } from './import-queries.ts';
import type { CellWorld } from './find-by-name.ts';
import { readCell, wordsOfCell } from './read-cell.ts';

/** A row as it is sent, with what could not be read in it. */
export interface RowReading {
  readonly sent: Sent;
  readonly faults: readonly FieldError[];
}

/** Which column answers which question: made once for all rows. */
export type RowPlan = readonly { readonly target: Target; readonly column: number }[];

/** In the order of the form, since a place is looked for within one that an earlier question names. */
export const planOf = (service: Asking, mapping: Mapping): RowPlan =>
  targetsOf(service).flatMap((target) => {
    const column = mapping.indexOf(target.name);
    return column < 0 ? [] : [{ target, column }];
  });

/** Looks up the records that rows name, before they are read. */
export const lookUpNames = async (
  plan: RowPlan,
  rows: readonly Pick<TableRow, 'cells'>[],
  { records }: CellWorld,
): Promise<void> => {
  for (const { target, column } of plan) {
    if (target.field.type !== 'record') continue;
    const names = rows.flatMap(({ cells }) => (isBlank(cells[column]) ? [] : [wordsOfCell(cells[column])]));
    // oxlint-disable-next-line no-await-in-loop -- few columns, one after the other
    await records.knowNames(target.field, names);
  }
};

export const readRow = (plan: RowPlan, { cells }: Pick<TableRow, 'cells'>, world: CellWorld): RowReading => {
  const sent: Record<string, unknown> = {};
  const faults: FieldError[] = [];
  for (const { target, column } of plan) {
    const cell: Cell = cells[column];
    if (isBlank(cell)) continue;
    const { field, part } = target;
    if (part !== undefined) {
      sent[field.name] = withPart(sent[field.name], part, cell, target, world, faults);
      continue;
    }
    const reading = readCell(field, cell, world, sent);
    if ('error' in reading) faults.push(reading.error);
    else sent[field.name] = reading.sent;
  }
  return { sent, faults };
};

/** An answer of several parts, put together column by column. */
const withPart = (
  before: unknown,
  part: string,
  cell: Cell,
  { field }: Target,
  world: CellWorld,
  faults: FieldError[],
): unknown => {
  const whole = typeof before === 'object' && before !== null ? before : {};
  if (field.type === 'address' && part === 'place') {
    const reading = readCell({ ...field, type: 'place', within: undefined } as never, cell, world, {});
    if ('error' in reading) faults.push(reading.error);
    return 'error' in reading ? whole : { ...whole, place: reading.sent };
  }
  const text = String(textOf(cell));
  if (field.type === 'address' && part === 'lines')
    return { ...whole, lines: text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()])) };
  if (field.type === 'point') return { ...whole, [part]: Number(text) };
  return { ...whole, [part]: text };
};

const textOf = (cell: Cell): string | number => (typeof cell === 'number' ? cell : String(cell ?? '').trim());
