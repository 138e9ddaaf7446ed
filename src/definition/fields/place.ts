import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  level: Type.Enum(['governorate', 'district', 'municipality', 'village'], {
    description: 'Which level of the territory is asked for.',
  }),
});

export const place: FieldTypeDeclaration<Static<typeof source>, { readonly level: string }> = {
  description: 'A place of the territory, kept as its code.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: ({ level }) => ({ level }),
};
