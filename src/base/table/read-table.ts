import type { ByteSource, TableRow } from './cell.ts';
import { type Delimiter, findDelimiter, readCsvRows } from './csv-reader.ts';
import { decodeText, type Encoding } from './encoding.ts';
import { TableFault } from './table-fault.ts';
import { openWorkbook, readSheetRows } from './xlsx-reader.ts';

/** How a file of rows is read. */
export type TableLayout =
  | { readonly kind: 'csv'; readonly encoding: Encoding; readonly delimiter: Delimiter }
  | { readonly kind: 'xlsx'; readonly sheet: string };

export interface OpenTable {
  readonly layout: TableLayout;
  /** Names of the sheets of a workbook; a text file has none. */
  readonly sheets: readonly string[];
  /** Rows that are not blank, some at a time. `onShare` is told which share of the file has been read, from 0 to 1. */
  readonly rows: (onShare?: (share: number) => void) => AsyncGenerator<readonly TableRow[]>;
}

const magic = { zip: 'PK\u0003\u0004', ole: '\u00d0\u00cf\u0011\u00e0' } as const;
const sampleBytes = 8_192;

/** Finds out how a file is to be read, where `layout` does not say so. @param encoding what its bytes can be, for a text file */
export const openTable = async (source: ByteSource, encoding: Encoding, layout?: TableLayout): Promise<OpenTable> => {
  let head = Buffer.alloc(0);
  for await (const piece of source.stream(0, Math.min(sampleBytes, source.size))) head = Buffer.concat([head, piece]);
  if (head.length === 0) throw new TableFault('empty');
  const start = head.subarray(0, 4).toString('latin1');
  if (start === magic.ole) throw new TableFault('old-or-locked');
  return start === magic.zip ? openSheets(source, layout) : openText(source, head, encoding, layout);
};

const openSheets = async (source: ByteSource, layout: TableLayout | undefined): Promise<OpenTable> => {
  const workbook = await openWorkbook(source);
  const sheets = workbook.sheets.map(({ name }) => name);
  const sheet = layout?.kind === 'xlsx' ? layout.sheet : (sheets[0] ?? '');
  const packed = workbook.sheets.find(({ name }) => name === sheet)?.entry.packed ?? source.size;
  return {
    layout: { kind: 'xlsx', sheet },
    sheets,
    rows: (onShare) => filled(readSheetRows(workbook, sheet, (read) => onShare?.(read / Math.max(1, packed)))),
  };
};

const openText = async (
  source: ByteSource,
  head: Buffer,
  judged: Encoding,
  layout: TableLayout | undefined,
): Promise<OpenTable> => {
  const encoding = layout?.kind === 'csv' ? layout.encoding : judged;
  await checkIsText(head, encoding);
  const delimiter = layout?.kind === 'csv' ? layout.delimiter : await findDelimiter(source, encoding);
  return {
    layout: { kind: 'csv', encoding, delimiter },
    sheets: [],
    rows: (onShare) =>
      filled(readCsvRows(source, { encoding, delimiter }, (read) => onShare?.(read / Math.max(1, source.size)))),
  };
};

/** Pictures, PDF files and programs are full of signs that no text has. */
const checkIsText = async (head: Buffer, encoding: Encoding): Promise<void> => {
  let text = '';
  for await (const piece of decodeText(one(head), encoding)) text += piece;
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0;
  if (strange * 100 > text.length || text.startsWith('%PDF-')) throw new TableFault('no-table');
};

// oxlint-disable-next-line require-await -- the reader of text takes pieces as they come
async function* one(piece: Buffer): AsyncGenerator<Buffer> {
  yield piece;
}

async function* filled(batches: AsyncGenerator<readonly TableRow[]>): AsyncGenerator<readonly TableRow[]> {
  for await (const batch of batches) {
    const rows = batch.filter(({ cells }) => cells.some((cell) => cell !== undefined && cell !== ''));
    if (rows.length > 0) yield rows;
  }
}
