import type { InstitutionSettings } from '../../definition/fields/institution.ts';
import { type Institution, institutionInPlaceOf } from '../../territory/place.ts';
import { liesWithin, type World } from '../world.ts';
import { type FieldType, type Given, singleInput } from './field-type.ts';

/** Whether an institution may be chosen with these earlier answers. */
export const mayBeChosen = (
  { types, within }: InstitutionSettings,
  { type, place, retired }: Institution,
  given: Given,
  world: Pick<World, 'findPlace'>,
): boolean => {
  const around = within === undefined ? '' : String(given[within] ?? '');
  return (
    !retired && types.includes(type) && (around === '' || (place !== undefined && liesWithin(world, place, around)))
  );
};

export const institution: FieldType<'institution', string> = {
  ...singleInput,
  missing: 'required-choice',
  read: (sent, field, world, given) => {
    if (typeof sent !== 'string') return { fault: 'wrong-type' };
    // Whoever still sends an old code means the one institution that took its place.
    const found = institutionInPlaceOf(world.findInstitution, sent);
    if (!found || !mayBeChosen(field, found, {}, world)) return { fault: 'no-such-institution' };
    return mayBeChosen(field, found, given, world) ? { value: found.code } : { fault: 'not-offered-here' };
  },
  say: (value, _field, locale, world) => world.findInstitution(value)?.name[locale] ?? value,
  searched: (value) => ({ codes: [value] }),
  jsonSchema: ({ types }) => ({ type: 'string', description: `Code of an institution: ${types.join(', ')}` }),
};
