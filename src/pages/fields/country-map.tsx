import { type Locale, say } from '../../base/texts.ts';
import { type Point, sayPoint } from '../../form/fields/point.ts';
import { metresBetween } from '../../form/map-geometry.ts';
import { sayNumber } from '../../form/numbers.ts';
import { locatedPlaces, nearestPlace } from '../../territory/nearest-place.ts';
import type { Territory } from '../../territory/territory.ts';
import { Land } from '../maps/land.tsx';
import { countryFrame, isSeen, type MapFrame, oneDecimal, placed, zoomedFrame } from '../maps/map-frame.ts';
import { mapPageTexts as texts } from './map-texts.ts';

const size = 320;

/** Before boundaries are known, a country is where its municipalities are. */
const dotsOf = (territory: Territory, frame: MapFrame): string =>
  locatedPlaces(territory, 'municipality')
    // A line of no length with round ends is a dot: one path holds them all.
    .map(({ point }) => `M${placed(frame, point).map(oneDecimal).join(' ')}h0`)
    .join('');

/** Beyond this many metres from its nearest municipality a point is likely to be mistyped. */
const far = 40_000;

/** Where a point lies, in the country and by the nearest municipality; undefined where the country's files know of no points. */
export const sayWhere = (territory: Territory, { lon, lat }: Point, locale: Locale): string | undefined => {
  if (territory.boundaries.isInside([lon, lat]) === false) return say(locale, texts.outside);
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
  /** How often the picture of the whole country was doubled, around the point. */
  readonly zoom: number;
  /** Name of the input that says where it was pressed, where it asks. */
  readonly tap?: string;
}

/** The part of the country around a point. */
export const frameAround = (territory: Territory, point: Point | undefined, zoom: number): MapFrame | undefined => {
  const whole = countryFrame(territory, size);
  return whole && point && zoom > 0 ? zoomedFrame(whole, { ...point, zoom }) : whole;
};

/** A picture of nothing, of one pixel: what lies under it is pressed through it. */
const nothing = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/** The map with the point on it; nothing where the country has no points. A script may move the mark: hidden when there is none. */
export const countryMap = ({ territory, locale, point, zoom, tap }: CountryMapProps) => {
  const frame = frameAround(territory, point, zoom);
  if (!frame) return null;
  const [country] = territory.placesOf('country');
  const names = { country: country?.name[locale] ?? '' };
  const [x, y] = point ? placed(frame, [point.lon, point.lat]) : [0, 0];
  const isMarked = point !== undefined && isSeen(frame, [x, y]);
  const words = isMarked
    ? say(locale, texts.pointOnMap, { ...names, where: sayWhere(territory, point, locale) ?? sayPoint(point) })
    : say(locale, texts.mapOfCountry, names);
  const { isIllustrative } = territory.boundaries;
  const picture = (
    <svg
      class="country-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      width={frame.width}
      height={frame.height}
      role="img"
      aria-label={isIllustrative ? `${words}. ${say(locale, texts.illustrative)}` : words}
      data-west={frame.west}
      data-north={frame.north}
      data-per-lon={frame.perLon}
      data-per-lat={frame.perLat}
    >
      {territory.boundaries.shapesOf('country').length === 0 ? (
        <path class="dots" d={dotsOf(territory, frame)} />
      ) : (
        <Land territory={territory} frame={frame} zoom={zoom} locale={locale} />
      )}
      <g
        class="mark"
        transform={`translate(${oneDecimal(x)} ${oneDecimal(y)})`}
        display={isMarked ? undefined : 'none'}
      >
        <path d="M0 0s11-9.7 11-18a11 11 0 0 0-22 0c0 8.3 11 18 11 18z" />
        <circle cy="-18" r="4" />
      </g>
    </svg>
  );
  return (
    <span class="map-tap">
      {picture}
      {tap !== undefined && (
        <input
          type="image"
          name={tap}
          src={nothing}
          width={frame.width}
          height={frame.height}
          alt={say(locale, texts.pressOnMap)}
          formnovalidate
        />
      )}
      {isIllustrative && <span class="quiet line">{say(locale, texts.illustrative)}</span>}
    </span>
  );
};
