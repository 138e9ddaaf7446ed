import type { Locale } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import { isPlaceLevel, type Place } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';
import { chosenFrom } from './chosen.tsx';
import type { FieldPage, FieldTools } from './field-page.ts';
import { placeWords } from './offer-texts.ts';

const around = ({ within }: FieldOf<'place'>, { given = {} }: FieldTools): string =>
  within === undefined ? '' : String(given[within] ?? '');

export const place: FieldPage<'place', string> = {
  ...chosenFrom<'place'>(
    {
      words: placeWords,
      looksAt: ({ within }) => (within === undefined ? [] : [within]),
      search: (field, asked, tools) => {
        const { territory, locale } = tools;
        const parent = around(field, tools);
        const { places, next } = territory.searchPlaces({
          ...asked,
          level: isPlaceLevel(field.level) ? field.level : undefined,
          parent: parent === '' ? undefined : parent,
          locale,
        });
        return { offers: places.map((each) => offerOf(each, territory, locale)), next };
      },
      find: (value, _field, { territory, locale }) => {
        const found = territory.findPlace(value);
        return found && offerOf(found, territory, locale);
      },
    },
    { fewOptions: 10 },
  ),
};

const offerOf = (place: Place, territory: Territory, locale: Locale) => ({
  value: place.code,
  name: place.name,
  where: whereabouts(place, territory, locale),
});

/** In what a place lies, below the country: "صيدا، الجنوب". */
export const whereabouts = ({ code, name }: Place, territory: Territory, locale: Locale): string => {
  const names = territory
    .ancestors(code)
    .filter(({ level }) => level !== 'country')
    .map((above) => above.name[locale]);
  return [...new Set(names)].filter((above) => above !== name[locale]).join(locale === 'ar' ? '، ' : ', ');
};
