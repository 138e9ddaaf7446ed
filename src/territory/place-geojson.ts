import { refuse } from './file-fault.ts';
import { featureLines } from './geojson-lines.ts';
import type { Boundary, Bounds, DeclaredPlace, Ring } from './place.ts';
import { type PlaceRow, readPlaceRows } from './place-rows.ts';
import { representativePoint } from './representative-point.ts';
import { readTextFile } from './text-file.ts';

/**
 * Reads `places.geojson`: a FeatureCollection (RFC 7946) whose features have the columns of `places.csv` as properties and
 * a Point, a Polygon, a MultiPolygon or null as geometry. Other properties are left alone: exporters add their own.
 */
export const readPlaceGeojson = (file: string, bounds: Bounds): readonly DeclaredPlace[] => {
  const text = readTextFile(file);
  const features = readFeatures(file, text);
  const lines = featureLines(text);
  return readPlaceRows(
    file,
    features.map((feature, index) => readFeature(feature, lines[index] ?? 1)),
    bounds,
  );
};

export const readFeatures = (file: string, text: string): readonly unknown[] => {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const line = Number(/line (\d+)/.exec((error as Error).message)?.[1] ?? 1);
    return refuse(file, line, `this is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(content) || content['type'] !== 'FeatureCollection' || !Array.isArray(content['features'])) {
    return refuse(
      file,
      1,
      'this is not a GeoJSON FeatureCollection: write {"type": "FeatureCollection", "features": […]}',
    );
  }
  return content['features'];
};

const readFeature = (feature: unknown, line: number): PlaceRow => {
  const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {};
  const cell = (column: string): string => {
    const value = properties[column];
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  return { line, cell, ...readGeometry(isObject(feature) ? feature['geometry'] : undefined) };
};

export const readGeometry = (geometry: unknown): Pick<PlaceRow, 'point' | 'boundary' | 'faults'> => {
  if (geometry === null) return { point: undefined, boundary: undefined, faults: [] };
  const type = isObject(geometry) ? geometry['type'] : undefined;
  const coordinates = isObject(geometry) ? geometry['coordinates'] : undefined;
  if (type === 'Point' && isPosition(coordinates))
    return { point: [coordinates[0], coordinates[1]], boundary: undefined, faults: [] };
  const boundary = readBoundary(type, coordinates);
  if (boundary) return { point: representativePoint(boundary), boundary, faults: [] };
  const shapes =
    'a Point [lon, lat], a Polygon or MultiPolygon whose rings are closed (first and last position the same), or null';
  return { point: undefined, boundary: undefined, faults: [`its geometry is not usable: write ${shapes}`] };
};

const readBoundary = (type: unknown, coordinates: unknown): Boundary | undefined => {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return undefined;
  if (type === 'Polygon' && coordinates.every(isRing)) return { type, coordinates: coordinates.map(flat) };
  const isPolygon = (polygon: unknown) => Array.isArray(polygon) && polygon.length > 0 && polygon.every(isRing);
  if (type === 'MultiPolygon' && coordinates.every(isPolygon)) {
    return { type, coordinates: (coordinates as unknown[][]).map((rings) => rings.map(flat)) };
  }
  return undefined;
};

/** Heights are allowed in GeoJSON and of no use here. */
const flat = (ring: unknown): Ring => (ring as number[][]).map(([lon, lat]) => [lon ?? 0, lat ?? 0]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPosition = (value: unknown): value is [number, number] =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.every((number) => typeof number === 'number' && Number.isFinite(number));
const isRing = (value: unknown): boolean => {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false;
  const [first, last] = [value[0] as number[], value.at(-1) as number[]];
  return first[0] === last[0] && first[1] === last[1];
};
