import { createHaystack, type Haystack } from './haystack.ts';
import { normaliseForSearch, soundKey } from './search-text.ts';
import { type Locale, locales, type Text } from './texts.ts';

/** Something with a name in every language. */
export interface Named {
  readonly code: string;
  readonly name: Text;
  /** Other spellings and former names: searched, never shown. */
  readonly otherNames?: readonly string[];
}

export interface NameSearch<Item> {
  readonly q?: string | undefined;
  /** The `next` of the answer before; the first page without it. */
  readonly page?: string | undefined;
  /** In which language's alphabet equally good ones are ordered; Arabic without it. */
  readonly locale?: Locale | undefined;
  /** Which of them are meant; all without it. */
  readonly among?: ((item: Item) => boolean) | undefined;
}

export interface Found<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

const pageSize = 50;

/**
 * Finds things by what people type of their names. A whole name comes before the beginning of one, that before the
 * beginning of a word, that before the middle of one, and last come names that only sound alike in Latin letters; within
 * each, by name.
 */
export const createNameSearch = <Item extends Named>(
  items: readonly Item[],
): ((search: NameSearch<Item>) => Found<Item>) => {
  const shelf = createShelf(items);
  return ({ q = '', page, locale = 'ar', among }) => {
    const query = whileTyping(normaliseForSearch(q));
    if (query === '' && /[^\s\u0627\u0644]/.test(q)) return { items: [], next: undefined };
    const { inOrder, position } = shelf.alphabet(locale);
    if (query === '') return pageOf(among ? inOrder.filter(among) : inOrder, page);
    const found = ranked(shelf, query)
      .filter(({ item }) => !among || among(item))
      .sort((a, b) => a.rank - b.rank || (position.get(a.item) ?? 0) - (position.get(b.item) ?? 0));
    return pageOf(
      found.map(({ item }) => item),
      page,
    );
  };
};

/** Things that are searched together. Each is one text `|name|name|…` per kind of key. */
interface Shelf<Item> {
  readonly items: readonly Item[];
  readonly names: Haystack;
  readonly sounds: Haystack;
  readonly alphabet: (locale: Locale) => Alphabet<Item>;
}

interface Alphabet<Item> {
  readonly inOrder: readonly Item[];
  readonly position: ReadonlyMap<Item, number>;
}

const createShelf = <Item extends Named>(items: readonly Item[]): Shelf<Item> => {
  const keys = items.map(({ name, otherNames = [] }) => [
    ...new Set([...locales.map((locale) => name[locale]), ...otherNames].map(normaliseForSearch)),
  ]);
  const latin = (key: string): boolean => /^[a-z\d ]+$/.test(key);
  return {
    items,
    names: createHaystack(keys.map((names) => `|${names.join('|')}|`)),
    sounds: createHaystack(keys.map((names) => `|${names.filter(latin).map(soundKey).join('|')}|`)),
    alphabet: createAlphabets(items),
  };
};

interface Ranked<Item> {
  readonly item: Item;
  /** 0 whole name, 1 its beginning, 2 a word's beginning, 3 anywhere, 4 sounds like the whole name, 5 like its beginning. */
  readonly rank: number;
}

const ranked = <Item>({ items, names, sounds }: Shelf<Item>, query: string): Ranked<Item>[] => {
  const found: Ranked<Item>[] = [];
  const add = (index: number, rank: number): void => {
    const item = items[index];
    if (item) found.push({ item, rank });
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

/** The things in a language's alphabet; worked out when first asked for. */
const createAlphabets = <Item extends Named>(items: readonly Item[]): ((locale: Locale) => Alphabet<Item>) => {
  const alphabets = new Map<Locale, Alphabet<Item>>();
  return (locale) => {
    const known = alphabets.get(locale);
    if (known) return known;
    const { compare } = new Intl.Collator(locale);
    // Without the article: القاع stands under ق, as in a directory.
    const keyed = items.map((item) => ({ item, key: item.name[locale].replace(/^ال(?=..)/, '') }));
    keyed.sort((a, b) => compare(a.key, b.key) || (a.item.code < b.item.code ? -1 : 1));
    const inOrder = keyed.map(({ item }) => item);
    const alphabet = { inOrder, position: new Map(inOrder.map((item, index) => [item, index])) };
    alphabets.set(locale, alphabet);
    return alphabet;
  };
};

const pageOf = <Item>(items: readonly Item[], page: string | undefined): Found<Item> => {
  const number = page === undefined ? 1 : Number(page);
  const end = number * pageSize;
  return { items: items.slice(end - pageSize, end), next: end < items.length ? String(number + 1) : undefined };
};

/** The thing that a search means: the only one found, or the only one that bears exactly this name. */
export const onlyOneMeant = <Item extends { readonly name: Text }>(
  found: readonly Item[],
  search: string,
): Item | undefined => {
  if (found.length === 1) return found[0];
  const wanted = normaliseForSearch(search);
  const named = found.filter(({ name }) => locales.some((locale) => normaliseForSearch(name[locale]) === wanted));
  return named.length === 1 ? named[0] : undefined;
};
