import { type FieldType, singleInput } from './field-type.ts';
import { offeredBy, optionSchema, sayOption } from './options.ts';

export const choice: FieldType<'choice', string> = {
  ...singleInput,
  missing: 'required-choice',
  offered: ({ offer }) => offer,
  read: (sent, field, world, given) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    if (!field.options.has(sent)) return { fault: 'not-an-option' };
    return offeredBy(field, given, world)(sent) ? { value: sent } : { fault: 'not-offered-here' };
  },
  say: (value, field, locale) => sayOption(field, value)[locale],
  searched: (value) => ({ codes: [value] }),
  jsonSchema: optionSchema,
};
