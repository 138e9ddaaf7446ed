import { createNameSearch } from '../../base/name-search.ts';
import { normaliseForSearch } from '../../base/search-text.ts';
import { type Locale, locales, type Text } from '../../base/texts.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { ReferredRecords } from '../../events/referred-records.ts';
import { behaviourOf } from '../../form/fields/all.ts';
import type { World } from '../../form/world.ts';
import type { Institution, Place, PlaceLevel } from '../../territory/place.ts';
import type { Territory } from '../../territory/territory.ts';

/** A code, or what was written where it is none; or, in words, which of several it could be. */
type Found = { readonly code: string } | { readonly several: Text };

/** What reading cells needs of the world: that of forms, and places and institutions by what they are called. */
export interface CellWorld {
  readonly world: World;
  readonly findByName: FoundByName;
  /** Records by what is shown of them. */
  readonly records: Pick<ReferredRecords, 'knowNames' | 'named'>;
}

/**
 * Places and institutions by their code or by what they are called, in any spelling that the search of places knows. Where
 * a name is that of several, or means nothing, nobody guesses. Files repeat few names many times: what was found is kept.
 */
export interface FoundByName {
  /** @param around code of the place in which it lies, where the row says so */
  readonly place: (text: string, level: string, around: string | undefined) => Found;
  readonly institution: (text: string, types: readonly string[]) => Found;
}

const mostKept = 20_000;
const mostSaid = 6;

export const createFindByName = (
  territory: Pick<Territory, 'findPlace' | 'findInstitution' | 'searchPlaces' | 'institutionsOf' | 'ancestors'>,
  onChange?: (forget: () => void) => void,
): FoundByName => {
  const kept = new Map<string, Found>();
  onChange?.(() => kept.clear());
  const remember = (key: string, find: () => Found): Found => {
    const before = kept.get(key);
    if (before) return before;
    if (kept.size >= mostKept) kept.clear();
    const found = find();
    kept.set(key, found);
    return found;
  };

  const placesNamed = (text: string, level: string, parent: string | undefined): readonly Place[] => {
    const { places } = territory.searchPlaces({ q: text, level: level as PlaceLevel, parent });
    return meantBy(places, text);
  };
  const findPlace = (text: string, level: string, around: string | undefined): Found => {
    if (territory.findPlace(text)) return { code: text };
    const whole = placesNamed(text, level, around);
    if (whole.length === 1) return { code: whole[0]!.code };
    // "Ain, Jezzine": the name, and one of a place around it.
    const [name = '', outer = ''] = text.split(/\s*[,،/]\s*/, 2);
    const within =
      outer === ''
        ? []
        : (['district', 'governorate', 'municipality'] as const).flatMap((each) =>
            placesNamed(outer, each, undefined).flatMap(({ code }) => placesNamed(name, level, code)),
          );
    const codes = [...new Set(within.map(({ code }) => code))];
    if (codes.length === 1) return { code: codes[0]! };
    const candidates = whole.length > 0 ? whole : within;
    return candidates.length > 1 ? { several: sayAll(candidates, territory.ancestors) } : { code: text };
  };
  const findInstitution = (text: string, types: readonly string[]): Found => {
    if (territory.findInstitution(text)) return { code: text };
    const items = createNameSearch(types.flatMap((type) => territory.institutionsOf({ type })))({ q: text }).items;
    const meant = meantBy(items, text);
    if (meant.length === 1) return { code: meant[0]!.code };
    return meant.length > 1 ? { several: sayAll(meant, () => []) } : { code: text };
  };
  return {
    place: (text, level, around) =>
      remember(`p ${level} ${around ?? ''} ${text}`, () => findPlace(text, level, around)),
    institution: (text, types) => remember(`i ${types.join(' ')} ${text}`, () => findInstitution(text, types)),
  };
};

/** What cells are read in, as it is at the moment. */
export const createCellWorld = (
  world: () => World,
  records: CellWorld['records'],
  ...country: Parameters<typeof createFindByName>
): (() => CellWorld) => {
  const findByName = createFindByName(...country);
  return () => ({ world: world(), findByName, records });
};

/** A record by its reference, or by what is shown of it, as that was looked up before. */
export const findEntry = (text: string, field: FieldOf<'record'>, { world, records }: CellWorld): Found => {
  const bearing = world.findRecord?.(text) ? [] : records.named(field, text);
  const [only] = bearing;
  if (bearing.length <= 1 || !only) return { code: only?.reference ?? text };
  const said = bearing.slice(0, mostSaid);
  const end = bearing.length > mostSaid ? ['…'] : [];
  const inLanguage = (locale: Locale): string =>
    [...said.map(({ reference }) => behaviourOf(field).say(reference, field, locale, world)), ...end].join('; ');
  return { several: { ar: inLanguage('ar'), fr: inLanguage('fr'), en: inLanguage('en') } };
};

/** Those that bear exactly this name, today's or another of theirs, where there are any; else all that were found. */
const meantBy = <Item extends Place | Institution>(found: readonly Item[], text: string): readonly Item[] => {
  const wanted = normaliseForSearch(text);
  const named = found.filter((item) =>
    [...locales.map((locale) => item.name[locale]), ...('otherNames' in item ? (item.otherNames ?? []) : [])].some(
      (name) => normaliseForSearch(name) === wanted,
    ),
  );
  return named.length > 0 ? named : found;
};

/** Each with its code, and the place around it. */
const sayAll = (items: readonly (Place | Institution)[], ancestors: (code: string) => readonly Place[]): Text =>
  Object.fromEntries(
    locales.map((locale) => {
      const said = items.slice(0, mostSaid).map(({ code, name }) => {
        const outer = ancestors(code)[0]?.name[locale];
        return `${name[locale]}${outer === undefined ? '' : ` – ${outer}`} [${code}]`;
      });
      return [locale, [...said, ...(items.length > mostSaid ? ['…'] : [])].join(locale === 'ar' ? '، ' : ', ')];
    }),
  ) as Text;
