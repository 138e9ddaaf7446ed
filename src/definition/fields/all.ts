import { choice } from './choice.ts';
import { datetime } from './datetime.ts';
import { phone } from './phone.ts';
import { place } from './place.ts';
import { rows } from './rows.ts';
import { longText, text } from './text.ts';

/** Every type of field that a declaration may use. */
export const fieldTypes = {
  text,
  'long-text': longText,
  phone,
  choice,
  place,
  datetime,
  rows,
};

export type FieldTypeName = keyof typeof fieldTypes;
export const fieldTypeNames = Object.keys(fieldTypes) as FieldTypeName[];
