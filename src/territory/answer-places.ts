import { type FieldError, Problem } from '../base/problem.ts';
import type { Locale, Text } from '../base/texts.ts';
import { isPlaceLevel, type Place, type PlaceLevel } from './place.ts';
import type { Territory } from './territory.ts';
import { territoryTexts } from './territory-texts.ts';

/** What `GET /api/v1/places` was asked, as it came. */
export interface PlacesQuestion {
  readonly level?: string | undefined;
  readonly q?: string | undefined;
  readonly parent?: string | undefined;
  readonly page?: string | undefined;
  /** Degrees of a point: the place in which it lies is wanted. */
  readonly lon?: string | undefined;
  readonly lat?: string | undefined;
}

/** What it answers, as JSON. `point` is longitude and latitude; `next` is the `page` to ask for, null on the last. */
export interface PlacesAnswer {
  readonly places: readonly {
    readonly code: string;
    readonly level: PlaceLevel;
    readonly name: Text;
    readonly parent: string | null;
    readonly point: readonly [number, number] | null;
  }[];
  readonly next: string | null;
}

// No name is longer; a longer query only costs time.
const longestQuery = 200;

/** The interface's answer; a Problem names each parameter that cannot be meant. An empty parameter is as none. */
export const answerPlaces = (territory: Territory, question: PlacesQuestion, locale: Locale): PlacesAnswer => {
  const { level, parent, page, lon, lat } = withoutEmpty(question);
  const point = [lon, lat].map((degrees) => readDegrees(degrees)) as [number | undefined, number | undefined];
  const isAboutPoint = lon !== undefined || lat !== undefined;
  const errors: FieldError[] = [];
  if (level !== undefined && !isPlaceLevel(level))
    errors.push({ path: 'level', code: 'no-such-level', message: territoryTexts.noSuchLevel });
  if (parent !== undefined && !territory.findPlace(parent))
    errors.push({ path: 'parent', code: 'no-such-place', message: territoryTexts.noSuchParent });
  if (page !== undefined && !/^[1-9]\d{0,8}$/.test(page))
    errors.push({ path: 'page', code: 'no-such-page', message: territoryTexts.noSuchPage });
  if (isAboutPoint && !isOnEarth(point))
    errors.push({ path: 'lon', code: 'no-such-point', message: territoryTexts.noSuchPoint });
  if (errors.length > 0) throw new Problem('invalid-data', { errors });
  if (isAboutPoint && isOnEarth(point)) {
    const code = territory.boundaries.placeAt(point);
    const found =
      code !== undefined && isPlaceLevel(level) ? territory.placeAt(code, level) : territory.findPlace(code ?? '');
    return { places: found ? [publicPlace(found)] : [], next: null };
  }
  const { places, next } = territory.searchPlaces({
    level: isPlaceLevel(level) ? level : undefined,
    q: question.q?.slice(0, longestQuery),
    parent,
    page,
    locale,
  });
  return { places: places.map(publicPlace), next: next ?? null };
};

const withoutEmpty = ({ level, parent, page, lon, lat }: PlacesQuestion): PlacesQuestion => ({
  level: level || undefined,
  parent: parent || undefined,
  page: page || undefined,
  lon: lon || undefined,
  lat: lat || undefined,
});

const readDegrees = (written = ''): number | undefined =>
  /^-?\d{1,3}(\.\d{1,20})?$/.test(written) ? Number(written) : undefined;

const isOnEarth = (point: readonly (number | undefined)[]): point is readonly [number, number] => {
  const [lon, lat] = point;
  return lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
};

const publicPlace = ({ code, level, name, parent, point }: Place): PlacesAnswer['places'][number] => ({
  code,
  level,
  name,
  parent: parent ?? null,
  point: point ?? null,
});
