import type { FieldTypeName } from '../../definition/fields/field-types.ts';
import { choice } from './choice.ts';
import { datetime } from './datetime.ts';
import type { FieldType } from './field-type.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { longText, text } from './text.ts';

/** The behaviour of every declared type of field. */
export const fieldBehaviour: Readonly<Record<FieldTypeName, FieldType>> = {
  text,
  'long-text': longText,
  phone,
  choice,
  place,
  datetime,
};
