import { address } from './address.ts';
import { area } from './area.ts';
import { calculated } from './calculated.ts';
import { consent } from './consent.ts';
import { code } from './code.ts';
import { signature } from './signature.ts';
import { date } from './date.ts';
import { decimal } from './decimal.ts';
import { email } from './email.ts';
import { files, photos } from './files.ts';
import { identity } from './identity.ts';
import { integer } from './integer.ts';
import { money } from './money.ts';
import { note } from './note.ts';
import { partialDate } from './partial-date.ts';
import { personName } from './person-name.ts';
import { point } from './point.ts';
import { time } from './time.ts';
import { trace } from './trace.ts';
import { yesNo } from './yes-no.ts';
import { choice } from './choice.ts';
import { choices } from './choices.ts';
import { datetime } from './datetime.ts';
import { institution } from './institution.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { ranking } from './ranking.ts';
import { record } from './record.ts';
import { rows } from './rows.ts';
import { longText, text } from './text.ts';

/** Every type of field that a declaration may use. */
export const fieldTypes = {
  text,
  'long-text': longText,
  phone,
  choice,
  choices,
  ranking,
  place,
  datetime,
  institution,
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
  rows,
};

export type FieldTypeName = keyof typeof fieldTypes;
export const fieldTypeNames = Object.keys(fieldTypes) as FieldTypeName[];
