import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  needs: Type.Optional(
    Type.Enum(['ar', 'latin', 'both', 'any'], {
      default: 'any',
      description: 'In which letters the name must be given: Arabic, Latin, both, or any of the two.',
    }),
  ),
});

export interface PersonNameSettings {
  readonly needs: 'ar' | 'latin' | 'both' | 'any';
}

export const personName: FieldTypeDeclaration<Static<typeof source>, PersonNameSettings> = {
  description: "A person's name in Arabic and in Latin letters; expressions see the Arabic one where there is one.",
  keys: source.properties,
  celType: 'string',
  aboutPerson: true,
  empty: '',
  compile: ({ needs = 'any' }) => ({ needs }),
};
