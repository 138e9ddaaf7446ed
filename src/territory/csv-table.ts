import { CsvError, type InfoRecord, parse } from 'csv-parse/sync';
import { refuse, refuseFaults } from './file-fault.ts';
import { readTextFile } from './text-file.ts';

export interface CsvRow {
  readonly line: number;
  /** The trimmed value in this column; empty when the file has no such column. */
  readonly cell: (column: string) => string;
}

/** Reads a comma-separated file whose first line names its columns. Any unknown column is refused: it may be a mistyped one. */
export const readCsvTable = (
  file: string,
  columns: { required: readonly string[]; optional: readonly string[] },
): readonly CsvRow[] => {
  const records = parseCsv(file);
  const [header, ...rows] = records;
  if (!header)
    return refuse(file, 1, `the file is empty: its first line names the columns ${columns.required.join(',')}`);
  const names = header.values.map((name) => name.trim());
  const known = [...columns.required, ...columns.optional];
  const missing = columns.required.filter((column) => !names.includes(column));
  const unknown = names.filter((name, index) => !known.includes(name) || names.indexOf(name) !== index);
  if (missing.length > 0 && names.length === 1 && /[;\t]/.test(names[0] ?? '')) {
    refuse(
      file,
      1,
      `columns are separated by ${names[0]?.includes(';') ? 'semicolons' : 'tabs'}: separate them with commas`,
    );
  }
  if (missing.length > 0)
    refuse(
      file,
      1,
      `the column ${missing.join(', ')} is missing: the first line has to name ${columns.required.join(',')}`,
    );
  if (unknown.length > 0) {
    refuse(
      file,
      1,
      `the column ${unknown.map((name) => `"${name}"`).join(', ')} is unknown or there twice: remove or rename it; columns are ${known.join(', ')}`,
    );
  }
  refuseFaults(
    rows
      .filter(({ values }) => values.length !== names.length)
      .map(({ line, values }) => ({
        file,
        line,
        message: `this line has ${values.length} values for ${names.length} columns: put a value that holds a comma between double quotes`,
      })),
  );
  return rows.map(({ line, values }) => ({ line, cell: (column) => values[names.indexOf(column)]?.trim() ?? '' }));
};

const parseCsv = (file: string): readonly { line: number; values: readonly string[] }[] => {
  const text = readTextFile(file);
  try {
    const records = parse(text, { info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
      info: InfoRecord;
      record: string[];
    }[];
    // The parser counts to the end of a record; a quoted value may span lines.
    return records.map(({ info, record }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      values: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse(
      file,
      Number(error['lines'] ?? 1),
      'a double quote is not closed, or stands inside a value: put the value between double quotes and double those within it',
    );
  }
};
