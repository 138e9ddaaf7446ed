import { type Cell, cellText, type TableRow } from '../../base/table/cell.ts';
import { csvPlain } from '../../base/table/csv-writer.ts';
import { say } from '../../base/texts.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { Answers, Inputs } from '../../form/fields/field-type.ts';
import { rowOfSuffix, typedRows } from '../../form/fields/rows.ts';
import { sentOf } from '../../form/read-form.ts';
import { validate } from '../../form/validate.ts';
import {
  createRowJudge,
  type FormTable,
  type FormTableFault,
  mostTableBytes,
  readFormTable,
} from '../../intake/import/form-table.ts';
import { createRowMatch } from '../../intake/import/match-rows.ts';
import { pageOf } from '../fields/all.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { fieldTexts } from '../fields/field-texts.ts';
import { lookUpRecords } from '../fields/look-up.ts';
import { rowCount } from '../fields/rows.tsx';
import { mostRowErrors, sayTableFault, tableInputs, takesTables } from '../fields/row-table.tsx';
import { rowTableTexts as texts } from '../fields/row-table-texts.ts';
import { formFilesOf } from '../http/form-files.ts';
import { inputsOf, textOf } from '../http/inputs.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import type { Taken } from './keep-files.ts';
import { givenOnPage } from './questions.tsx';
import { askedOn } from './typed.ts';

type Rows = FieldOf<'rows'>;

/**
 * Takes the tables that came with a page of these questions, pasted or as a file: the rows that are right become rows of
 * the form, the others stay in the box, and what is wrong with each is told. Nothing that was sent is lost.
 */
export const takeTables = async (
  parts: Parts,
  request: Request,
  fields: readonly Field[],
  sent: unknown,
  tools: FieldTools,
): Promise<Taken> => {
  let body = (sent ?? {}) as Readonly<Record<string, unknown>>;
  const problems: FieldProblem[] = [];
  for (const field of askedOn(fields, sent)) {
    if (field.type !== 'rows' || !takesTables(field)) continue;
    const { box, file, take, drop } = tableInputs(field);
    const upload = formFilesOf(request).get(file)?.[0];
    const pasted = textOf(body, box);
    const isMeant = textOf(body, take) !== '' || !isOtherPressed(fields, body);
    if (textOf(body, drop) !== '' || (upload === undefined && (pasted.trim() === '' || !isMeant))) continue;
    const own = {
      ...tools,
      given: givenOnPage(
        fields,
        inputsOf(body, () => true),
        tools,
      ),
    };
    const say1 = (name: string, message: string) => problems.push({ name, message });
    if (pasted.trim() !== '') {
      // oxlint-disable-next-line no-await-in-loop -- each is added to what the one before gave
      const taken = await takeOne(parts, field, body, { pasted }, own);
      body = taken.body;
      problems.push(...taken.problems);
    }
    if (upload === undefined) continue;
    if (textOf(body, box).trim() !== '') say1(file, say(tools.locale, texts.boxFirst));
    else if (upload.data === undefined || upload.data.length > mostTableBytes)
      say1(file, say(tools.locale, texts.tooLarge, { max: mostTableBytes / 1024 / 1024 }));
    else {
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const taken = await takeOne(parts, field, body, { file: upload.data }, own);
      body = taken.body;
      problems.push(...taken.problems);
    }
  }
  return { body, problems };
};

