import { say } from '../../base/texts.ts';
import type { Cell } from '../../base/table/cell.ts';
import type { Field, Service } from '../../definition/service.ts';
import { nameOfRecord, phoneOfApplicant } from '../../form/applicant.ts';
import { behaviourOf, hasAnswer } from '../../form/fields/all.ts';
import type { Answer } from '../../form/fields/field-type.ts';
import type { ListedRow } from '../../projections/worklist-queries.ts';
import type { FieldTools } from '../fields/field-page.ts';
import { type Desk, getVersion, type Work } from './desk.ts';
import { exportTexts as texts } from './export-texts.ts';
import { referenceOfRow } from './worklist-data.ts';

export interface ExportColumn {
  readonly heading: string;
  readonly cell: (row: ListedRow, work: Work) => Cell;
}

/** The instant as clocks of the country show it. Clocks change at full minutes: what each shows is worked out once. */
const createWallClock = (timeZone: string): ((at: Date) => Cell) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const minutes = new Map<number, readonly [day: string, time: string]>();
  return (at) => {
    const minute = Math.floor(+at / 60_000);
    let shown = minutes.get(minute);
    if (!shown) {
      const [day = '', time = ''] = format.format(minute * 60_000).split(' ');
      shown = [day, time];
      if (minutes.size > 20_000) minutes.clear();
      minutes.set(minute, shown);
    }
    const second = Math.floor(+at / 1_000) - minute * 60;
    return { day: shown[0], time: `${shown[1]}:${second < 10 ? '0' : ''}${second}` };
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

const mostSaid = 10_000;

const fieldColumn = (field: Field, { locale, world }: FieldTools, wall: (at: Date) => Cell): ExportColumn => {
  // The same few places and choices again and again.
  const said = new Map<Answer, string>();
  const sayOnce = (answer: Answer): string => {
    const words = said.get(answer) ?? behaviourOf(field).say(answer as never, field as never, locale, world);
    if (typeof answer !== 'object' && said.size < mostSaid) said.set(answer, words);
    return words;
  };
  return {
    heading: field.label[locale],
    // A question of an earlier version may have been of another type: then what is kept is not what this one expects.
    cell: ({ data }) => {
      const answer = data[field.name];
      if (answer === undefined) return undefined;
      try {
        return cellOf(field, answer, wall) ?? sayOnce(answer);
      } catch {
        return typeof answer === 'object' ? '' : String(answer);
      }
    },
  };
};

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
