import { SaxesParser } from 'saxes';
import { type ByteSource, type Cell, tableLimits, type TableRow } from './cell.ts';
import { TableFault } from './table-fault.ts';
import { isDateFormat, wallTimeOf } from './xlsx-dates.ts';
import { type Merge, readMerges, readReference } from './xlsx-merges.ts';
import { type Archive, openArchive, unpack, type ZipEntry } from './zip-reader.ts';

/** What has to be known of a workbook (ECMA-376) before its rows can be read. */
export interface Workbook {
  readonly source: ByteSource;
  readonly sheets: readonly { readonly name: string; readonly entry: ZipEntry }[];
  readonly is1904: boolean;
  /** By the number of the cell's style: whether its numbers are days. */
  readonly dateStyles: readonly boolean[];
  /** Texts that cells share. */
  readonly strings: readonly string[];
}

const mostText = 96 * 1024 * 1024;
const rowsAtOnce = 250;

const plainName = (name: string): string => name.slice(name.indexOf(':') + 1);

interface Handlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads XML piece by piece; `afterPiece` may give what is ready. A document type, hence entities of its own, is refused. */
async function* readXml<Ready>(
  pieces: AsyncIterable<Buffer>,
  { open, close, text }: Handlers,
  afterPiece: () => Iterable<Ready>,
): AsyncGenerator<Ready> {
  const parser = new SaxesParser({ position: false });
  let fault: Error | undefined;
  parser.on('error', (error) => void (fault ??= error));
  parser.on('doctype', () => void (fault ??= new TableFault('broken-workbook')));
  if (open) parser.on('opentag', ({ name, attributes }) => open(plainName(name), attributes as Record<string, string>));
  if (close) parser.on('closetag', ({ name }) => close(plainName(name)));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const decoder = new TextDecoder();
  const check = () => {
    if (fault) throw fault instanceof TableFault ? fault : new TableFault('broken-workbook');
  };
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    check();
    yield* afterPiece();
  }
  parser.close();
  check();
  yield* afterPiece();
}

const readWhole = async (pieces: AsyncIterable<Buffer>, handlers: Handlers): Promise<void> => {
  for await (const _ of readXml(pieces, handlers, () => [])) void _;
};

