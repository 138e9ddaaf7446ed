import type { FieldType } from './field-type.ts';

/** It asks nothing, so nothing is read, kept or said. */
export const note: FieldType<'note', string> = {
  owns: (suffix) => suffix === '',
  read: () => ({ value: '' }),
  compute: () => undefined,
  fromInputs: () => undefined,
  toInputs: () => ({}),
  toExpression: () => undefined,
  say: () => '',
  jsonSchema: () => ({ readOnly: true, description: 'Words that are shown; it takes no answer' }),
};