/** A button of a question was pressed: what stands in a box may be unfinished. */
const isOtherPressed = (fields: readonly Field[], body: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(body).some(
    (input) =>
      textOf(body, input) !== '' &&
      fields.some(
        (field) => input.startsWith(field.name) && pageOf(field).isButton?.(input.slice(field.name.length), field),
      ),
  );

const takeOne = async (
  parts: Parts,
  field: Rows,
  body: Readonly<Record<string, unknown>>,
  given: { readonly pasted: string } | { readonly file: Buffer },
  tools: FieldTools,
): Promise<{ readonly body: Readonly<Record<string, unknown>>; readonly problems: readonly FieldProblem[] }> => {
  const { box, file } = tableInputs(field);
  const table = await readFormTable(field, given);
  if ('code' in table) {
    const kept = 'all' in table ? boxText(undefined, table.all) : undefined;
    const name = 'pasted' in given || kept !== undefined ? box : file;
    return {
      body: { ...body, ...marked(field), ...(kept !== undefined && { [box]: kept }) },
      problems: [{ name, message: sayTableFault(table satisfies FormTableFault, field, tools.locale) }],
    };
  }
  return mergeRows(parts, field, body, table, tools);
};

/** The page comes back, whichever button sent it. */
const marked = (field: Rows) => ({ [tableInputs(field).take]: '1' });

const mergeRows = async (
  parts: Parts,
  field: Rows,
  body: Readonly<Record<string, unknown>>,
  table: FormTable,
  tools: FieldTools,
) => {
  const { world, given = {}, locale } = tools;
  const { box, replace } = tableInputs(field);
  const own = (input: string): boolean => input.startsWith(`${field.name}.`);
  const before = typedRows(inputsOf(body, own), field);
  const { read, judge, answered } = createRowJudge(field, table, parts.cellWorld(), world, given);
  const readings = await read(table.rows);
  await lookUpRecords(parts, [field], { [field.name]: readings.map(({ sent }) => sent) });
  const judged = readings.map(judge);

  const isReplacing = textOf(body, replace) !== '' && judged.some((each) => 'answers' in each);
  const match = createRowMatch(
    field.fields,
    answered,
    new Map(
      [...(isReplacing ? [] : before)].map(([index, row]) => [
        index,
        validate(field.fields, sentOf(field.fields, row, world), world, given).answers,
      ]),
    ),
  );
  let room = field.max - (isReplacing ? 0 : before.size);
  let next = isReplacing ? 0 : Math.max(-1, ...before.keys()) + 1;
  let [added, again, completed] = [0, 0, 0];
  const inputs: Record<string, string> = {};
  const wrong: { readonly row: TableRow; readonly words: string }[] = [];
  for (const [index, row] of table.rows.entries()) {
    const one = judged[index]!;
    if ('errors' in one) {
      wrong.push({ row, words: one.errors.map(({ message }) => say(locale, message)).join(' • ') });
      continue;
    }
    const matched = match(one.answers);
    if (matched === 'there') again += 1;
    else if (matched) {
      Object.assign(inputs, inputsOfRow(field, one.answers, matched.completes, tools));
      completed += 1;
    } else if (room > 0) {
      Object.assign(inputs, inputsOfRow(field, one.answers, next, tools));
      next += 1;
      room -= 1;
      added += 1;
    } else wrong.push({ row, words: say(locale, fieldTexts.noMoreRows, { max: field.max }) });
  }
  const kept = isReplacing
    ? Object.fromEntries(
        Object.entries(body).filter(
          ([input]) => !own(input) || rowOfSuffix(input.slice(field.name.length)) === undefined,
        ),
      )
    : body;
  return {
    body: {
      ...kept,
      ...inputs,
      ...marked(field),
      [field.name + rowCount]: '0',
      [box]:
        wrong.length === 0
          ? ''
          : boxText(
              table.headings,
              wrong.map(({ row }) => row),
            ),
      [tableInputs(field).said]: [
        [added, again, completed, wrong.length].join(' '),
        table.passedOver.join(', ').slice(0, 300),
      ].join('\n'),
    },
    problems: problemsOfRows(field, table, wrong, tools),
  };
};

const inputsOfRow = (field: Rows, answers: Answers, index: number, { world }: FieldTools): Inputs =>
  Object.fromEntries(
    Object.entries(behaviourOf(field).toInputs([answers], field, world)).map(([input, text]) => [
      `${field.name}.${index}${input.slice(`${field.name}.0`.length)}`,
      text,
    ]),
  );

/** Rows as they are pasted: under their headings where there are any. */
const boxText = (headings: readonly string[] | undefined, rows: readonly TableRow[]): string => {
  const line = (cells: readonly Cell[]): string => Array.from(cells, (cell) => csvPlain(cellText(cell))).join('\t');
  return [...(headings ? [line(headings)] : []), ...rows.map(({ cells }) => line(cells))].join('\n');
};

const problemsOfRows = (
  field: Rows,
  { headings }: FormTable,
  wrong: readonly { readonly row: TableRow; readonly words: string }[],
  { locale }: FieldTools,
): readonly FieldProblem[] => {
  if (wrong.length === 0) return [];
  const { box } = tableInputs(field);
  const first = headings ? 2 : 1;
  return [
    { name: box, message: say(locale, texts.wrongRows, { count: wrong.length }) },
    ...wrong.slice(0, mostRowErrors).map(({ row, words }, index) => ({
      name: `${box}.${index}`,
      message: say(locale, fieldTexts.inPlace, {
        place: say(locale, texts.line, { line: first + index, first: sayCells(row.cells) }),
        words,
      }),
    })),
  ];
};

/** By what one knows the row. */
const sayCells = (cells: readonly Cell[]): string => {
  const text = cells.map(cellText).find((each) => each.trim() !== '') ?? '';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};
