import { normaliseForSearch, soundKey } from '../base/search-text.ts';
import { type Locale, locales } from '../base/texts.ts';
import type { Place, PlaceLevel } from './place.ts';

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
 * Each place is one string `|name|name|…` per kind of key, so that a search is one `includes` for most places.
 */
export const createPlaceSearch = (
  places: readonly Place[],
  isWithin: (code: string, ancestor: string) => boolean,
): ((search: PlaceSearch) => PlacesFound) => {
  const entries = places.filter(({ retired }) => !retired).map((place) => ({ place, ...keysOf(place) }));
  const orders = new Map<Locale, readonly Entry[]>(
    locales.map((locale) => {
      const { compare } = new Intl.Collator(locale);
      // Without the article: القاع stands under ق, as in a directory.
      const sortKey = new Map(entries.map((entry) => [entry, entry.place.name[locale].replace(/^ال(?=..)/, '')]));
      return [locale, entries.toSorted((a, b) => compare(sortKey.get(a) ?? '', sortKey.get(b) ?? '') || compare(a.place.code, b.place.code))];
    }),
  );
  return ({ level, q = '', parent, page, locale = 'ar' }) => {
    const query = whileTyping(normaliseForSearch(q));
    if (query === '' && /[^\s\u0627\u0644]/.test(q)) return { places: [], next: undefined };
    const rank = createRank(query);
    const byRank: Place[][] = [[], [], [], [], [], []];
    for (const entry of orders.get(locale) ?? []) {
      if (level !== undefined && entry.place.level !== level) continue;
      const found = rank(entry);
      if (found === undefined) continue;
      if (parent !== undefined && (entry.place.code === parent || !isWithin(entry.place.code, parent))) continue;
      byRank[found]?.push(entry.place);
    }
    return pageOf(byRank.flat(), page);
  };
};

/** Somebody who has typed ال or الغ is on the way to الغازية: the article goes before the second letter is there. */
const whileTyping = (query: string): string => query.replace(/(^| )ال(?=.?$)/u, '$1').trim();

interface Entry {
  readonly place: Place;
  readonly names: string;
  readonly sounds: string;
}

const keysOf = ({ name, otherNames = [] }: Place): { names: string; sounds: string } => {
  const names = [...new Set([...locales.map((locale) => name[locale]), ...otherNames].map(normaliseForSearch))];
  return { names: `|${names.join('|')}|`, sounds: `|${names.map(soundKey).join('|')}|` };
};

/** 0 whole name, 1 its beginning, 2 a word's beginning, 3 anywhere, 4 sounds like the whole name, 5 like its beginning. */
const createRank = (query: string): ((entry: Entry) => number | undefined) => {
  if (query === '') return () => 0;
  const sound = soundKey(query);
  const [whole, start, word] = [`|${query}|`, `|${query}`, ` ${query}`];
  const [soundWhole, soundStart] = [`|${sound}|`, `|${sound}`];
  return ({ names, sounds }) => {
    if (names.includes(query)) return names.includes(whole) ? 0 : names.includes(start) ? 1 : names.includes(word) ? 2 : 3;
    return sounds.includes(soundStart) ? (sounds.includes(soundWhole) ? 4 : 5) : undefined;
  };
};

const pageOf = (places: readonly Place[], page: string | undefined): PlacesFound => {
  const number = page === undefined ? 1 : Number(page);
  const end = number * pageSize;
  return { places: places.slice(end - pageSize, end), next: end < places.length ? String(number + 1) : undefined };
};
