import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const source = Type.Object({
  default: Type.Optional(
    Type.Enum(['now', 'today'], {
      description: 'What is offered as the answer: the present day and time, or the present day alone.',
    }),
  ),
});

/** `offer`: what is offered as the answer before anything was typed. */
export const datetime: FieldTypeDeclaration<Static<typeof source>, { readonly offer: 'now' | 'today' | undefined }> = {
  description: "A day and a time of day in the country's time zone, kept as an instant.",
  keys: source.properties,
  celType: 'timestamp',
  compile: (declared) => ({ offer: declared.default }),
};
