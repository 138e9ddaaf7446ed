import { type Locale, say } from '../../base/texts.ts';
import { type Point, sayPoint } from '../../form/fields/point.ts';
import { metresBetween } from '../../form/map-geometry.ts';
import { sayNumber } from '../../form/numbers.ts';
import { locatedPlaces, nearestPlace } from '../../territory/nearest-place.ts';
import type { Territory } from '../../territory/territory.ts';
import { mapPageTexts as texts } from './map-texts.ts';

/**
 * A map of the country drawn from the points of its municipalities: no tiles, no boundaries, some kilobytes. East is as
 * many units wide as its degrees are long at the country's middle (equirectangular).
 */
interface CountryMap {
  readonly west: number;
  readonly north: number;
  /** Units of the drawing for a degree. */
  readonly perLon: number;
  readonly perLat: number;
  readonly width: number;
  readonly height: number;
  readonly dots: string;
}

const size = 320;
const margin = 0.04;
const maps = new WeakMap<Territory, CountryMap | undefined>();

const mapOf = (territory: Territory): CountryMap | undefined => {
  if (!maps.has(territory)) maps.set(territory, drawMap(territory));
  return maps.get(territory);
};

const drawMap = (territory: Territory): CountryMap | undefined => {
  const points = locatedPlaces(territory, 'municipality').map(({ point }) => point);
  if (points.length < 2) return undefined;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lons) - margin, Math.max(...lons) + margin];
  const [south, north] = [Math.min(...lats) - margin, Math.max(...lats) + margin];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perLat = size / Math.max(north - south, (east - west) * narrowing);
  const perLon = perLat * narrowing;
  const frame = { west, north, perLon, perLat };
  return {
    ...frame,
    width: Math.round((east - west) * perLon),
    height: Math.round((north - south) * perLat),
    // A line of no length with round ends is a dot: one path holds them all.
    dots: points.map(([lon, lat]) => `M${placed(frame, { lon, lat }).map(oneDecimal).join(' ')}h0`).join(''),
  };
};

const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);

const placed = (
  { west, north, perLon, perLat }: Pick<CountryMap, 'west' | 'north' | 'perLon' | 'perLat'>,
  { lon, lat }: Point,
): readonly [number, number] => [(lon - west) * perLon, (north - lat) * perLat];

/** Beyond this many metres from its nearest municipality a point is likely to be mistyped. */
const far = 40_000;

/** Where a point lies, by the nearest municipality; undefined where the country's files know of no points. */
export const sayWhere = (territory: Territory, { lon, lat }: Point, locale: Locale): string | undefined => {
  const nearest = nearestPlace(territory, 'municipality', [lon, lat]);
  if (!nearest) return undefined;
  const metres = metresBetween(nearest.point, [lon, lat]);
  if (metres > far) return say(locale, texts.farAway);
  return metres < 1_000
    ? say(locale, texts.near, { place: nearest.name[locale] })
    : say(locale, texts.awayFrom, {
        place: nearest.name[locale],
        distance: sayNumber(metres / 1_000, locale, metres < 10_000 ? 1 : 0),
      });
};

interface CountryMapProps {
  readonly territory: Territory;
  readonly locale: Locale;
  readonly point: Point | undefined;
}

/** The map with the point on it; nothing where the country has no points. A script may move the mark: hidden when there is none. */
export const countryMap = ({ territory, locale, point }: CountryMapProps) => {
  const map = mapOf(territory);
  if (!map) return null;
  const [country] = territory.placesOf('country');
  const names = { country: country?.name[locale] ?? '' };
  const [x, y] = point ? placed(map, point) : [0, 0];
  const isSeen = point !== undefined && x >= 0 && y >= 0 && x <= map.width && y <= map.height;
  const words = isSeen
    ? say(locale, texts.pointOnMap, { ...names, where: sayWhere(territory, point, locale) ?? sayPoint(point) })
    : say(locale, texts.mapOfCountry, names);
  return (
    <svg
      class="country-map"
      viewBox={`0 0 ${map.width} ${map.height}`}
      width={map.width}
      height={map.height}
      role="img"
      aria-label={words}
      data-west={map.west}
      data-north={map.north}
      data-per-lon={map.perLon}
      data-per-lat={map.perLat}
    >
      <path class="dots" d={map.dots} />
      <g class="mark" transform={`translate(${oneDecimal(x)} ${oneDecimal(y)})`} display={isSeen ? undefined : 'none'}>
        <path d="M0 0s11-9.7 11-18a11 11 0 0 0-22 0c0 8.3 11 18 11 18z" />
        <circle cy="-18" r="4" />
      </g>
    </svg>
  );
};
