import type { Place, PlaceLevel } from './place.ts';
import type { Territory } from './territory.ts';

type Located = Place & { readonly point: readonly [number, number] };

const located = new WeakMap<Territory, Map<PlaceLevel, readonly Located[]>>();

/** The places in service of one level whose point is known. */
export const locatedPlaces = (territory: Territory, level: PlaceLevel): readonly Located[] => {
  const levels = located.get(territory) ?? new Map<PlaceLevel, readonly Located[]>();
  located.set(territory, levels);
  const known = levels.get(level);
  if (known) return known;
  const found = territory.placesOf(level).filter((place): place is Located => place.point !== undefined);
  levels.set(level, found);
  return found;
};

/** The place of a level whose own point is closest; boundaries are not looked at, so it may be the neighbour's. */
export const nearestPlace = (
  territory: Territory,
  level: PlaceLevel,
  [lon, lat]: readonly [number, number],
): Located | undefined => {
  // Degrees of longitude get shorter towards the poles; over a country that is exact enough to compare.
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let nearest: Located | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const place of locatedPlaces(territory, level)) {
    const distance = ((place.point[0] - lon) * narrowing) ** 2 + (place.point[1] - lat) ** 2;
    if (distance < least) [nearest, least] = [place, distance];
  }
  return nearest;
};
