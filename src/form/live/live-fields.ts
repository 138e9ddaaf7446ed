import type { Field, FieldOf } from '../../definition/service.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import { calculated } from '../fields/calculated.ts';
import { choice } from '../fields/choice.ts';
import { choices } from '../fields/choices.ts';
import { date } from '../fields/date.ts';
import { decimal } from '../fields/decimal.ts';
import type { BehaviourOf, FieldType } from '../fields/field-type.ts';
import { integer } from '../fields/integer.ts';
import { money } from '../fields/money.ts';
import { partialDate } from '../fields/partial-date.ts';
import { rowsOf } from '../fields/rows.ts';
import { longText, text } from '../fields/text.ts';
import { time } from '../fields/time.ts';
import { yesNo } from '../fields/yes-no.ts';

/** The types of field whose answers a browser can read by itself: without the country's places and what else only the program knows. */
const behaviour = {
  text,
  'long-text': longText,
  integer,
  decimal,
  money,
  'yes-no': yesNo,
  choice,
  choices,
  date,
  'partial-date': partialDate,
  time,
  calculated,
  rows: rowsOf((field) => liveBehaviourOf(field)),
} as const satisfies { readonly [Name in FieldTypeName]?: FieldType<Name> };

export const liveBehaviourOf: BehaviourOf = <Name extends FieldTypeName>({ type }: FieldOf<Name>) =>
  (behaviour as Readonly<Record<string, unknown>>)[type] as FieldType<Name>;

/** A longer list weighs more than what it saves. */
const mostOptions = 60;

/** Whether a browser can read what is answered, and all that stands within. */
export const isLive = (field: Field): boolean => {
  if (!Object.hasOwn(behaviour, field.type)) return false;
  if (field.type === 'choice' || field.type === 'choices')
    return field.options.size <= mostOptions && (field.where ?? []).length === 0;
  // What records say the browser does not know.
  if (field.type === 'calculated' && field.from) return false;
  return field.type !== 'rows' || field.fields.every((each) => isLive(each) || isLeftOut(each, field.fields));
};

/** Files within rows, which nothing of the row looks at: the rest of the row is followed without them. */
const isLeftOut = ({ name, type }: Field, row: readonly Field[]): boolean =>
  (type === 'files' || type === 'photos') &&
  !row.some(({ show, checks }) =>
    [show, ...checks.map(({ holds }) => holds)].some((rule) => rule?.uses.includes(name)),
  );

/** The questions of a row that a browser follows. */
export const liveRow = (row: readonly Field[]): readonly Field[] => row.filter(isLive);

/** What the browser does not know of rows, by the name of each. */
export const leftOutOf = (field: Field): readonly string[] =>
  field.type === 'rows' ? field.fields.filter((each) => !isLive(each)).map(({ name }) => name) : [];
