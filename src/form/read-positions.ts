import { latinDigits } from './digits.ts';
import type { FaultValues, FormFault } from './form-texts.ts';
import type { Position } from './map-geometry.ts';

/**
 * Points as people and programs write them: degrees of latitude and longitude on a line, GeoJSON (RFC 7946), which has
 * longitude first, or numbers. Kept with six decimals, which is a tenth of a metre.
 */
export type PositionsReading =
  | { readonly positions: readonly Position[] }
  | { readonly fault: FormFault; readonly values?: FaultValues };

const decimals = 1e6;
// Marks of direction, which text copied from an Arabic page carries.
const directionMarks = /[\u200e\u200f\u061c\u2066-\u2069]/g;

const rounded = (degrees: number): number => Math.round(degrees * decimals) / decimals + 0;

/** Text with Latin digits, decimal points where they are Arabic, and hyphens for minus signs. */
const tidied = (text: string): string =>
  latinDigits(text)
    .replaceAll(directionMarks, '')
    .replaceAll('\u066b', '.')
    .replaceAll('\u060c', ',')
    .replaceAll('\u061b', ';')
    .replaceAll(/[\u2212\u2013]/g, '-')
    .replaceAll('\u00b0', '')
    .trim();

/** Degrees as they are typed: 33.8938, 33,8938 or ٣٣٫٨٩٣٨. */
export const readDegrees = (typed: string): number | undefined => {
  const text = typed.length > 40 ? '' : tidied(typed);
  return /^[+-]?\d{1,3}([.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
};

const number = String.raw`([+-]?\d{1,3}(?:\.\d{1,20})?)`;
const numberOrComma = String.raw`([+-]?\d{1,3}(?:[.,]\d{1,20})?)`;
const twoNumbers = new RegExp(String.raw`^${number}\s{0,9}[,;\s]\s{0,9}${number}$`);
const twoWithCommas = new RegExp(String.raw`^${numberOrComma}(?:\s{0,9};\s{0,9}|,\s{1,9}|\s{1,9})${numberOrComma}$`);

/** Latitude and longitude on one line: "33.8938, 35.5018", "33,8938 35,5018" or "33,8938; 35,5018". */
export const readLine = (line: string): Position | undefined => {
  const text = line.length > 100 ? '' : tidied(line);
  const found = twoNumbers.exec(text) ?? twoWithCommas.exec(text);
  return found ? [Number(found[2]!.replace(',', '.')), Number(found[1]!.replace(',', '.'))] : undefined;
};

/** One point within its range. */
export const inRange = (position: Position): PositionsReading => {
  const [lon, lat] = position;
  if (!Number.isFinite(lat) || Math.abs(lat) > 90) return { fault: 'latitude-out-of-range' };
  if (!Number.isFinite(lon) || Math.abs(lon) > 180) return { fault: 'longitude-out-of-range' };
  return { positions: [[rounded(lon), rounded(lat)]] };
};

const allInRange = (positions: readonly Position[]): PositionsReading => {
  const kept: Position[] = [];
  for (const position of positions) {
    const reading = inRange(position);
    if ('fault' in reading) return reading;
    const [each] = reading.positions;
    const last = kept.at(-1);
    if (each && (each[0] !== last?.[0] || each[1] !== last[1])) kept.push(each);
  }
  return { positions: kept };
};

const isPosition = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.length >= 2 && value.length <= 3 && value.every((each) => typeof each === 'number');

/** The coordinates of a geometry of this kind, however it is wrapped; undefined when it is none. */
export const coordinatesOf = (sent: unknown, kind: 'Point' | 'LineString' | 'Polygon'): unknown => {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return undefined;
  const { type, coordinates, geometry, features } = sent as Readonly<Record<string, unknown>>;
  if (type === 'FeatureCollection')
    return Array.isArray(features) && features.length === 1 ? coordinatesIn(features[0], kind) : undefined;
  return type === 'Feature' ? coordinatesIn({ type, geometry }, kind) : type === kind ? coordinates : undefined;
};

const coordinatesIn = (feature: unknown, kind: 'Point' | 'LineString' | 'Polygon'): unknown => {
  const { geometry } = (feature ?? {}) as Readonly<Record<string, unknown>>;
  const { type, coordinates } = (geometry ?? {}) as Readonly<Record<string, unknown>>;
  return type === kind ? coordinates : undefined;
};

/** The points of a line or of the only ring of a polygon. A third number, a height, is dropped. */
export const readPositions = (
  sent: unknown,
  kind: 'LineString' | 'Polygon',
  most: number,
  none: FormFault,
): PositionsReading => {
  if (typeof sent === 'string' && !sent.trim().startsWith('{')) return readLines(sent, most);
  const coordinates = coordinatesOf(typeof sent === 'string' ? parsed(sent) : sent, kind);
  const line: unknown =
    kind === 'LineString'
      ? coordinates
      : Array.isArray(coordinates) && coordinates.length === 1
        ? coordinates[0]
        : undefined;
  if (!Array.isArray(line)) return { fault: none };
  if (line.length > most + 1) return { fault: 'too-many-points', values: { max: most } };
  if (!line.every(isPosition)) return { fault: none };
  return allInRange(line.map(([lon, lat]) => [lon!, lat!]));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const readLines = (text: string, most: number): PositionsReading => {
  const lines = text.split('\n', most * 2 + 2).map((line, index) => ({ line, number: index + 1 }));
  const written = lines.filter(({ line }) => line.trim() !== '');
  if (written.length > most + 1 || lines.length > most * 2 + 1)
    return { fault: 'too-many-points', values: { max: most } };
  const positions: Position[] = [];
  for (const { line, number: at } of written) {
    const position = readLine(line);
    if (!position) return { fault: 'not-a-line-of-points', values: { line: at } };
    positions.push(position);
  }
  return allInRange(positions);
};