export const openWorkbook = async (source: ByteSource): Promise<Workbook> => {
  const archive = await openArchive(source);
  const partOf = (path: string): ZipEntry | undefined => archive.get(path.toLowerCase());
  const main = partOf('xl/workbook.xml');
  if (!main) throw new TableFault('no-table');
  const named: { readonly name: string; readonly relation: string }[] = [];
  let is1904 = false;
  await readWhole(unpack(source, main), {
    open: (name, attributes) => {
      if (name === 'sheet') named.push({ name: attributes['name'] ?? '', relation: relationOf(attributes) });
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  const targets = await readRelations(source, partOf('xl/_rels/workbook.xml.rels'));
  const sheets = named.flatMap(({ name, relation }) => {
    const target = targets.get(relation);
    const entry = target === undefined ? undefined : partOf(target);
    return entry && target?.includes('worksheets') ? [{ name, entry }] : [];
  });
  if (sheets.length === 0) throw new TableFault('broken-workbook');
  return {
    source,
    sheets,
    is1904,
    dateStyles: await readStyles(source, partOf('xl/styles.xml')),
    strings: await readStrings(source, findStrings(archive)),
  };
};

const relationOf = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes).find(([name]) => name !== 'id' && plainName(name) === 'id')?.[1] ?? '';

const findStrings = (archive: Archive): ZipEntry | undefined => archive.get('xl/sharedstrings.xml');

const readRelations = async (source: ByteSource, entry: ZipEntry | undefined): Promise<ReadonlyMap<string, string>> => {
  const targets = new Map<string, string>();
  if (!entry) return targets;
  await readWhole(unpack(source, entry), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
};

const readStyles = async (source: ByteSource, entry: ZipEntry | undefined): Promise<readonly boolean[]> => {
  const codes = new Map<number, string>();
  const styles: boolean[] = [];
  let isInCells = false;
  if (!entry) return styles;
  await readWhole(unpack(source, entry), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(isDateFormat(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return styles;
};

/** Line ends and the like are written as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const readStrings = async (source: ByteSource, entry: ZipEntry | undefined): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (!entry) return strings;
  let [current, total] = ['', 0];
  let [isText, isSpoken] = [false, false];
  await readWhole(unpack(source, entry), {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') isSpoken = true;
      isText = name === 't' && !isSpoken;
    },
    text: (text) => {
      if (!isText) return;
      total += text.length;
      if (total > mostText) throw new TableFault('too-many-texts');
      current += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isSpoken = false;
      if (name === 'si') strings.push(unescaped(current));
    },
  });
  return strings;
};

/** The rows of a sheet, some at a time: what formulas gave when the file was saved, never the formulas. */
export async function* readSheetRows(
  workbook: Workbook,
  sheet: string | undefined,
  onBytes?: (read: number) => void,
): AsyncGenerator<readonly TableRow[]> {
  const { source, sheets } = workbook;
  const chosen = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (!chosen) throw new TableFault('no-such-sheet');
  const merges = Map.groupBy(await readMerges(source, chosen.entry), ({ column }) => column);
  const reader = createSheetReader(workbook, merges);
  const pieces = unpack(source, chosen.entry, onBytes);
  let batch: TableRow[] = [];
  const take = function* () {
    for (const row of reader.ready()) {
      batch.push(row);
      if (batch.length < rowsAtOnce) continue;
      yield batch;
      batch = [];
    }
  };
  yield* readXml(pieces, reader.handlers, take);
  if (batch.length > 0) yield batch;
}

const createSheetReader = (
  { is1904, dateStyles, strings }: Workbook,
  merges: ReadonlyMap<number, readonly Merge[]>,
): { readonly handlers: Handlers; readonly ready: () => readonly TableRow[] } => {
  let rows: TableRow[] = [];
  let cells: Cell[] = [];
  let [row, column] = [0, -1];
  let [type, style, value] = ['', 0, ''];
  let isValue = false;
  const last = new Map<number, { readonly until: number; readonly cell: Cell }>();

  const cellOf = (): Cell => {
    if (value === '') return undefined;
    switch (type) {
      case 's':
        return strings[Number(value)] ?? '';
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { fault: value };
      case 'd':
        return readIsoTime(value);
      case 'str':
      case 'inlineStr':
        return unescaped(value);
      default: {
        const number = Number(value);
        if (Number.isNaN(number)) return value;
        return dateStyles[style] ? wallTimeOf(number, is1904) : number;
      }
    }
  };
  const fillMerged = (): void => {
    for (const [at, ranges] of merges) {
      const known = last.get(at);
      if (known && row <= known.until) cells[at] ??= known.cell;
      const begun = ranges.find(({ from }) => from === row);
      if (begun) last.set(at, { until: begun.to, cell: cells[at] });
    }
  };
  return {
    ready: () => {
      const done = rows;
      rows = [];
      return done;
    },
    handlers: {
      open: (name, attributes) => {
        if (name === 'row') {
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
          if (row > tableLimits.rows) throw new TableFault('too-many-rows', { max: tableLimits.rows });
          [cells, column] = [[], -1];
        } else if (name === 'c') {
          column = readReference(attributes['r'] ?? '')?.column ?? column + 1;
          if (column >= tableLimits.columns)
            throw new TableFault('too-many-columns', { row, max: tableLimits.columns });
          [type, style, value] = [attributes['t'] ?? 'n', Number(attributes['s'] ?? 0), ''];
        } else isValue = name === 'v' || (name === 't' && type === 'inlineStr');
      },
      text: (text) => {
        if (!isValue) return;
        value += text;
        if (value.length > tableLimits.characters)
          throw new TableFault('cell-too-long', { row, max: tableLimits.characters });
      },
      close: (name) => {
        isValue = false;
        if (name === 'c') {
          const cell = cellOf();
          if (cell !== undefined) cells[column] = cell;
        } else if (name === 'row') {
          if (merges.size > 0) fillMerged();
          // With holes: a row that names its last possible cell is no longer than what stands in it.
          rows.push({ number: row, cells });
        }
      },
    },
  };
};

const readIsoTime = (text: string): Cell => {
  const match = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/.exec(text);
  if (!match) return text;
  const [, day, time] = match;
  return { ...(day && { day }), ...(time && time !== '00:00:00' && { time }) };
};
