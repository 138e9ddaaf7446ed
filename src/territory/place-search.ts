import { createNameSearch } from '../base/name-search.ts';
import type { Locale } from '../base/texts.ts';
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

/** Finds places by what people type; those of one level are searched together. */
export const createPlaceSearch = (
  places: readonly Place[],
  isWithin: (code: string, ancestor: string) => boolean,
): ((search: PlaceSearch) => PlacesFound) => {
  const offered = places.filter(({ retired }) => !retired);
  const everywhere = createNameSearch(offered);
  const searches = new Map(
    placeLevels.map((level) => [level, createNameSearch(offered.filter((place) => place.level === level))]),
  );
  return ({ level, parent, ...search }) => {
    const { items, next } = ((level === undefined ? undefined : searches.get(level)) ?? everywhere)({
      ...search,
      among: parent === undefined ? undefined : ({ code }) => code !== parent && isWithin(code, parent),
    });
    return { places: items, next };
  };
};
