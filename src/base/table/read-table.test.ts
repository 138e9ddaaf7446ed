import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type ByteSource, type Cell, cellText, type TableRow } from './cell.ts';
import { createEncodingJudge } from './encoding.ts';
import { openTable, type TableLayout } from './read-table.ts';
import { TableFault } from './table-fault.ts';
import { writeTable } from './table-writer.ts';

const sourceOf = (bytes: Buffer, piece = 1_000): ByteSource => ({
  size: bytes.length,
  stream: async function* (from, to) {
    for (let at = from; at < to; at += piece) yield bytes.subarray(at, Math.min(to, at + piece));
  },
});

const read = async (bytes: Buffer, layout?: TableLayout) => {
  const judge = createEncodingJudge();
  judge.push(bytes);
  const table = await openTable(sourceOf(bytes), judge.verdict(), layout);
  const rows: TableRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return { ...table, rows, cells: rows.map(({ cells }) => Array.from(cells)) };
};

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
/** Letters of Windows-1256 that the test needs. */
const arabic1256: Readonly<Record<string, number>> = { ا: 0xc7, ل: 0xe1, س: 0xd3, م: 0xe3, ي: 0xed, ن: 0xe4, ة: 0xc9 };
const in1256 = (text: string): Buffer => Buffer.from([...text].map((sign) => arabic1256[sign] ?? sign.charCodeAt(0)));

describe('text files', () => {
  const table = 'الاسم;المدينة\r\nليلى;صيدا\r\n';
  const expected = [
    ['الاسم', 'المدينة'],
    ['ليلى', 'صيدا'],
  ];

  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-16 with its mark', utf16(`\ufeff${table}`)],
    ['UTF-16 of the other order with its mark', swapped(utf16(`\ufeff${table}`))],
    ['UTF-16 without a mark', utf16(`name;city${table}`.slice(9))],
  ])('%s', async (_name, bytes) => {
    expect((await read(bytes)).cells).toEqual(expected);
  });

  test('Windows-1256', async () => {
    const found = await read(in1256('name,city\nسليم,سلمان\n'));
    expect(found.layout).toEqual({ kind: 'csv', encoding: 'windows-1256', delimiter: ',' });
    expect(found.cells[1]).toEqual(['سليم', 'سلمان']);
  });

  test('Windows-1252', async () => {
    const found = await read(Buffer.from('prénom\tville\nHélène\tNîmes\nZoé\tÉvry\n', 'latin1'));
    expect(found.layout).toEqual({ kind: 'csv', encoding: 'windows-1252', delimiter: '\t' });
    expect(found.cells[2]).toEqual(['Zoé', 'Évry']);
  });

  test('a first accent at the very end is found', async () => {
    const found = await read(Buffer.from(`name\n${'plain\n'.repeat(60_000)}Zoé\n`, 'latin1'));
    expect(found.cells.at(-1)).toEqual(['Zoé']);
  });

  test('commas within quotation marks, doubled ones and line ends belong to the value', async () => {
    const found = await read(Buffer.from('a;b\n"x, y";"she said ""no""\nand left"\n'));
    expect(found.cells[1]).toEqual(['x, y', 'she said "no"\nand left']);
    expect(found.rows.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('the delimiter that the first line names', async () => {
    expect((await read(Buffer.from('sep=|\r\na,1|b,2\r\nc|d\r\n'))).cells).toEqual([
      ['a,1', 'b,2'],
      ['c', 'd'],
    ]);
  });

  test('blank rows are passed over and still counted', async () => {
    expect((await read(Buffer.from('a,b\n\n,\n1,2\n'))).rows.map(({ number }) => number)).toEqual([1, 4]);
  });

  test.each([
    ['a quotation mark that is not closed', Buffer.from('a,b\n"x,y\n1,2\n'), 'quote-not-closed'],
    ['a quotation mark within a value', Buffer.from('a,b\nx"y,z\n'), 'quote-not-closed'],
    ['a cell that is too long', Buffer.from(`a\n${'x'.repeat(40_000)}\n`), 'cell-too-long'],
    ['more columns than a sheet has', Buffer.from(`a\n${','.repeat(17_000)}\n`), 'too-many-columns'],
    ['nothing', Buffer.alloc(0), 'empty'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, ...Array.from({ length: 400 }, (_, index) => index % 32)]),
      'no-table',
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj\n'), 'no-table'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-or-locked'],
  ])('%s is told', async (_name, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ code });
  });
});

