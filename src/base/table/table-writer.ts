import { type Cell, isCellFault, isWallTime, cellText, type WallTime } from './cell.ts';
import { byteOrderMark, csvPlain, csvText } from './csv-writer.ts';
import { writeWorkbook } from './xlsx-writer.ts';

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const isTableFormat = (name: unknown): name is TableFormat => tableFormats.includes(name as TableFormat);

export const mediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a file of rows is made from: headings, then rows as they come, some at a time. */
export interface TableToWrite {
  readonly title: string;
  readonly isRightToLeft: boolean;
  readonly headings: readonly string[];
  readonly rows: AsyncIterable<readonly (readonly Cell[])[]>;
}

/** The file in pieces; nothing of it is kept, so that it may be as long as it likes. */
export const writeTable = (format: TableFormat, table: TableToWrite): AsyncGenerator<Buffer> =>
  format === 'csv' ? writeCsv(table) : writeWorkbook(table);

async function* writeCsv({ headings, rows }: TableToWrite): AsyncGenerator<Buffer> {
  yield Buffer.from(`${byteOrderMark}${headings.map(csvText).join(',')}\r\n`);
  for await (const batch of rows) {
    let lines = '';
    for (const cells of batch) {
      let line = '';
      for (let index = 0; index < cells.length; index++) line += (index === 0 ? '' : ',') + csvCell(cells[index]);
      lines += `${line}\r\n`;
    }
    yield Buffer.from(lines);
  }
}

const csvCell = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return csvText(cell);
  if (typeof cell === 'number') return String(cell);
  if (isWallTime(cell)) return wallText(cell);
  return isCellFault(cell) ? csvText(cell.fault) : csvPlain(cellText(cell));
};

const wallText = ({ day, time }: WallTime): string =>
  day === undefined ? (time ?? '') : time === undefined ? day : `${day} ${time}`;
