import type { Text } from '../base/texts.ts';

/** From the widest to the narrowest. A village is whatever is smaller than a municipality: a quarter of a city too. */
export const placeLevels = ['country', 'governorate', 'district', 'municipality', 'village'] as const;
export type PlaceLevel = (typeof placeLevels)[number];
export const isPlaceLevel = (value: unknown): value is PlaceLevel => placeLevels.includes(value as PlaceLevel);

/** Whose code a place's code is: ISO 3166, a humanitarian p-code (OCHA), or one that this platform's files gave it. */
export const codeKinds = ['iso', 'pcode', 'diwan'] as const;
export type CodeKind = (typeof codeKinds)[number];

/** A node of the territory tree. */
export interface Place {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: Text;
  readonly parent: string | undefined;
  /** Longitude and latitude in degrees, WGS 84. */
  readonly point: readonly [number, number] | undefined;
  readonly codeKind?: CodeKind;
  /** The code under which humanitarian actors (OCHA) exchange data on it. */
  readonly pcode?: string | undefined;
  /** Other spellings and former names: searched, never shown. */
  readonly otherNames?: readonly string[];
  /** No longer in the country's files: older records still show its name, nothing new may name it. */
  readonly retired?: boolean;
  /** The code that took the place of this one, which is retired. */
  readonly successor?: string | undefined;
}

/** How the public reaches an institution. */
export interface Contact {
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: string | undefined;
}

/** A body with a type and the place it covers. */
export interface Institution {
  readonly code: string;
  readonly type: string;
  readonly name: Text;
  readonly parent: string | undefined;
  readonly place: string | undefined;
  readonly retired?: boolean;
  readonly contact?: Contact | undefined;
  /** Those that took its place when it was merged or split, the one for everything else first; it is retired. */
  readonly successors?: readonly string[] | undefined;
}

/** A GeoJSON geometry (RFC 7946) that encloses an area. `illustrative`: made up for a demonstration, nobody may rely on it. */
export type Boundary = { readonly illustrative?: true } & (
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
);
export type Ring = readonly (readonly [number, number])[];

/** A place as the country's files declare it. */
export interface DeclaredPlace extends Place {
  readonly codeKind: CodeKind;
  readonly pcode: string | undefined;
  readonly otherNames: readonly string[];
  readonly boundary: Boundary | undefined;
}

/** West, south, east, north, in degrees. */
export type Bounds = readonly [number, number, number, number];

/** The place that a code means today: the one that took its place where it has been given another code. */
export const inPlaceOf = <Item extends { readonly successor?: string | undefined }>(
  find: (code: string) => Item | undefined,
  code: string,
): Item | undefined => {
  let found = find(code);
  for (let step = 0; found?.successor !== undefined && step < longestSuccession; step++) found = find(found.successor);
  return found;
};

/** The institution that a code means today, where exactly one took its place; the one with that code otherwise. */
export const institutionInPlaceOf = (
  find: (code: string) => Institution | undefined,
  code: string,
): Institution | undefined => {
  let found = find(code);
  for (let step = 0; found?.successors?.length === 1 && step < longestSuccession; step++)
    found = find(found.successors[0] ?? '');
  return found;
};

const longestSuccession = 20;
