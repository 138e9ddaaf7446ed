import { type Cell, isCellFault, isWallTime, tableLimits, type WallTime } from './cell.ts';
import { looksLikeFormula } from './csv-writer.ts';
import type { TableToWrite } from './table-writer.ts';
import { type ZipPart, writeZip } from './zip-writer.ts';

/**
 * Workbooks (ECMA-376) as a stream: texts stand in their cells, marked as texts, so that none is ever taken for a formula,
 * also not after somebody has edited it; days and times are numbers in the format of a day. What is longer than a sheet
 * goes on in the next.
 */
export const writeWorkbook = (table: TableToWrite): AsyncGenerator<Buffer> => writeZip(partsOf(table));

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Places in `cellXfs` below. */
const styles = { heading: 1, day: 2, moment: 3, time: 4, quoted: 5 } as const;

const stylesXml = `${head}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`;

async function* partsOf(table: TableToWrite): AsyncGenerator<ZipPart> {
  const rows = table.rows[Symbol.asyncIterator]();
  const state: SheetState = { rows, pending: [], isDone: false };
  let count = 0;
  do {
    count += 1;
    yield { name: `xl/worksheets/sheet${count}.xml`, content: sheetOf(table, state) };
  } while (!state.isDone);
  const names = Array.from({ length: count }, (_none, index) => sheetName(table.title, index));
  const numbers = names.map((_name, index) => index + 1);
  const wholes: readonly (readonly [string, string])[] = [
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers.map((number) => `<Relationship Id="r${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join('')}<Relationship Id="r0" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', stylesXml],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    ],
  ];
  for (const [name, text] of wholes) yield { name, content: only(text) };
}

// oxlint-disable-next-line require-await -- a part of an archive comes in pieces
async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

interface SheetState {
  readonly rows: AsyncIterator<readonly (readonly Cell[])[]>;
  /** Rows that did not find room on the sheet before. */
  pending: readonly (readonly Cell[])[];
  isDone: boolean;
}

async function* sheetOf({ headings, isRightToLeft }: TableToWrite, state: SheetState): AsyncGenerator<string> {
  const direction = isRightToLeft ? ' rightToLeft="1"' : '';
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${direction}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${Math.max(1, headings.length)}" width="20" customWidth="1"/></cols><sheetData><row>${headings.map((heading) => textCell(heading, styles.heading)).join('')}</row>`;
  let room = tableLimits.rows - 1;
  while (room > 0) {
    if (state.pending.length === 0) {
      const next = await state.rows.next();
      if (next.done === true) {
        state.isDone = true;
        break;
      }
      state.pending = next.value;
    }
    const batch = state.pending.slice(0, room);
    state.pending = state.pending.slice(room);
    room -= batch.length;
    let xml = '';
    for (const cells of batch) xml += rowXml(cells);
    yield xml;
  }
  yield '</sheetData></worksheet>';
}

const rowXml = (cells: readonly Cell[]): string => {
  let xml = '<row>';
  for (let index = 0; index < cells.length; index++) xml += cellXml(cells[index]);
  return `${xml}</row>`;
};

const cellXml = (cell: Cell): string => {
  if (cell === undefined) return '<c/>';
  if (typeof cell === 'string')
    return cell === '' ? '<c/>' : textCell(cell, looksLikeFormula(cell) ? styles.quoted : 0);
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : '<c/>';
  if (typeof cell === 'boolean') return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
  return isCellFault(cell) || !isWallTime(cell) ? '<c/>' : wallCell(cell);
};

const textCell = (text: string, style: number): string =>
  `<c t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Before 1900 spreadsheets know no days: then it stays a text. */
const wallCell = ({ day, time }: WallTime): string => {
  const fraction = time === undefined ? 0 : secondsOf(time) / 86_400;
  if (day === undefined) return `<c s="${styles.time}"><v>${fraction}</v></c>`;
  const serial = (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  if (Number.isNaN(serial) || serial < 61) return textCell(time === undefined ? day : `${day} ${time}`, 0);
  return `<c s="${time === undefined ? styles.day : styles.moment}"><v>${serial + fraction}</v></c>`;
};

const secondsOf = (time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
};

const sheetName = (title: string, index: number): string => {
  const name =
    title
      .replaceAll(/[\\/*?:[\]']/g, ' ')
      .slice(0, 27)
      .trim() || 'Diwan';
  return index === 0 ? name : `${name} ${index + 1}`;
};

const special = /[&<>"]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const specials = new RegExp(special, 'g');
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => {
  const whole = text.length > tableLimits.characters ? text.slice(0, tableLimits.characters) : text;
  const safe = special.test(whole) ? whole.replaceAll(specials, (sign) => escapes[sign] ?? '') : whole;
  return safe.isWellFormed() ? safe : safe.toWellFormed();
};
