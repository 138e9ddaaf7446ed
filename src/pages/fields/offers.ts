import { createNameSearch, type Found, type Named, type NameSearch } from '../../base/name-search.ts';
import type { Text } from '../../base/texts.ts';
import type { FieldTypeName } from '../../definition/fields/all.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { FieldTools } from './field-page.ts';

/** Something that may be chosen as an answer. */
export interface Offer {
  readonly value: string;
  readonly name: Text;
  /** What tells it from others of the same name, in the reader's language. */
  readonly where?: string | undefined;
}

export interface Offers {
  readonly offers: readonly Offer[];
  /** What to ask for as `page` next; undefined on the last. */
  readonly next: string | undefined;
}

export interface OfferWords {
  readonly hint: Text;
  readonly found: Text;
  readonly nothing: Text;
  readonly more: Text;
  readonly missing: Text;
  readonly unknown: Text;
  readonly ambiguous: Text;
}

/** Where a type of field takes its answers from when they are chosen among many: places, a list, institutions, records. */
export interface OfferSource<Name extends FieldTypeName> {
  readonly words: OfferWords;
  /** The fields whose answers narrow it. */
  looksAt(field: FieldOf<Name>): readonly string[];
  /** What a text finds, best first; everything without one. Earlier answers are in `tools.given`. */
  search(
    field: FieldOf<Name>,
    asked: { readonly q?: string | undefined; readonly page?: string | undefined },
    tools: FieldTools,
  ): Offers;
  /** One that was chosen, whatever would be offered now. */
  find(value: string, field: FieldOf<Name>, tools: FieldTools): Offer | undefined;
}

/** Keeps one search for each set of things, made when first used; sets never change while they are held. */
export const keptSearches = <Item extends Named>() => {
  const searches = new WeakMap<object, (search: NameSearch<Item>) => Found<Item>>();
  return (set: object, items: () => readonly Item[]): ((search: NameSearch<Item>) => Found<Item>) => {
    const search = searches.get(set) ?? createNameSearch(items());
    searches.set(set, search);
    return search;
  };
};
