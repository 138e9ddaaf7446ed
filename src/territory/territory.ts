import { type Boundaries, noBoundaries } from './boundaries.ts';
import { inPlaceOf, type Institution, type Place, type PlaceLevel } from './place.ts';
import { createPlaceSearch, type PlaceSearch, type PlacesFound } from './place-search.ts';
import { createTree } from './tree.ts';

/** The territory in memory. Every look-up is synchronous and of the order of a microsecond, searches of some hundred. */
export interface Territory {
  readonly findPlace: (code: string) => Place | undefined;
  readonly getPlace: (code: string) => Place;
  /** From the parent up to the country. */
  readonly ancestors: (code: string) => readonly Place[];
  /** The place itself, or the one above it, that is of this level. */
  readonly placeAt: (code: string, level: PlaceLevel) => Place | undefined;
  /** Whether the place is the other one or lies in it. */
  readonly isWithin: (code: string, ancestor: string) => boolean;
  readonly childPlaces: (code: string) => readonly Place[];
  /** Those in service of one level, in the order of the country's files. */
  readonly placesOf: (level: PlaceLevel) => readonly Place[];
  readonly searchPlaces: (search: PlaceSearch) => PlacesFound;
  readonly boundaries: Boundaries;
  readonly findInstitution: (code: string) => Institution | undefined;
  readonly getInstitution: (code: string) => Institution;
  /** Of all institutions, retired ones too. */
  readonly institutionCodes: readonly string[];
  /** Those in service, of this type if given, whose place is the given one or lies in it; by code. */
  readonly institutionsOf: (filter: {
    type?: string | undefined;
    place?: string | undefined;
  }) => readonly Institution[];
  /** The one in service of this type that covers the place most closely: at the place itself or the nearest above. */
  readonly institutionFor: (wanted: { type: string; place: string }) => Institution | undefined;
  /** From the parent up to the root. */
  readonly institutionAncestors: (code: string) => readonly Institution[];
  /** Whether the institution is the other one or answers to it. */
  readonly isUnder: (code: string, superior: string) => boolean;
  /** Codes of the institution and of all that answer to it, retired ones too: their records remain. */
  readonly subtree: (code: string) => ReadonlySet<string>;
}

export const createTerritory = (
  places: readonly Place[],
  institutions: readonly Institution[],
  boundaries: Boundaries = noBoundaries,
): Territory => {
  const placeTree = createTree(places);
  const institutionTree = createTree(institutions);
  const inService = institutions.filter(({ retired }) => !retired).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const byType = Map.groupBy(inService, ({ type }) => type);
  const coverKey = (type: string, place: string | undefined): string => `${type}\n${place ?? ''}`;
  // Of several at one place the first by code is taken, so that two programs decide alike.
  const covering = new Map(
    inService.toReversed().map((institution) => [coverKey(institution.type, institution.place), institution]),
  );
  return {
    findPlace: placeTree.find,
    getPlace: (code) => placeTree.find(code) ?? missing('place', code),
    ancestors: placeTree.ancestors,
    placeAt: (code, level) => {
      const place = placeTree.find(code);
      return place?.level === level ? place : placeTree.ancestors(code).find((above) => above.level === level);
    },
    isWithin: placeTree.isWithin,
    childPlaces: placeTree.children,
    placesOf: (level) => places.filter((place) => place.level === level && !place.retired),
    searchPlaces: createPlaceSearch(places, placeTree.isWithin),
    boundaries,
    findInstitution: institutionTree.find,
    getInstitution: (code) => institutionTree.find(code) ?? missing('institution', code),
    institutionCodes: institutions.map(({ code }) => code),
    institutionsOf: ({ type, place }) =>
      (type === undefined ? inService : (byType.get(type) ?? [])).filter(
        (institution) =>
          place === undefined || (institution.place !== undefined && placeTree.isWithin(institution.place, place)),
      ),
    institutionFor: ({ type, place }) => {
      // What was known under an old code is covered by whoever covers it under the new one.
      for (
        let at = inPlaceOf(placeTree.find, place);
        at;
        at = at.parent === undefined ? undefined : placeTree.find(at.parent)
      ) {
        const found = covering.get(coverKey(type, at.code));
        if (found) return found;
      }
      return undefined;
    },
    institutionAncestors: institutionTree.ancestors,
    isUnder: institutionTree.isWithin,
    subtree: institutionTree.subtree,
  };
};

const missing = (kind: string, code: string): never => {
  throw new Error(`There is no ${kind} "${code}"`);
};
