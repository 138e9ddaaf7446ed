import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inProject } from '../base/paths.ts';
import { readFileSync } from 'node:fs';
import { comparePlaces, importPlaces } from './compare-places.ts';
import { applyEffect, type CountryContent, loosePieces } from './country-change.ts';
import { loadCountry } from './country.ts';
import { readDeclaredTerritory } from './declared-territory.ts';
import { readPlaceFile } from './place-import.ts';
import { recodePlace } from './place-changes.ts';

const folder = inProject('country');
const country = loadCountry(folder);
const content = {
  ...readDeclaredTerritory(folder, country),
  calendar: {},
  settings: {},
} as unknown as CountryContent;
const read = (text: string) => readPlaceFile(Buffer.from(text), country.bounds);
const compare = (text: string) => comparePlaces(content, read(text).places);
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });

test('the country’s own file changes nothing', () => {
  const file = readPlaceFile(readFileSync(`${folder}/places.csv`), country.bounds);
  expect(file.faults).toEqual([]);
  expect(comparePlaces(content, file.places)).toMatchObject({ made: [], changed: [], absent: [], faults: [] });
});

test('boundaries by p-code find the places that have other codes here', () => {
  const square = [
    [
      [35.4, 33.8],
      [35.6, 33.8],
      [35.6, 34],
      [35.4, 33.8],
    ],
  ];
  const feature = {
    type: 'Feature',
    properties: { ADM0_PCODE: 'LB', ADM1_PCODE: 'LB1', ADM1_EN: 'Beirut City', ADM1_AR: 'بيروت' },
    geometry: { type: 'Polygon', coordinates: square },
  };
  const { changed, made, absent, faults } = compare(collection(feature));
  expect(faults).toEqual([]);
  expect(made).toEqual([]);
  expect(changed).toMatchObject([
    { code: 'LB-BA', set: { name: { en: 'Beirut City', fr: 'Beyrouth' }, boundary: { type: 'Polygon' } } },
  ]);
  expect(absent.map(({ level }) => level)).toEqual(Array.from({ length: absent.length }, () => 'governorate'));
  expect(absent.length).toBeGreaterThan(5);
});

test('what is wrong is said of its row', () => {
  const table = `code,level,parent,name_ar,name_fr,name_en,lon,lat
LB-X1,municipality,LB-JA-SAI,قرية,Village,Village,35.4,33.5
LB-X2,hamlet,LB-JA-SAI,قرية,Village,Village,,
LB-X3,municipality,NOWHERE,قرية,Village,Village,,
LB-X4,municipality,LB-JA-SAI-001,قرية,Village,Village,33.5,35.4
LB-X1,municipality,LB-JA-SAI,قرية,Village,Village,abc,33.5
LB-X6,municipality,LB-JA-SAI,,,,,
`;
  const file = read(table);
  expect(file.faults.map(({ row }) => row).toSorted()).toEqual([2, 4, 5, 5]);
  const { faults, made } = comparePlaces(content, file.places);
  expect(faults.map(({ row }) => row)).toEqual([3, 4, 6]);
  expect(made[0]).toMatchObject({ code: 'LB-X1', set: { parent: 'LB-JA-SAI', point: [35.4, 33.5] } });
});

test('no file makes it fail, and none that is no file of places is taken for one', () => {
  for (const text of ['', 'hello', '{', '{"type":"Feature"}', 'a,b\n1,2', '\u0000'])
    expect(read(text).faults.length + read(text).places.length).toBeGreaterThanOrEqual(0);
  expect(readPlaceFile(Buffer.from([0xff, 0xfe, 0x41, 0x00]), country.bounds).faults[0]?.row).toBe(0);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      comparePlaces(content, read(text).places);
    }),
  );
});

test('what is taken over leaves a country in which every code leads somewhere', () => {
  const file = `code,level,parent,name_ar,name_fr,name_en
LB-NEW,district,LB-JA,قضاء,District,District
LB-NEW-1,municipality,LB-NEW,بلدة,Ville,Town`;
  const after = applyEffect(content, importPlaces(compare(file), { file: 'x.csv', close: false }).effect);
  expect(loosePieces(after)).toEqual([]);
  expect(after.places.find(({ code }) => code === 'LB-NEW-1')?.parent).toBe('LB-NEW');
  expect(loosePieces(applyEffect(content, recodePlace(content, 'LB-JA-SAI', 'SAIDA').effect))).toEqual([]);
});
