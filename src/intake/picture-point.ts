import type { Point } from '../form/fields/point.ts';
import { loadSharp } from './load-sharp.ts';

/**
 * Where a picture says that it was taken: the GPS tags of its Exif (CIPA DC-008, 4.6.6), which lie in a TIFF structure: a list
 * of entries of twelve bytes, each with a tag, a type, a count, and a value or where that stands. Nothing of it is believed.
 */
export const pointOf = async (picture: Buffer): Promise<Point | undefined> => {
  const sharp = await loadSharp();
  const { exif } = await sharp(picture, { limitInputPixels: false }).metadata();
  try {
    return exif && readPoint(exif);
  } catch {
    // It points beyond its own end.
    return undefined;
  }
};

const gpsDirectory = 0x88_25;
const mostEntries = 500;

const readPoint = (exif: Buffer): Point | undefined => {
  const tiff = exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (order === 'II' ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  /** Where the entry of a tag stands in the list at a place. */
  const find = (list: number, tag: number): number | undefined => {
    const count = Math.min(short(list), mostEntries);
    const at = Array.from({ length: count }, (_none, index) => list + 2 + index * 12);
    return at.find((each) => short(each) === tag);
  };
  const pointer = find(long(4), gpsDirectory);
  if (pointer === undefined) return undefined;
  const gps = long(pointer + 8);
  const degrees = (sideTag: number, sides: string, tag: number): number | undefined => {
    const [side, value] = [find(gps, sideTag), find(gps, tag)];
    if (side === undefined || value === undefined || long(value + 4) !== 3) return undefined;
    const letter = tiff.toString('latin1', side + 8, side + 9);
    if (!sides.includes(letter)) return undefined;
    const at = long(value + 8);
    const [whole = 0, minutes = 0, seconds = 0] = [0, 8, 16].map((each) => long(at + each) / long(at + each + 4));
    const sum = whole + minutes / 60 + seconds / 3600;
    return letter === sides[0] ? sum : -sum;
  };
  const [lat, lon] = [degrees(1, 'NS', 2), degrees(3, 'EW', 4)];
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return undefined;
  // Cameras that do not know where they are write zeros.
  if (lat === 0 && lon === 0) return undefined;
  return { lon: rounded(lon), lat: rounded(lat) };
};

/** To a metre: no receiver in a telephone knows more. */
const rounded = (value: number): number => Math.round(value * 100_000) / 100_000;
