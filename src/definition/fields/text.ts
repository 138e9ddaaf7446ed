import { type Static, Type } from 'typebox';
import type { FieldTypeDeclaration } from './field-type.ts';

const keys = (fallback: number) => ({
  max: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 20_000,
      default: fallback,
      description: 'Longest answer accepted, in characters.',
    }),
  ),
});
const source = Type.Object(keys(0));

const textOfLength = (
  description: string,
  longest: number,
): FieldTypeDeclaration<Static<typeof source>, { readonly max: number }> => ({
  description,
  keys: keys(longest),
  celType: 'string',
  empty: '',
  compile: ({ max = longest }) => ({ max }),
});

export const text = textOfLength('One line of text.', 200);
export const longText = textOfLength('Several lines of text.', 4_000);
