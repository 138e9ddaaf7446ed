import { say } from '../../base/texts.ts';
import type { Cell } from '../../base/table/cell.ts';
import type { Field, Service } from '../../definition/service.ts';
import { nameOfRecord, phoneOfApplicant } from '../../form/applicant.ts';
import { behaviourOf, hasAnswer } from '../../form/fields/all.ts';
import type { Answer } from '../../form/fields/field-type.ts';
import type { WorklistRow } from '../../projections/worklist-queries.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { type Desk, getVersion, type Work } from './desk.ts';
import { exportTexts as texts } from './export-texts.ts';
import { referenceOfRow } from './worklist-data.ts';

export interface ExportColumn {
  readonly heading: string;
  readonly cell: (row: WorklistRow, work: Work) => Cell;
}

/** The instant as clocks of the country show it. Offsets change on the hour: each hour's is worked out once. */
const createWallClock = (timeZone: string): ((at: Date) => Cell) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const hours = new Map<number, number>();
  return (at) => {
    const hour = Math.floor(+at / 3_600_000);
    let offset = hours.get(hour);
    if (offset === undefined) {
      offset = Date.parse(`${format.format(hour * 3_600_000).replace(' ', 'T')}Z`) - hour * 3_600_000;
      if (hours.size > 20_000) hours.clear();
      hours.set(hour, offset);
    }
    const wall = new Date(+at + offset).toISOString();
    return { day: wall.slice(0, 10), time: wall.slice(11, 19) };
  };
};

/**
 * The columns of a list: what is known of every record, and where the list is about one service a column for each question
 * that is not sensitive, typed: numbers as numbers, days as days. What a reader may not see of a single record is an empty
 * cell, since it is not in the row.
 */
export const columnsOf = (desk: Desk, service: Service | undefined, tools: FieldTools): readonly ExportColumn[] => {
  const { locale, world } = tools;
  const wall = createWallClock(world.timeZone);
  const column = (text: (typeof texts)[keyof typeof texts], cell: ExportColumn['cell']): ExportColumn => ({
    heading: say(locale, text),
    cell,
  });
  const about = [
    column(texts.name, ({ data, versionId }, work) => nameOfRecord(getVersion(work, versionId), data, tools)),
    column(texts.phone, ({ data, versionId }, work) => phoneOfApplicant(getVersion(work, versionId), data)),
  ];
  return [
    column(texts.reference, (row, work) => referenceOfRow(work, row)),
    ...(service
      ? []
      : [column(texts.service, ({ versionId }, work) => getVersion(work, versionId).texts.title[locale])]),
    column(
      texts.state,
      ({ versionId, state }, work) => getVersion(work, versionId).states.get(state)?.staffLabel[locale] ?? state,
    ),
    column(texts.institution, ({ institution }) => desk.sayInstitution(institution, locale)),
    column(texts.submitted, ({ submittedAt }) => wall(submittedAt)),
    column(texts.updated, ({ updatedAt }) => wall(updatedAt)),
    column(texts.due, ({ dueAt }) => (dueAt === null ? undefined : wall(dueAt))),
    ...(service ? fieldsOf(service).map((field) => fieldColumn(field, tools, wall)) : about),
  ];
};

const fieldsOf = ({ fields }: Service): readonly Field[] =>
  [...fields.values()].filter((field) => field.protect !== 'sensitive' && hasAnswer(field));

const fieldColumn = (field: Field, { locale, world }: FieldTools, wall: (at: Date) => Cell): ExportColumn => ({
  heading: field.label[locale],
  // A question of an earlier version may have been of another type: then what is kept is not what this one expects.
  cell: ({ data }) => {
    const answer = data[field.name];
    if (answer === undefined) return undefined;
    try {
      return cellOf(field, answer, wall) ?? behaviourOf(field).say(answer as never, field as never, locale, world);
    } catch {
      return typeof answer === 'object' ? '' : String(answer);
    }
  },
});

/** Undefined: what it says in words. */
const cellOf = ({ type }: Field, answer: Answer, wall: (at: Date) => Cell): Cell => {
  if (typeof answer === 'number') return answer;
  if (typeof answer !== 'string') return undefined;
  switch (type) {
    case 'date':
      return { day: answer };
    case 'datetime':
      return wall(new Date(answer));
    case 'time':
      return { time: `${answer}:00` };
    case 'money':
      return Number.isSafeInteger(Number(answer)) || answer.length < 15 ? Number(answer) : answer;
    case 'text':
    case 'long-text':
    case 'phone':
    case 'email':
    case 'identity':
    case 'code':
      return answer;
    default:
      return undefined;
  }
};
