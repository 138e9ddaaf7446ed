import type { FieldTypeDeclaration } from './field-type.ts';

export const signature: FieldTypeDeclaration = {
  description: 'A signature: the name of who signs, typed, and a drawn one where the device can take it.',
  keys: {},
  // In expressions: whether somebody signed.
  celType: 'bool',
  empty: false,
  values: () => [true, false],
  compile: () => ({}),
};
