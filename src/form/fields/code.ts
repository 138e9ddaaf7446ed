import { latinDigits } from '../digits.ts';
import { type FieldType, singleInput } from './field-type.ts';
import { exampleOf, firstOf } from './identity.ts';

export const longestCode = 300;

/** The text of a code, as its pattern writes it where it has one. */
export const code: FieldType<'code', string> = {
  ...singleInput,
  read: (sent, { masks }) => {
    const text = typeof sent === 'string' ? sent.trim() : '';
    if ([...text].length > longestCode || text === '' || !text.isWellFormed() || /\p{Cc}|\ufffd/u.test(text))
      return { fault: 'not-a-code', values: { max: longestCode } };
    if (masks.length === 0) return { value: text };
    const value = text.length > 100 ? undefined : firstOf(masks, latinDigits(text).toUpperCase());
    return value === undefined ? { fault: 'not-an-identity', values: { example: exampleOf(masks) } } : { value };
  },
  say: (value) => value,
  searched: (value) => ({ identities: [value] }),
  jsonSchema: ({ masks }) => ({
    type: 'string',
    maxLength: longestCode,
    ...(masks.length > 0 && {
      description: `${masks.map(({ source }) => source).join(' or ')}: 9 is a digit, A a letter, * either`,
    }),
  }),
};
