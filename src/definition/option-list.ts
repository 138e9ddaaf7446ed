import { CsvError, type InfoRecord, parse } from 'csv-parse/browser/esm/sync';
import { locales, type Text } from '../base/texts.ts';
import type { Fault } from './fault.ts';

/** A file of options: one a line, with its words in each language, and other columns by which it can be narrowed. */
export interface OptionList {
  readonly options: ReadonlyMap<string, Text>;
  /** The columns that are neither value nor words. */
  readonly columns: readonly string[];
  /** What stands in those columns, by option. */
  readonly cells: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

const needed = ['value', ...locales];
const mostOptions = 100_000;
const mostFaults = 20;
const readable = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/;

// The same file is compiled again with each version that still has it, and by each field that names it.
const known = new Map<string, { readonly list: OptionList; readonly faults: readonly Fault[] }>();
const mostKnown = 30;

/** Reads a list; every fault names its line. */
export const readOptionList = (
  file: string,
  text: string,
): { readonly list: OptionList; readonly faults: readonly Fault[] } => {
  const key = `${file}\n${text}`;
  const before = known.get(key);
  if (before) return before;
  const read = readAnew(file, text);
  if (known.size >= mostKnown) known.delete([...known.keys()][0] ?? '');
  known.set(key, read);
  return read;
};

const readAnew = (file: string, text: string) => {
  const faults: Fault[] = [];
  const options = new Map<string, Text>();
  const cells = new Map<string, Record<string, string>>();
  const fault = (line: number, message: string) => {
    if (faults.length < mostFaults) faults.push({ file, line, column: 1, message });
  };
  const [header, ...rows] = parseLines(text, fault);
  const names = header?.values ?? [];
  const columns = names.filter((name) => !needed.includes(name));
  const list = { options, columns, cells };
  if (faults.length > 0) return { list, faults };
  const missing = needed.filter((column) => !names.includes(column));
  if (missing.length > 0)
    fault(1, `the column ${missing.join(', ')} is missing: the first line names ${needed.join(',')}`);
  const wrong = columns.find(
    (name, index) =>
      !/^[a-z][a-z0-9_]*$/.test(name) ||
      names.indexOf(name) !== names.lastIndexOf(name) ||
      columns.indexOf(name) !== index,
  );
  if (wrong !== undefined) fault(1, `the column "${wrong}" is there twice or not named in small letters: rename it`);
  if (faults.length > 0) return { list, faults };
  if (rows.length < 2) fault(1, 'a list has at least two options: add them, one a line');
  if (rows.length > mostOptions) fault(mostOptions, `a list has at most ${mostOptions} options`);
  for (const { line, values } of rows.slice(0, mostOptions)) {
    if (values.length !== names.length) {
      fault(
        line,
        `this line has ${values.length} values for ${names.length} columns: put one that holds a comma between double quotes`,
      );
      continue;
    }
    const cell = (column: string) => values[names.indexOf(column)] ?? '';
    const value = cell('value');
    const lacking = locales.find((locale) => cell(locale) === '');
    if (!readable.test(value)) fault(line, `"${value}" cannot be a value: use Latin letters, digits, - _ and .`);
    else if (options.has(value)) fault(line, `the value "${value}" is there twice: each option has its own`);
    else if (lacking) fault(line, `the option "${value}" has no words in ${lacking}: write them`);
    else {
      options.set(value, { ar: cell('ar'), fr: cell('fr'), en: cell('en') });
      cells.set(value, Object.fromEntries(columns.map((column) => [column, cell(column)])));
    }
  }
  return { list, faults };
};

interface Line {
  readonly line: number;
  readonly values: readonly string[];
}

const parseLines = (text: string, fault: (line: number, message: string) => void): readonly Line[] => {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { info: InfoRecord; record: string[] }[];
    // The parser counts to the end of a record; a quoted value may span lines.
    return records.map(({ info, record }) => ({
      line: info.lines - record.join('').split('\n').length + 1,
      values: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    fault(
      Number(error['lines'] ?? 1),
      'a double quote is not closed, or stands inside a value: put the value between double quotes and double those within it',
    );
    return [];
  }
};
