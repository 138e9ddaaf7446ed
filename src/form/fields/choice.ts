import { type FieldType, singleInput } from './field-type.ts';

export const choice: FieldType<'choice', string> = {
  ...singleInput,
  missing: 'required-choice',
  read: (sent, field) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    return field.options.has(sent) ? { value: sent } : { fault: 'not-an-option' };
  },
  say: (value, field, locale) => field.options.get(value)?.[locale] ?? value,
  jsonSchema: (field) => ({ enum: [...field.options.keys()] }),
};
