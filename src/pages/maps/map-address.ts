import { type MapView, mostZoom } from './map-frame.ts';

/** Where one looks, as part of an address: "35.5018,33.8938,4". Empty: the whole country. */
export const readMapView = (text: string): MapView | undefined => {
  const match = /^(-?\d{1,3}(?:\.\d{1,6})?),(-?\d{1,2}(?:\.\d{1,6})?),(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const [lon, lat, zoom] = match.slice(1).map(Number) as [number, number, number];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && zoom <= mostZoom ? { lon, lat, zoom } : undefined;
};

const degrees = (value: number): string => String(Number(value.toFixed(5)));

export const writeMapView = ({ lon, lat, zoom }: MapView): string =>
  zoom <= 0 ? '' : `${degrees(lon)},${degrees(lat)},${Math.min(zoom, mostZoom)}`;
