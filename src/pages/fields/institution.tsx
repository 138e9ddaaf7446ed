import type { Locale } from '../../base/texts.ts';
import { mayBeChosen } from '../../form/fields/institution.ts';
import type { Institution } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';
import { chosenFrom } from './chosen.tsx';
import type { FieldPage } from './field-page.ts';
import { optionWords } from './offer-texts.ts';
import { keptSearches } from './offers.ts';

const searchFor = keptSearches<Institution>();
/** One key for all institutions of some types in a territory, so that their search is made once. */
const sets = new WeakMap<Territory, Map<string, object>>();

const setOf = (territory: Territory, types: readonly string[]): object => {
  const known = sets.get(territory) ?? new Map<string, object>();
  sets.set(territory, known);
  const key = types.join(' ');
  const set = known.get(key) ?? {};
  known.set(key, set);
  return set;
};

export const institution: FieldPage<'institution', string> = {
  ...chosenFrom<'institution'>(
    {
      words: optionWords,
      looksAt: ({ within }) => (within === undefined ? [] : [within]),
      search: (field, asked, { territory, locale, given = {}, world }) => {
        const all = searchFor(setOf(territory, field.types), () =>
          field.types.flatMap((type) => territory.institutionsOf({ type })),
        );
        const { items, next } = all({ ...asked, locale, among: (each) => mayBeChosen(field, each, given, world) });
        return { offers: items.map((each) => offerOf(each, territory, locale)), next };
      },
      find: (value, _field, { territory, locale }) => {
        const found = territory.findInstitution(value);
        return found && offerOf(found, territory, locale);
      },
    },
    { fewOptions: 10 },
  ),
};

/** Where it lies, unless its name says so. */
const offerOf = ({ code, name, place }: Institution, territory: Territory, locale: Locale) => {
  const where = place === undefined ? undefined : territory.findPlace(place);
  const isSaid = !where || where.level === 'country' || name[locale].includes(where.name[locale]);
  return { value: code, name, where: isSaid ? undefined : where.name[locale] };
};
