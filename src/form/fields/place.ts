import { type FieldType, singleInput } from './field-type.ts';

export const place: FieldType<'place', string> = {
  ...singleInput,
  missing: 'required-choice',
  read: (sent, field, world) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    const found = world.findPlace(sent);
    return found && found.level === field.level && !found.retired ? { value: sent } : { fault: 'no-such-place' };
  },
  say: (value, _field, locale, world) => world.findPlace(value)?.name[locale] ?? value,
  jsonSchema: (field) => ({ type: 'string', description: `Code of a ${field.level}, see /api/v1/places` }),
};
