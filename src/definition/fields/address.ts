import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  level: Type.Optional(
    Type.Enum(['governorate', 'district', 'municipality', 'village'], {
      default: 'municipality',
      description: 'Which level of the territory is asked for.',
    }),
  ),
  postcode: Type.Optional(
    Type.Boolean({ default: false, description: 'Whether the postcode is asked for, which may be left out.' }),
  ),
});

export interface AddressSettings {
  readonly level: 'governorate' | 'district' | 'municipality' | 'village';
  readonly postcode: boolean;
}

/** In expressions it is the code of its place, which is what decides. */
export const address: FieldTypeDeclaration<Static<typeof source>, AddressSettings> = {
  description: 'Where something is: the lines of an address, a place of the territory, a postcode.',
  keys: source.properties,
  celType: 'string',
  aboutPerson: true,
  empty: '',
  compile: ({ level = 'municipality', postcode = false }) => ({ level, postcode }),
};
