import { readCsvTable } from './csv-table.ts';
import type { Bounds, DeclaredPlace } from './place.ts';
import { placeColumns, readPlaceRows } from './place-rows.ts';

/** Reads `places.csv`: one row for each place, in any order. */
export const readPlaceCsv = (file: string, bounds: Bounds): readonly DeclaredPlace[] => {
  const rows = readCsvTable(file, placeColumns).map(({ line, cell }) => ({
    line,
    cell,
    boundary: undefined,
    ...readPoint(cell('lon'), cell('lat')),
  }));
  return readPlaceRows(file, rows, bounds);
};

export const readPoint = (
  lon: string,
  lat: string,
): { point: readonly [number, number] | undefined; faults: readonly string[] } => {
  if (lon === '' && lat === '') return { point: undefined, faults: [] };
  if (lon === '' || lat === '')
    return {
      point: undefined,
      faults: [`${lon === '' ? 'lon' : 'lat'} is missing: write both lon and lat, or neither`],
    };
  const wrong = [lon, lat].find((value) => !/^-?\d{1,3}(\.\d+)?$/.test(value));
  if (wrong !== undefined)
    return {
      point: undefined,
      faults: [`"${wrong}" is not in decimal degrees: write a number such as 35.3715, with a point`],
    };
  return { point: [Number(lon), Number(lat)], faults: [] };
};
