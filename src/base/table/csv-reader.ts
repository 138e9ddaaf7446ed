import { Readable } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { type ByteSource, tableLimits, type TableRow } from './cell.ts';
import { decodeText, type Encoding } from './encoding.ts';
import { TableFault } from './table-fault.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface CsvLayout {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Cells copied from a spreadsheet: some put no quotation marks around a text that holds some. */
  readonly isPasted?: boolean;
}

const sampleBytes = 64 * 1024;
const sampleLines = 20;
/** The first line that Excel writes and reads to name the delimiter. */
const namedDelimiter = /^sep=([,;\t|])\r?\n/;

/** What separates the columns: the sign that stands in the first lines most alike. */
export const findDelimiter = async (source: ByteSource, encoding: Encoding): Promise<Delimiter> => {
  let text = '';
  for await (const piece of decodeText(source.stream(0, Math.min(source.size, sampleBytes)), encoding)) text += piece;
  const named = namedDelimiter.exec(text)?.[1];
  if (named !== undefined) return named as Delimiter;
  const counts = delimiters.map((delimiter) => ({ delimiter, perLine: countInLines(text, delimiter) }));
  const score = ({ perLine: [first = 0, ...others] }: (typeof counts)[number]): number =>
    first === 0 ? 0 : (1 + others.filter((count) => count === first).length) * 1_000 + Math.min(first, 999);
  return counts.toSorted((one, other) => score(other) - score(one))[0]?.delimiter ?? ',';
};

const countInLines = (text: string, delimiter: string): readonly number[] => {
  const counts = [0];
  let isQuoted = false;
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === '\n') {
      if (counts.length === sampleLines) break;
      counts.push(0);
    } else if (letter === delimiter) counts[counts.length - 1]! += 1;
  }
  return counts;
};

const rowsAtOnce = 250;

/** The rows of a text file, some at a time. `onBytes` is told how far the file has been read. */
export async function* readCsvRows(
  source: ByteSource,
  { encoding, delimiter, isPasted = false }: CsvLayout,
  onBytes: (read: number) => void = () => undefined,
): AsyncGenerator<readonly TableRow[]> {
  let number = 0;
  const counted = async function* () {
    let read = 0;
    for await (const piece of source.stream(0, source.size)) {
      read += piece.length;
      onBytes(read);
      yield piece;
    }
  };
  const text = async function* () {
    let isFirst = true;
    for await (const piece of decodeText(counted(), encoding)) {
      yield isFirst ? piece.replace(namedDelimiter, '') : piece;
      isFirst = false;
    }
  };
  const options: Options & { readonly readableHighWaterMark: number } = {
    delimiter,
    relax_column_count: true,
    relax_quotes: isPasted,
    // A cell at its longest in every column of a wide table would be half a gigabyte: nobody has that.
    max_record_size: 4 * 1024 * 1024,
    readableHighWaterMark: rowsAtOnce,
  };
  const parser = parse(options);
  const records = Readable.from(text())
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let batch: TableRow[] = [];
  try {
    for await (const cells of records as AsyncIterable<string[]>) {
      number += 1;
      checkRow(number, cells);
      batch.push({ number, cells });
      if (batch.length >= rowsAtOnce) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw error.code === 'CSV_MAX_RECORD_SIZE'
      ? new TableFault('cell-too-long', { row: number + 1, max: tableLimits.characters })
      : new TableFault('quote-not-closed', { row: number + 1 });
  } finally {
    parser.destroy();
  }
  if (batch.length > 0) yield batch;
}

const checkRow = (row: number, cells: readonly string[]): void => {
  if (row > tableLimits.rows) throw new TableFault('too-many-rows', { max: tableLimits.rows });
  if (cells.length > tableLimits.columns) throw new TableFault('too-many-columns', { row, max: tableLimits.columns });
  if (cells.some(({ length }) => length > tableLimits.characters))
    throw new TableFault('cell-too-long', { row, max: tableLimits.characters });
};
