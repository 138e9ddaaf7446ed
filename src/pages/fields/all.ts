import type { FieldTypeName } from '../../definition/fields/field-types.ts';
import type { Field } from '../../definition/service.ts';
import { fieldBehaviour } from '../../form/fields/all.ts';
import { choice } from './choice.tsx';
import { datetime } from './datetime.tsx';
import type { FieldPage } from './field-page.ts';
import { phone } from './phone.tsx';
import { place } from './place.tsx';
import { longText, text } from './text.tsx';

/** How every declared type of field is asked and shown. */
export const fieldPages: Readonly<Record<FieldTypeName, FieldPage>> = {
  text,
  'long-text': longText,
  phone,
  choice,
  place,
  datetime,
};

/** Names of all inputs that ask for a field. */
export const inputNames = ({ name, type }: Field): readonly string[] =>
  [...fieldBehaviour[type].inputs, ...(fieldPages[type].extraInputs ?? [])].map((suffix) => name + suffix);
