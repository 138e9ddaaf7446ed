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
  default: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 2_000,
      description: 'What is offered as the answer, the same in every language.',
    }),
  ),
});
const source = Type.Object(keys(0));

export interface TextSettings {
  readonly max: number;
  readonly offer?: string | undefined;
}

const textOfLength = (
  description: string,
  longest: number,
): FieldTypeDeclaration<Static<typeof source>, TextSettings> => ({
  description,
  keys: keys(longest),
  celType: 'string',
  empty: '',
  compile: ({ max = longest, default: offer }, place) => {
    if (offer !== undefined && offer.length > max)
      place.fault(['default'], `"${offer}" is longer than the ${max} characters that are accepted: shorten it`);
    return { max, offer };
  },
});

export const text = textOfLength('One line of text.', 200);
export const longText = textOfLength('Several lines of text.', 4_000);
