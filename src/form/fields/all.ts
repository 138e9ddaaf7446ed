import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { Field, FieldOf } from '../../definition/service.ts';
import { choice } from './choice.ts';
import { datetime } from './datetime.ts';
import type { FieldType, Inputs } from './field-type.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { rowsOf } from './rows.ts';
import { longText, text } from './text.ts';

/** The behaviour of every declared type of field. */
export const fieldBehaviour = {
  text,
  'long-text': longText,
  phone,
  choice,
  place,
  datetime,
  rows: rowsOf((field) => behaviourOf(field)),
} as const satisfies { [Name in FieldTypeName]: FieldType<Name> };

/** The behaviour of a field's type; answers of a field are only ever given to its own. */
export const behaviourOf = <Name extends FieldTypeName>({ type }: FieldOf<Name>): FieldType<Name> =>
  fieldBehaviour[type] as FieldType<Name>;

/** Whether an input of a page belongs to a field. */
export const ownsInput = (field: Field, input: string): boolean =>
  input.startsWith(field.name) && behaviourOf(field).owns(input.slice(field.name.length), field);

/** Whether anything was typed for a field, be it nothing. */
export const wasAsked = (field: Field, inputs: Inputs): boolean =>
  Object.keys(inputs).some((input) => ownsInput(field, input));
