import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../base/startup-error.ts';
import { withBoundaries } from './boundary-file.ts';
import type { Country } from './country.ts';
import { readInstitutionCsv } from './institution-csv.ts';
import type { DeclaredPlace, Institution } from './place.ts';
import { readPlaceCsv } from './place-csv.ts';
import { readPlaceGeojson } from './place-geojson.ts';

/** Everything that a country's folder declares about its territory. */
export interface DeclaredTerritory {
  readonly places: readonly DeclaredPlace[];
  readonly institutions: readonly Institution[];
}

/** Reads `places.csv` or `places.geojson`, then `institutions.csv`; refuses whatever is wrong in them, by line. */
export const readDeclaredTerritory = (folder: string, country: Pick<Country, 'bounds'>): DeclaredTerritory => {
  const csv = join(folder, 'places.csv');
  const geojson = join(folder, 'places.geojson');
  if (existsSync(csv) && existsSync(geojson))
    throw new StartupError(`${csv} and ${geojson} are both there: keep the one that is meant`);
  const boundaries = join(folder, 'boundaries.geojson');
  const listed = existsSync(geojson) ? readPlaceGeojson(geojson, country.bounds) : readPlaceCsv(csv, country.bounds);
  const places = existsSync(boundaries) ? withBoundaries(boundaries, listed, country.bounds) : listed;
  return { places, institutions: readInstitutionCsv(join(folder, 'institutions.csv'), places) };
};
