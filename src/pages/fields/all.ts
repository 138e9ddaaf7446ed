import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { ownsInput } from '../../form/fields/all.ts';
import { address } from './address.tsx';
import { area } from './area.tsx';
import { calculated } from './calculated.tsx';
import { code } from './code.tsx';
import { signature } from './signature.tsx';
import { consent } from './consent.tsx';
import { date } from './date.tsx';
import { decimal } from './decimal.tsx';
import { email } from './email.tsx';
import { files, photos } from './files.tsx';
import { identity } from './identity.tsx';
import { integer } from './integer.tsx';
import { money } from './money.tsx';
import { note } from './note.tsx';
import { partialDate } from './partial-date.tsx';
import { personName } from './person-name.tsx';
import { point } from './point.tsx';
import { time } from './time.tsx';
import { trace } from './trace.tsx';
import { yesNo } from './yes-no.tsx';
import { choice } from './choice.tsx';
import { choices } from './choices.tsx';
import { datetime } from './datetime.tsx';
import type { Inputs } from '../../form/fields/field-type.ts';
import { type FieldPage, ownsExtra } from './field-page.ts';
import { phone } from './phone.tsx';
import { institution } from './institution.tsx';
import { place } from './place.tsx';
import { ranking } from './ranking.tsx';
import { record } from './record.tsx';
import { tableSaid } from './row-table.tsx';
import { rowCount, rowsPage } from './rows.tsx';
import { longText, text } from './text.tsx';

/** How every declared type of field is asked and shown. */
const fieldPages = {
  text,
  'long-text': longText,
  phone,
  choice,
  choices,
  ranking,
  institution,
  place,
  datetime,
  integer,
  decimal,
  money,
  'yes-no': yesNo,
  date,
  'partial-date': partialDate,
  time,
  email,
  identity,
  'person-name': personName,
  address,
  consent,
  note,
  calculated,
  point,
  trace,
  area,
  files,
  photos,
  code,
  signature,
  record,
  rows: rowsPage((field) => pageOf(field)),
} as const satisfies { [Name in FieldTypeName]: FieldPage<Name> };

/** The page half of a field's type; answers of a field are only ever given to its own. */
export const pageOf = <Name extends FieldTypeName>({ type }: FieldOf<Name>): FieldPage<Name> =>
  fieldPages[type] as FieldPage<Name>;

/** Whether an input of a page belongs to a field, those included that only help to find the answer. */
export const ownsPageInput = (field: Field, input: string): boolean =>
  ownsInput(field, input) ||
  (input.startsWith(field.name) && ownsExtra(pageOf(field), field, input.slice(field.name.length)));

/** What a page says of its rows itself. */
const isCount = ({ name }: Field, input: string): boolean => input === name + rowCount || input === name + tableSaid;

/** What was typed for a field, by the names of its inputs. */
export const typedFor = (field: Field, inputs: Inputs): readonly string[] =>
  Object.entries(inputs).flatMap(([input, typed]) =>
    typed !== '' && ownsPageInput(field, input) && !isCount(field, input) ? [typed] : [],
  );
