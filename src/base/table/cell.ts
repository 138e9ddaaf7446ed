/**
 * A value of a table as its file says it. A spreadsheet knows numbers, dates and yes or no; a text file knows text only. A day
 * or time of day belongs to no time zone.
 */
export type Cell = string | number | boolean | WallTime | CellFault | undefined;

/** A day as 2026-03-12, a time of day as 14:30:00, or both. */
export interface WallTime {
  readonly day?: string;
  readonly time?: string;
}

/** What a spreadsheet writes where a formula has no result: `#N/A`. */
export interface CellFault {
  readonly fault: string;
}

export interface TableRow {
  /** As the spreadsheet numbers it: the first is 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** Bytes that can be read from any place on, as often as needed. */
export interface ByteSource {
  readonly size: number;
  /** From `from` to `to` (exclusive), in pieces. */
  readonly stream: (from: number, to: number) => AsyncIterable<Buffer>;
  /** Bytes that a workbook may unpack to, where that is less than in general. */
  readonly mostUnpacked?: number;
}

export const tableLimits = {
  columns: 16_384,
  rows: 1_048_576,
  characters: 32_767,
} as const;

export const isWallTime = (cell: Cell): cell is WallTime =>
  typeof cell === 'object' && ('day' in cell || 'time' in cell);
export const isCellFault = (cell: Cell): cell is CellFault => typeof cell === 'object' && 'fault' in cell;

/** A cell as a person would have typed it. */
export const cellText = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (isCellFault(cell)) return cell.fault;
  if (isWallTime(cell))
    return [cell.day, cell.time?.replace(/:00$/, '')].filter((part) => part !== undefined).join(' ');
  if (typeof cell === 'number') return plainNumber(cell);
  return cell ? 'TRUE' : 'FALSE';
};

export const isBlank = (cell: Cell): boolean => cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Without an exponent: a telephone number of twelve digits in a number cell is these digits. */
const plainNumber = (value: number): string => {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : text;
};
