import { normaliseForSearch } from '../../base/search-text.ts';
import { type Locale, locales, say } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import { isPlaceLevel, type Place } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';
import { Radios, SelectField } from '../ui/choice-field.tsx';
import { PlaceField } from '../ui/place-field.tsx';
import { type AskProps, type FieldPage, type FieldTools, frameOf } from './field-page.ts';
import { fieldTexts as texts } from './field-texts.ts';

/**
 * Up to so many places are offered as they are; of more, one is searched for. Without a script that takes the button
 * beside the box; a name that means one place only is taken without asking again.
 */
const fewPlaces = 10;
const longList = 40;
const shownResults = 10;
/** Stands for a name that was typed and means no place or several: no place has this code. */
const unsettled = '?';

export const place: FieldPage<'place', string> = {
  extraInputs: ['.search'],
  isButton: (suffix) => suffix === '.find',
  island: 'place-search',
  settle: (inputs, field, tools) => {
    const search = searchOf(inputs, field);
    if (search === '') return inputs;
    const found = findPlaces(field, tools, search);
    if (found.some(({ code }) => code === inputs[field.name])) return inputs;
    return { ...inputs, [field.name]: onlyOneMeant(found, search)?.code ?? unsettled };
  },
  ask: (props) => {
    const all = findPlaces(props.field, props);
    if (all.length > longList) return askBySearch(props);
    const options = all.map((each) => ({ value: each.code, label: each.name[props.locale] }));
    const value = props.inputs[props.field.name];
    return all.length > fewPlaces ? (
      <SelectField {...frameOf(props)} options={options} value={value} />
    ) : (
      <Radios {...frameOf(props)} options={options} value={value} />
    );
  },
  show: (value, _field, { territory, locale }) => {
    const found = territory.findPlace(value);
    if (!found) return value;
    const where = whereabouts(found, territory, locale);
    return (
      <>
        {found.name[locale]}
        {where && <span class="where"> ({where})</span>}
      </>
    );
  },
  sayMissing: (inputs, field, tools) => {
    const search = searchOf(inputs, field);
    const text =
      search === ''
        ? texts.placeMissing
        : findPlaces(field, tools, search).length === 0
          ? texts.placeUnknown
          : texts.placeAmbiguous;
    return say(tools.locale, text, { label: field.label[tools.locale] });
  },
};

const searchOf = (inputs: AskProps['inputs'], { name }: FieldOf<'place'>): string =>
  inputs[`${name}.search`]?.trim().slice(0, 100) ?? '';

const findPlaces = (field: FieldOf<'place'>, { territory, locale }: FieldTools, q?: string): readonly Place[] =>
  territory.searchPlaces({ level: isPlaceLevel(field.level) ? field.level : undefined, q, locale }).places;

/** The place that a search means: the only one found, or the only one that bears exactly this name. */
const onlyOneMeant = (found: readonly Place[], search: string): Place | undefined => {
  if (found.length === 1) return found[0];
  const wanted = normaliseForSearch(search);
  const named = found.filter(({ name }) => locales.some((locale) => normaliseForSearch(name[locale]) === wanted));
  return named.length === 1 ? named[0] : undefined;
};

/** In what a place lies, below the country: "صيدا، الجنوب". */
export const whereabouts = ({ code, name }: Place, territory: Territory, locale: Locale): string => {
  const names = territory
    .ancestors(code)
    .filter(({ level }) => level !== 'country')
    .map((above) => above.name[locale]);
  return [...new Set(names)].filter((above) => above !== name[locale]).join(separator(locale));
};

const separator = (locale: Locale): string => (locale === 'ar' ? '، ' : ', ');

const askBySearch = (props: AskProps<'place'>) => {
  const { field, inputs, locale, territory } = props;
  const value = inputs[field.name];
  const chosen = value ? territory.findPlace(value) : undefined;
  const search = searchOf(inputs, field);
  const found = search === '' ? [] : findPlaces(field, props, search);
  const offered = (chosen ? [chosen, ...found.filter((each) => each !== chosen)] : found).slice(0, shownResults);
  return (
    <div
      data-place-level={field.level}
      data-chosen={chosen?.name[locale]}
      data-nothing={say(locale, texts.nothingFound)}
      data-where={wheresFor(field, territory, locale)}
    >
      <PlaceField
        {...frameOf(props)}
        hint={field.hint?.[locale] ?? say(locale, texts.placeHint)}
        search={search || chosen?.name[locale]}
        value={value}
        results={offered.map((each) => ({
          value: each.code,
          label: each.name[locale],
          hint: whereabouts(each, territory, locale),
        }))}
        resultsLabel={say(locale, texts.placesFound)}
        nothingFound={say(locale, texts.nothingFound)}
      />
      {found.length > shownResults && <p class="nothing">{say(locale, texts.moreFound)}</p>}
    </div>
  );
};

// What the script shows beside each name, by the code of what the place lies in; a territory never changes while it is held.
const wheres = new WeakMap<Territory, Map<string, string>>();
const mostWheres = 60;

const wheresFor = ({ level }: FieldOf<'place'>, territory: Territory, locale: Locale): string => {
  const known = wheres.get(territory) ?? new Map<string, string>();
  wheres.set(territory, known);
  const key = `${level} ${locale}`;
  const where = known.get(key) ?? JSON.stringify(whereByParent(level, territory, locale));
  known.set(key, where);
  return where;
};

const whereByParent = (
  level: string | undefined,
  territory: Territory,
  locale: Locale,
): Readonly<Record<string, string>> => {
  const where: Record<string, string> = {};
  for (let page: string | undefined = '1'; page !== undefined;) {
    const found = territory.searchPlaces({ level: isPlaceLevel(level) ? level : undefined, locale, page });
    for (const each of found.places) {
      const above = each.parent === undefined ? undefined : territory.findPlace(each.parent);
      if (above)
        where[above.code] ??= [above.name[locale], whereabouts(above, territory, locale)]
          .filter((name) => name !== '')
          .join(separator(locale));
    }
    page = found.next;
  }
  return Object.keys(where).length > mostWheres ? {} : where;
};
