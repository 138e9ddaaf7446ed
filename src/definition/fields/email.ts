import type { FieldTypeDeclaration } from './field-type.ts';

export const email: FieldTypeDeclaration = {
  description: 'An e-mail address.',
  keys: {},
  celType: 'string',
  aboutPerson: true,
  empty: '',
  compile: () => ({}),
};
