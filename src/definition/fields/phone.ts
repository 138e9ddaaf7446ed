import type { FieldTypeDeclaration } from './field-type.ts';

export const phone: FieldTypeDeclaration = {
  description: 'A telephone number, kept in international form.',
  keys: {},
  celType: 'string',
  empty: '',
  aboutPerson: true,
  compile: () => ({}),
};
