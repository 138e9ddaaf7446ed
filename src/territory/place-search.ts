import { normaliseForSearch, soundKey } from '../base/search-text.ts';
import { type Locale, locales } from '../base/texts.ts';
import { createHaystack, type Haystack } from './haystack.ts';
import { type Place, type PlaceLevel, placeLevels } from './place.ts';

export interface PlaceSearch {
  readonly level?: PlaceLevel | undefined;
  readonly q?: string | undefined;
  /** Only places below this one, at any depth. */
  readonly parent?: string | undefined;
  /** The `next` of the answer before; the first page without it. */
  readonly page?: string | undefined;
  /** In which language's alphabet equally good places are ordered; Arabic without it. */
  readonly locale?: Locale | undefined;
}

export interface PlacesFound {
  readonly places: readonly Place[];
  readonly next: string | undefined;
}

const pageSize = 50;

/**
 * Finds places by what people type. A whole name comes before the beginning of one, that before the beginning of a word,
 * that before the middle of one, and last come names that only sound alike in Latin letters; within each, by name.
 */
export const createPlaceSearch = (
  places: readonly Place[],
  isWithin: (code: string, ancestor: string) => boolean,
): ((search: PlaceSearch) => PlacesFound) => {
  const offered = places.filter(({ retired }) => !retired);
  const everywhere = createShelf(offered);
  const shelves = new Map(
    placeLevels.map((level) => [level, createShelf(offered.filter((place) => place.level === level))]),
  );
  return ({ level, q = '', parent, page, locale = 'ar' }) => {
    const query = whileTyping(normaliseForSearch(q));
    if (query === '' && /[^\s\u0627\u0644]/.test(q)) return { places: [], next: undefined };
    const shelf = (level === undefined ? everywhere : shelves.get(level)) ?? everywhere;
    const { inOrder, position } = shelf.alphabet(locale);
    const asked = (place: Place): boolean =>
      parent === undefined || (place.code !== parent && isWithin(place.code, parent));
    if (query === '') return pageOf(inOrder.filter(asked), page);
    const found = ranked(shelf, query)
      .filter(({ place }) => asked(place))
      .sort((a, b) => a.rank - b.rank || (position.get(a.place) ?? 0) - (position.get(b.place) ?? 0));
    return pageOf(
      found.map(({ place }) => place),
      page,
    );
  };
};

/** Places that are searched together. Each is one text `|name|name|…` per kind of key. */
interface Shelf {
  readonly places: readonly Place[];
  readonly names: Haystack;
  readonly sounds: Haystack;
  readonly alphabet: (locale: Locale) => Alphabet;
}

interface Alphabet {
  readonly inOrder: readonly Place[];
  readonly position: ReadonlyMap<Place, number>;
}

const createShelf = (places: readonly Place[]): Shelf => {
  const keys = places.map(({ name, otherNames = [] }) => [
    ...new Set([...locales.map((locale) => name[locale]), ...otherNames].map(normaliseForSearch)),
  ]);
  const latin = (key: string): boolean => /^[a-z\d ]+$/.test(key);
  return {
    places,
    names: createHaystack(keys.map((names) => `|${names.join('|')}|`)),
    sounds: createHaystack(keys.map((names) => `|${names.filter(latin).map(soundKey).join('|')}|`)),
    alphabet: createAlphabets(places),
  };
};

interface Ranked {
  readonly place: Place;
  /** 0 whole name, 1 its beginning, 2 a word's beginning, 3 anywhere, 4 sounds like the whole name, 5 like its beginning. */
  readonly rank: number;
}

const ranked = ({ places, names, sounds }: Shelf, query: string): Ranked[] => {
  const found: Ranked[] = [];
  const add = (index: number, rank: number): void => {
    const place = places[index];
    if (place) found.push({ place, rank });
  };
  const literally = names.holding(query);
  for (const index of literally) {
    const text = names.text(index);
    add(index, text.includes(`|${query}|`) ? 0 : text.includes(`|${query}`) ? 1 : text.includes(` ${query}`) ? 2 : 3);
  }
  const sound = soundKey(query);
  // Shorter sounds are in too many names.
  if (sound.length < 3 || !/^[a-z\d]+$/.test(sound)) return found;
  const already = new Set(literally);
  for (const index of sounds.holding(`|${sound}`)) {
    if (!already.has(index)) add(index, sounds.text(index).includes(`|${sound}|`) ? 4 : 5);
  }
  return found;
};

/** Somebody who has typed ال or الغ is on the way to الغازية: the article goes before the second letter is there. */
const whileTyping = (query: string): string => query.replace(/(^| )ال(?=.?$)/u, '$1').trim();

/** The places in a language's alphabet; worked out when first asked for. */
const createAlphabets = (places: readonly Place[]): ((locale: Locale) => Alphabet) => {
  const alphabets = new Map<Locale, Alphabet>();
  return (locale) => {
    const known = alphabets.get(locale);
    if (known) return known;
    const { compare } = new Intl.Collator(locale);
    // Without the article: القاع stands under ق, as in a directory.
    const keyed = places.map((place) => ({ place, key: place.name[locale].replace(/^ال(?=..)/, '') }));
    keyed.sort((a, b) => compare(a.key, b.key) || (a.place.code < b.place.code ? -1 : 1));
    const inOrder = keyed.map(({ place }) => place);
    const alphabet = { inOrder, position: new Map(inOrder.map((place, index) => [place, index])) };
    alphabets.set(locale, alphabet);
    return alphabet;
  };
};

const pageOf = (places: readonly Place[], page: string | undefined): PlacesFound => {
  const number = page === undefined ? 1 : Number(page);
  const end = number * pageSize;
  return { places: places.slice(end - pageSize, end), next: end < places.length ? String(number + 1) : undefined };
};
