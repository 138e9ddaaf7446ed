import { inPlaceOf } from '../../territory/place.ts';
import { liesWithin } from '../world.ts';
import { type FieldType, singleInput } from './field-type.ts';

export const place: FieldType<'place', string> = {
  ...singleInput,
  missing: 'required-choice',
  read: (sent, field, world, given) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    // Whoever still sends an old code means the place as it is called now.
    const found = inPlaceOf(world.findPlace, sent);
    if (!found || found.level !== field.level || found.retired) return { fault: 'no-such-place' };
    const around = field.within === undefined ? '' : String(given[field.within] ?? '');
    return around === '' || liesWithin(world, found.code, around)
      ? { value: found.code }
      : { fault: 'not-offered-here' };
  },
  say: (value, _field, locale, world) => world.findPlace(value)?.name[locale] ?? value,
  searched: (value) => ({ codes: [value] }),
  jsonSchema: (field) => ({ type: 'string', description: `Code of a ${field.level}, see /api/v1/places` }),
};
