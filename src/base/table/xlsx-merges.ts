import type { ByteSource } from './cell.ts';
import { TableFault } from './table-fault.ts';
import { unpack, type ZipEntry } from './zip-reader.ts';

const mostMerges = 100_000;

/** A merged cell that reaches over rows: its value stands for each of them. */
export interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** `AB12` as column 27 (the first is 0) and row 12. */
export const readReference = (text: string): { readonly column: number; readonly row: number } | undefined => {
  const match = /^([A-Za-z]{1,4})(\d{1,8})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
};

/** They are told after the rows: looked for as text, which is far quicker than reading the sheet twice. */
export const readMerges = async (source: ByteSource, entry: ZipEntry): Promise<readonly Merge[]> => {
  const merges: Merge[] = [];
  let rest = '';
  for await (const piece of unpack(source, entry)) {
    rest += piece.toString('latin1');
    let end = 0;
    for (const match of rest.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
      end = match.index + match[0].length;
      const [first, last] = [readReference(match[1]!), readReference(match[2]!)];
      if (!first || !last) continue;
      if (merges.length >= mostMerges) throw new TableFault('broken-workbook');
      if (last.row > first.row) merges.push({ column: first.column, from: first.row, to: last.row });
    }
    rest = rest.slice(Math.max(end, rest.length - 200));
  }
  return merges;
};