const workbook = (sheet: string, parts: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.from(
    zipSync({
      'xl/workbook.xml': strToU8(
        parts['workbook'] ??
          '<workbook><sheets><sheet name="One" sheetId="1" r:id="a"/><sheet name="Two" sheetId="2" r:id="b"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/styles.xml': strToU8(
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-1000]dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0.0&quot;d&quot;"/></numFmts><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="22"/><xf numFmtId="171"/></cellXfs></styleSheet>',
      ),
      'xl/sharedStrings.xml': strToU8(
        '<sst><si><t>name</t></si><si><r><t>Le</t></r><r><t>ila</t></r><rPh><t>x</t></rPh></si></sst>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet><sheetData>${sheet}</sheetData>${parts['after'] ?? ''}</worksheet>`,
      ),
      'xl/worksheets/sheet2.xml': strToU8(
        '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>second</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    }),
  );

describe('workbooks', () => {
  test('shared texts, numbers, days by their formats, yes and no, gaps', async () => {
    const found = await read(
      workbook(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>96171123456</v></c><c r="D3" s="1"><v>46093</v></c><c r="E3" s="2"><v>46093</v></c><c r="F3" s="3"><v>46093.5</v></c><c r="G3" t="b"><v>1</v></c><c r="H3" s="4"><v>2.5</v></c></row>',
      ),
    );
    expect(found.sheets).toEqual(['One', 'Two']);
    expect(found.rows.map(({ number }) => number)).toEqual([1, 3]);
    const day = { day: '2026-03-12' };
    expect(found.cells[1]).toEqual([
      'Leila',
      undefined,
      96_171_123_456,
      day,
      day,
      { ...day, time: '12:00:00' },
      true,
      2.5,
    ]);
    expect(cellText(found.cells[1]?.[2])).toBe('96171123456');
  });

  test('another sheet that is chosen, with prefixed names', async () => {
    expect((await read(workbook(''), { kind: 'xlsx', sheet: 'Two' })).cells).toEqual([['second']]);
    await expect(read(workbook(''), { kind: 'xlsx', sheet: 'None' })).rejects.toMatchObject({ code: 'no-such-sheet' });
  });

  test('days counted from 1904', async () => {
    const found = await read(
      workbook('<row r="1"><c r="A1" s="1"><v>44631</v></c></row>', {
        workbook: '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" r:id="a"/></sheets></workbook>',
      }),
    );
    expect(found.cells[0]).toEqual([{ day: '2026-03-12' }]);
  });

  test('what a formula gave counts, never the formula; one that failed is told', async () => {
    const found = await read(
      workbook(
        '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","y")</f><v>y</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      ),
    );
    expect(found.cells[0]).toEqual(['y', undefined, { fault: '#DIV/0!' }]);
  });

  test('a merged cell stands for each of its rows', async () => {
    const row = (number: number, text: string) =>
      `<row r="${number}">${text === '' ? '' : `<c r="A${number}" t="inlineStr"><is><t>${text}</t></is></c>`}<c r="B${number}"><v>${number}</v></c></row>`;
    const found = await read(
      workbook(row(1, 'Saida') + row(2, '') + row(3, '') + row(4, 'Tyre'), {
        after: '<mergeCells count="1"><mergeCell ref="A1:A3"/></mergeCells>',
      }),
    );
    expect(found.cells).toEqual([
      ['Saida', 1],
      ['Saida', 2],
      ['Saida', 3],
      ['Tyre', 4],
    ]);
  });

  test.each([
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'too-many-columns'],
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', 'too-many-rows'],
    ['a cell that is too long', `<row r="1"><c t="str"><v>${'x'.repeat(33_000)}</v></c></row>`, 'cell-too-long'],
    ['XML that is none', '<row r="1"><c>', 'broken-workbook'],
    ['entities of its own', '</sheetData><!DOCTYPE x [<!ENTITY a "b">]>', 'broken-workbook'],
  ])('%s is told', async (_name, sheet, code) => {
    await expect(read(workbook(sheet))).rejects.toMatchObject({ code });
  });

  test('an archive that explodes, by what it says of itself and by what comes out', async () => {
    const bomb = workbook(' '.repeat(60_000_000));
    await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large-inside' });
    // The directory lies about the sizes.
    const end = bomb.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    let at = bomb.readUInt32LE(end + 16);
    while (at < end) {
      bomb.writeUInt32LE(10, at + 24);
      at += 46 + bomb.readUInt16LE(at + 28) + bomb.readUInt16LE(at + 30) + bomb.readUInt16LE(at + 32);
    }
    await expect(read(bomb)).rejects.toMatchObject({ code: 'too-large-inside' });
  });

  test('an archive that was cut off, and one that is no workbook', async () => {
    const whole = workbook('<row r="1"><c><v>1</v></c></row>');
    await expect(read(whole.subarray(0, whole.length - 40))).rejects.toBeInstanceOf(TableFault);
    await expect(read(Buffer.from(zipSync({ 'a.txt': strToU8('x') })))).rejects.toMatchObject({ code: 'no-table' });
  });
});

describe('what is written is read again', () => {
  const rows: readonly (readonly Cell[])[] = [
    ['ليلى & <co> "x"', 12.5, true, { day: '2026-03-12' }, { day: '2026-03-12', time: '14:30:00' }],
    ['=1+1', -5, undefined, { time: '14:30:00' }, '+96171123456'],
    ['a, "b"\nc', 0, false, { day: '1890-01-01' }, '@x'],
  ];
  const write = async (format: 'csv' | 'xlsx'): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    const batches = (async function* () {
      yield rows;
    })();
    const table = { title: 'سجل [1]', isRightToLeft: true, headings: ['=name', 'b', 'c', 'd', 'e'], rows: batches };
    for await (const piece of writeTable(format, table)) pieces.push(piece);
    return Buffer.concat(pieces);
  };

  test('as a workbook: texts stay texts, days stay days', async () => {
    const { cells, sheets } = await read(await write('xlsx'));
    expect(sheets).toEqual(['سجل  1']);
    expect(cells[0]?.[0]).toBe('=name');
    expect(cells.slice(1)).toEqual([rows[0], rows[1], [...rows[2]!.slice(0, 3), '1890-01-01', '@x']]);
  });

  test('as text: with its mark, and nothing that a spreadsheet takes for a formula', async () => {
    const bytes = await write('csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { cells } = await read(bytes);
    expect(cells).toEqual([
      ["'=name", 'b', 'c', 'd', 'e'],
      ['ليلى & <co> "x"', '12.5', 'TRUE', '2026-03-12', '2026-03-12 14:30:00'],
      ["'=1+1", '-5', '', '14:30:00', '+96171123456'],
      ['a, "b"\nc', '0', 'FALSE', '1890-01-01', "'@x"],
    ]);
  });
});
