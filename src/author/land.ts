import type { Config } from '../base/config.ts';
import type { Land } from '../definition/analysis/land.ts';
import { createBoundaries } from '../territory/boundaries.ts';
import { type Country, loadCountry } from '../territory/country.ts';
import { readDeclaredTerritory } from '../territory/declared-territory.ts';
import { createTerritory, type Territory } from '../territory/territory.ts';

/** The country as its folder declares it, and what declarations are checked against in it. */
export const readLand = ({
  countryFolder,
}: Pick<Config, 'countryFolder'>): { country: Country; territory: Territory; land: Land } => {
  const country = loadCountry(countryFolder);
  const { places, institutions } = readDeclaredTerritory(countryFolder, country);
  const territory = createTerritory(places, institutions, createBoundaries(places));
  return { country, territory, land: { territory, places, institutions } };
};
