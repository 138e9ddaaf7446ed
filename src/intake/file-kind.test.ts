import { expect, test } from 'vitest';
import { ooxml, openDocument } from '../../test/world/office-files.ts';
import { fileKinds } from '../definition/fields/files.ts';
import { kindOf } from './file-kind.ts';

const macroSheet = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('اسم;رقم\n', 'utf16le')]);

test.each([
  ['a Word document', 'a.docx', ooxml('docx'), 'docx'],
  ['one that is called otherwise', 'a.pdf', ooxml('docx'), 'docx'],
  ['an Excel workbook', 'a.xlsx', ooxml('xlsx'), 'xlsx'],
  ['an OpenDocument text', 'a.odt', openDocument('text'), 'odt'],
  ['an OpenDocument spreadsheet', 'a.ods', openDocument('spreadsheet'), 'ods'],
  ['a table', 'people.csv', Buffer.from('name;number\nRima;3\n'), 'csv'],
  ['a table in Arabic as Excel saved it', 'a.csv', Buffer.from([0xc7, 0xd3, 0xe3, 0x3b, 0x31, 0x0d, 0x0a]), 'csv'],
  ['a table in UTF-16', 'a.csv', utf16, 'csv'],
  ['plain text', 'a.txt', Buffer.from('السلام عليكم\r\n'), 'txt'],
  ['text under another name', 'a.docx', Buffer.from('hello'), 'txt'],
] as const)('%s is known by its content', async (_what, name, data, kind) => {
  expect(await kindOf(data, name, fileKinds)).toBe(kind);
  expect(
    await kindOf(
      data,
      name,
      fileKinds.filter((each) => !['txt', 'csv', kind].includes(each)),
    ),
  ).toBeUndefined();
});

test.each([
  ['a workbook with macros', 'a.xlsx', ooxml('xlsx', {}, macroSheet)],
  ['a workbook that says nothing of its macros', 'a.xlsx', ooxml('xlsx', { 'xl/vbaProject.bin': 'x' })],
  ['a sheet of old macros', 'a.xlsx', ooxml('xlsx', { 'xl/macrosheets/sheet1.xml': 'x' })],
  ['a document with a control', 'a.docx', ooxml('docx', { 'word/activeX/activeX1.xml': 'x' })],
  ['a document with a program in it', 'a.docx', ooxml('docx', { 'word/embeddings/oleObject1.bin': 'x' })],
  ['a text with macros', 'a.odt', openDocument('text', { 'Basic/Standard/Module1.xml': 'x' })],
  ['an archive with something behind it', 'a.docx', Buffer.concat([ooxml('docx'), Buffer.from('<html>')])],
  ['an archive with something before it', 'a.docx', Buffer.concat([Buffer.from('MZ'), ooxml('docx')])],
  ['one that was cut off', 'a.docx', ooxml('docx').subarray(0, 200)],
  ['a plain archive', 'a.docx', openDocument('text').subarray(0)],
  [
    'what unpacks to a thousand times its size',
    'a.docx',
    ooxml('docx', { 'word/media/a.xml': ' '.repeat(210_000_000) }),
  ],
  ['a page', 'a.txt', Buffer.from('  <!doctype html><script>alert(1)</script>')],
  ['a drawing', 'a.txt', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a script', 'a.txt', Buffer.from('#!/bin/sh\nrm -rf /')],
  ['a program', 'a.csv', Buffer.from('MZ\x90\0')],
  ['bytes', 'a.txt', Buffer.from([1, 2, 3, 200, 0])],
] as const)('%s is refused', async (what, name, data) => {
  const accepted = what === 'a plain archive' ? (['docx'] as const) : fileKinds;
  expect(await kindOf(data, name, accepted)).toBeUndefined();
});
