import type { Bounds } from '../../territory/place.ts';
import { locatedPlaces } from '../../territory/nearest-place.ts';
import type { Territory } from '../../territory/territory.ts';

/**
 * A part of the globe as a picture, north up: longitude and latitude in degrees to units of the drawing and back. East is as
 * many units wide as its degrees are long in the middle of the country (equirectangular), at whatever zoom.
 */
export interface MapFrame {
  readonly west: number;
  readonly north: number;
  /** Units of the drawing for a degree. */
  readonly perLon: number;
  readonly perLat: number;
  readonly width: number;
  readonly height: number;
}

/** Where one looks: the middle in degrees, and how often the picture of the whole country was doubled. */
export interface MapView {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** A picture of the whole country then stands for some twenty metres. */
export const mostZoom = 12;

export type Position = readonly [lon: number, lat: number];

const margin = 0.04;
const boxes = new WeakMap<object, Bounds | undefined>();

/** The box of the country's boundary, or else of the points of its municipalities; undefined where neither is known. */
const countryBox = (territory: Territory): Bounds | undefined => {
  const { boundaries } = territory;
  if (!boxes.has(boundaries)) {
    const [country] = boundaries.shapesOf('country');
    boxes.set(boundaries, country?.box ?? pointsBox(territory));
  }
  return boxes.get(boundaries);
};

const pointsBox = (territory: Territory): Bounds | undefined => {
  const points = locatedPlaces(territory, 'municipality').map(({ point }) => point);
  if (points.length < 2) return undefined;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
};

/** The whole country, so that its longer side has `size` units. */
export const countryFrame = (territory: Territory, size: number): MapFrame | undefined => {
  const box = countryBox(territory);
  if (!box) return undefined;
  const [west, south, east, north] = [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const perLat = size / Math.max(north - south, (east - west) * narrowing);
  const perLon = perLat * narrowing;
  return {
    west,
    north,
    perLon,
    perLat,
    width: Math.round((east - west) * perLon),
    height: Math.round((north - south) * perLat),
  };
};

/** A part of what a frame shows, as large as it: around a point, doubled `zoom` times, and never outside the frame. */
export const zoomedFrame = (whole: MapFrame, { lon, lat, zoom }: MapView): MapFrame => {
  const scale = 2 ** zoom;
  const [perLon, perLat] = [whole.perLon * scale, whole.perLat * scale];
  const [wide, high] = [whole.width / perLon, whole.height / perLat];
  const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
  const west = within(lon - wide / 2, whole.west, whole.west + whole.width / whole.perLon - wide);
  const north = within(lat + high / 2, whole.north - whole.height / whole.perLat + high, whole.north);
  return { west, north, perLon, perLat, width: whole.width, height: whole.height };
};

export const placed = (
  { west, north, perLon, perLat }: Pick<MapFrame, 'west' | 'north' | 'perLon' | 'perLat'>,
  [lon, lat]: Position,
): readonly [x: number, y: number] => [(lon - west) * perLon, (north - lat) * perLat];

/** West, south, east and north of what is seen. */
export const boxOfFrame = ({ west, north, perLon, perLat, width, height }: MapFrame): Bounds => [
  west,
  north - height / perLat,
  west + width / perLon,
  north,
];

export const middleOf = (frame: MapFrame): Position => {
  const [west, south, east, north] = boxOfFrame(frame);
  return [(west + east) / 2, (south + north) / 2];
};

export const isSeen = (frame: MapFrame, [x, y]: readonly [number, number]): boolean =>
  x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;

export const oneDecimal = (value: number): string => String(Math.round(value * 10) / 10);
