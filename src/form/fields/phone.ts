import { latinDigits } from '../digits.ts';
import { type FieldType, singleInput } from './field-type.ts';

export const phone: FieldType<'phone', string> = {
  ...singleInput,
  read: (sent, _field, world) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    const value = sent.length > 40 ? undefined : world.readPhone(latinDigits(sent));
    return value === undefined ? { fault: 'not-a-phone' } : { value };
  },
  say: (value) => value,
  searched: (value) => ({ phones: [value] }),
  jsonSchema: () => ({
    type: 'string',
    description: 'E.164, or as dialled within the country',
    examples: ['+96171123456'],
  }),
};
