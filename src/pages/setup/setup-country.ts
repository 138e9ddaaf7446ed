import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../base/startup-error.ts';
import type { Country } from '../../territory/country.ts';
import { type DeclaredTerritory, readDeclaredTerritory } from '../../territory/declared-territory.ts';
import type { Upload } from '../http/uploads.ts';

/** The names under which files of a country are read, whatever they were called. */
const nameOf = (fileName: string): string | undefined => {
  const name = fileName.toLowerCase();
  if (/institution/.test(name) && name.endsWith('.csv')) return 'institutions.csv';
  if (/\.(geo)?json$/.test(name)) return 'places.geojson';
  return name.endsWith('.csv') ? 'places.csv' : undefined;
};

/**
 * Reads the files of a country that somebody sent as those in a country's folder are read, with the same words for what is
 * wrong. Undefined: one of the two is missing.
 */
export const readSentCountry = async (
  dataFolder: string,
  uploads: readonly Upload[],
  country: Pick<Country, 'bounds'>,
): Promise<
  (DeclaredTerritory & { readonly files: readonly string[] }) | { readonly faults: readonly string[] } | undefined
> => {
  const named = new Map(uploads.flatMap(({ fileName, data }) => (data ? [[nameOf(fileName), data] as const] : [])));
  const places = named.has('places.geojson') ? 'places.geojson' : 'places.csv';
  const [territory, institutions] = [named.get(places), named.get('institutions.csv')];
  if (!territory || !institutions) return undefined;
  const folder = await mkdtemp(join(dataFolder, 'setup-'));
  try {
    await writeFile(join(folder, places), territory);
    await writeFile(join(folder, 'institutions.csv'), institutions);
    return { ...readDeclaredTerritory(folder, country), files: [places, 'institutions.csv'] };
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    return { faults: error.message.replaceAll(`${folder}/`, '').split('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
