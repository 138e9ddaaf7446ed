import { type Static, Type } from 'typebox';
import { suggest } from '../suggest.ts';
import type { FieldPlace, FieldTypeDeclaration } from './field-type.ts';

const levels = ['governorate', 'district', 'municipality', 'village'] as const;

const within = Type.Optional(
  Type.String({ description: 'The earlier place field in whose answer it lies, so that less has to be searched.' }),
);
const source = Type.Object({
  level: Type.Enum([...levels], { description: 'Which level of the territory is asked for.' }),
  within,
});

export interface PlaceSettings {
  readonly level: string;
  /** The field in whose answer it lies. */
  readonly within: string | undefined;
}

/** The earlier place field that `within` names, with a fault when there is none. */
export const placeAround = (field: string | undefined, place: FieldPlace) => {
  if (field === undefined) return undefined;
  const around = place.before.get(field);
  if (around?.type === 'place') return around;
  const known = [...place.before.values()].filter(({ type }) => type === 'place').map(({ name }) => name);
  place.fault(['within'], `there is no place field "${field}" before this one${suggest(field, known)}`);
  return undefined;
};

export const withinKey = within;

export const place: FieldTypeDeclaration<Static<typeof source>, PlaceSettings> = {
  description: 'A place of the territory, kept as its code.',
  keys: source.properties,
  celType: 'string',
  empty: '',
  compile: (declared, at) => {
    const around = placeAround(declared.within, at);
    const wider = levels.indexOf((around?.level ?? '') as (typeof levels)[number]);
    if (around && wider >= levels.indexOf(declared.level))
      at.fault(
        ['within'],
        `a ${declared.level} does not lie in a ${around.level}: name a field that asks for a wider place`,
      );
    return { level: declared.level, within: declared.within };
  },
};
