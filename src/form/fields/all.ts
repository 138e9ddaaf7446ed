import { type FieldTypeName, fieldTypes } from '../../definition/fields/all.ts';
import type { FieldTypeDeclaration } from '../../definition/fields/field-type.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { address } from './address.ts';
import { area } from './area.ts';
import { calculated } from './calculated.ts';
import { code } from './code.ts';
import { signature } from './signature.ts';
import { consent } from './consent.ts';
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
import type { Answer, FieldType, Given, Inputs } from './field-type.ts';
import { institution } from './institution.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { ranking } from './ranking.ts';
import { recordOf } from './record.ts';
import { rowsOf } from './rows.ts';
import { longText, text } from './text.ts';
import { knownAnswers } from '../prefill.ts';
import { takenAnswer } from '../taken-answer.ts';
import type { World } from '../world.ts';

/** The behaviour of every declared type of field. */
export const fieldBehaviour = {
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
  record: recordOf((field) => behaviourOf(field)),
  rows: rowsOf((field) => behaviourOf(field)),
} as const satisfies { [Name in FieldTypeName]: FieldType<Name> };

/** The behaviour of a field's type; answers of a field are only ever given to its own. */
export const behaviourOf = <Name extends FieldTypeName>({ type }: FieldOf<Name>): FieldType<Name> =>
  fieldBehaviour[type] as FieldType<Name>;

/** Whether a question has an answer at all, asked for or worked out: a note has none. */
export const hasAnswer = ({ type }: Field): boolean => (fieldTypes[type] as FieldTypeDeclaration).celType !== undefined;

/** Whether an input of a page belongs to a field. */
export const ownsInput = (field: Field, input: string): boolean =>
  input.startsWith(field.name) && behaviourOf(field).owns(input.slice(field.name.length), field);

/** What was typed or, where the question was not asked before, what the declaration offers as its answer. */
export const withOffered = (field: Field, inputs: Inputs, world: World, given: Given = {}): Inputs => {
  const behaviour = behaviourOf(field);
  const offered = behaviour.offered?.(field, world) ?? prefilled(field, world, given);
  return offered === undefined || wasAsked(field, inputs)
    ? inputs
    : { ...inputs, ...behaviour.toInputs(offered, field, world) };
};

const prefilled = (field: Field, world: World, given: Given): Answer | undefined => {
  const taken = field.prefillFrom && takenAnswer(field.prefillFrom, given, world);
  const known = field.prefill === undefined ? [] : knownAnswers(field.prefill, field, world);
  for (const each of taken === undefined ? known : [taken]) {
    const reading = behaviourOf(field).read(each, field, world, given);
    if ('value' in reading && !('errors' in reading)) return reading.value;
  }
  return undefined;
};

/** Whether anything was typed for a field, be it nothing. */
export const wasAsked = (field: Field, inputs: Inputs): boolean =>
  Object.keys(inputs).some((input) => ownsInput(field, input));
