import type { Text } from '../base/texts.ts';

export const placeLevels = ['country', 'governorate', 'district', 'municipality', 'village'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** A node of the territory tree. */
export interface Place {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: Text;
  readonly parent: string | undefined;
  /** Longitude and latitude in degrees, WGS 84. */
  readonly point: readonly [number, number] | undefined;
}

/** A body with a type and the place it covers. */
export interface Institution {
  readonly code: string;
  readonly type: string;
  readonly name: Text;
  readonly parent: string | undefined;
  readonly place: string | undefined;
}
