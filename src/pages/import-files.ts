import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { directionOf, type Locale, say } from '../base/texts.ts';
import type { Cell } from '../base/table/cell.ts';
import { mediaTypes, type TableFormat, type TableToWrite, writeTable } from '../base/table/table-writer.ts';
import type { Field, FieldOf, Service } from '../definition/service.ts';
import { askingRows, headingOf, targetsOf } from '../intake/import/columns.ts';
import { columnsInOrder } from '../intake/import/form-table.ts';
import type { ImportRow } from '../intake/import/import-queries.ts';
import { type ImportParts, readWrongRows, type WrongRow } from '../intake/import/imports.ts';
import { importTexts } from './import-texts.ts';
import { sayContent } from './say-column.ts';

/** Sends a table as a file while it is made; nothing is made ahead of what the reader takes. */
export const sendTable = (
  reply: FastifyReply,
  format: TableFormat,
  fileName: string,
  table: TableToWrite,
): FastifyReply =>
  reply
    .type(mediaTypes[format])
    .header('content-disposition', `attachment; filename="${fileName}.${format}"`)
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Readable.from(writeTable(format, table), { objectMode: false, highWaterMark: 1 }));

async function* nothing(): AsyncGenerator<readonly (readonly Cell[])[]> {}

/** The file to fill in as the answer to a question of rows: each heading says what goes below it. */
export const rowTemplateOf = (field: FieldOf<'rows'>, locale: Locale): TableToWrite => {
  const asking = askingRows(field);
  const columns = new Set(columnsInOrder(field));
  return {
    title: say(locale, field.label),
    isRightToLeft: directionOf(locale) === 'rtl',
    headings: targetsOf(asking)
      .filter(({ name }) => columns.has(name))
      .map((target) => {
        const heading = headingOf(asking, target, locale);
        return saysMore(target.field) ? `${heading} (${sayContent(target, locale).replaceAll(/[()]/g, '')})` : heading;
      }),
    rows: nothing(),
  };
};

const saysMore = ({ type }: Field): boolean =>
  ['choice', 'choices', 'date', 'partial-date', 'datetime', 'yes-no'].includes(type);

/** The file to fill in: a heading for each question that a file can answer. */
export const templateOf = (service: Service, locale: Locale): TableToWrite => ({
  title: say(locale, service.texts.record),
  isRightToLeft: directionOf(locale) === 'rtl',
  headings: targetsOf(service).map((target) => headingOf(service, target, locale)),
  rows: nothing(),
});

/**
 * The rows that were wrong, with the headings of the file that was sent and what is wrong in a last column: corrected, it is
 * sent again as it is. The last column answers no question, so that nothing has to be taken out.
 */
export const wrongRowsOf = (
  parts: ImportParts,
  row: ImportRow,
  headings: readonly string[],
  locale: Locale,
): TableToWrite => ({
  title: say(locale, importTexts.wrongRows),
  isRightToLeft: directionOf(locale) === 'rtl',
  headings: [...headings, say(locale, importTexts.whatIsWrong)],
  rows: (async function* () {
    for await (const rows of readWrongRows(parts, row.id))
      yield rows.map(({ cells, errors }) => [...withoutNull(cells), sayErrors(errors, locale)]);
  })(),
});

const withoutNull = (cells: readonly Cell[]): readonly Cell[] => cells.map((cell) => cell ?? undefined);

export const sayErrors = (errors: WrongRow['errors'], locale: Locale): string =>
  errors.map(({ message }) => message[locale] ?? '').join(' • ');
