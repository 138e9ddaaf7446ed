import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statement } from '../base/database.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { inProject } from '../base/paths.ts';
import { loadCountry } from './country.ts';
import { type DeclaredTerritory, readDeclaredTerritory } from './declared-territory.ts';
import { installTerritory } from './install-territory.ts';
import { loadTerritory } from './load-territory.ts';
import type { Boundary } from './place.ts';
import { createTerritory } from './territory.ts';

let testDatabase: TestDatabase;
beforeAll(async () => void (testDatabase = await createTestDatabase()));
afterAll(() => testDatabase.close());

const country = loadCountry(inProject('country'));
const lebanon = readDeclaredTerritory(inProject('country'), country);
const without = (...codes: string[]): DeclaredTerritory => ({
  places: lebanon.places.filter(({ code }) => !codes.includes(code)),
  institutions: lebanon.institutions.filter(({ code, place }) => !codes.includes(code) && !codes.includes(place ?? '')),
});
const install = (declared: DeclaredTerritory) => installTerritory(testDatabase.database, declared);
const load = () => loadTerritory(testDatabase.database);

describe('installing a territory', () => {
  test('puts into the tables what the files say, and nothing when they say the same', async () => {
    expect(await install(lebanon)).toEqual({ changed: true, retiredPlaces: [], retiredInstitutions: [] });
    expect(await install(lebanon)).toEqual({ changed: false });
    const installed = await load();
    const declared = createTerritory(lebanon.places, lebanon.institutions);
    for (const { boundary: _, ...place } of lebanon.places)
      expect(installed.getPlace(place.code)).toEqual({ ...place, retired: false });
    for (const institution of lebanon.institutions)
      expect(installed.getInstitution(institution.code)).toEqual({ ...institution, retired: false });
    expect(installed.searchPlaces({ q: 'صيدا' }).places.map(({ code }) => code)).toEqual(
      declared.searchPlaces({ q: 'صيدا' }).places.map(({ code }) => code),
    );
  });

  test('retires what is no longer listed, and takes it back when it is listed again', async () => {
    await install(lebanon);
    expect(await install(without('LB-JA-SAI-002', 'hospital-saida'))).toEqual({
      changed: true,
      retiredPlaces: ['LB-JA-SAI-002'],
      retiredInstitutions: expect.arrayContaining(['municipality-LB-JA-SAI-002', 'hospital-saida']),
    });
    const fewer = await load();
    expect(fewer.getPlace('LB-JA-SAI-002')).toMatchObject({ name: { en: 'Haret Saida' }, retired: true });
    expect(fewer.searchPlaces({ q: 'Haret Saida' }).places).toEqual([]);
    expect(fewer.institutionFor({ type: 'hospital', place: 'LB-JA-SAI-001' })).toBeUndefined();
    await install(lebanon);
    expect((await load()).institutionFor({ type: 'hospital', place: 'LB-JA-SAI-001' })?.code).toBe('hospital-saida');
  });

  test('corrects a name, a point and a parent, and keeps a boundary', async () => {
    await install(lebanon);
    const boundary: Boundary = {
      type: 'Polygon',
      coordinates: [
        [
          [35, 33],
          [36, 33],
          [36, 34],
          [35, 33],
        ],
      ],
    };
    const changed = {
      parent: 'LB-JA-JEZ',
      name: { ar: 'عبرا الجديدة', fr: 'Abra-Neuf', en: 'New Abra' },
      point: [35.41, 33.57] as const,
      boundary,
    };
    await install({
      ...lebanon,
      places: lebanon.places.map((place) => (place.code === 'LB-JA-SAI-004' ? { ...place, ...changed } : place)),
    });
    const { boundary: _, ...shown } = changed;
    expect((await load()).getPlace('LB-JA-SAI-004')).toMatchObject(shown);
    const rows = await testDatabase.database.run(
      statement<{ boundary: unknown }>(
        'test/boundaries',
        'select boundary from place where boundary is not null and code = $1',
      ),
      ['LB-JA-SAI-004'],
    );
    expect(rows).toEqual([{ boundary }]);
  });

  test('is done once when several programs start together', async () => {
    await install(without('LB-JA-SAI-003'));
    const results = await Promise.all([install(lebanon), install(lebanon), install(lebanon)]);
    expect(results.filter(({ changed }) => changed)).toHaveLength(1);
  });

  test('changes nothing when any of it is refused', async () => {
    await install(lebanon);
    const broken = {
      places: without('LB-JA-SAI-005').places,
      institutions: [
        { code: 'lost', type: 'ngo', name: { ar: 'أ', fr: 'a', en: 'a' }, parent: undefined, place: 'nowhere' },
      ],
    };
    await expect(install(broken)).rejects.toThrow('institution_place_fkey');
    expect((await load()).getPlace('LB-JA-SAI-005').retired).toBe(false);
    expect(await install(lebanon)).toEqual({ changed: false });
  });
});

test('the program may not remove places or institutions', async () => {
  for (const table of ['place', 'institution', 'territory_source']) {
    await expect(testDatabase.database.run(statement(`test/delete-${table}`, `delete from ${table}`))).rejects.toThrow(
      'permission denied',
    );
    await expect(
      testDatabase.database.run(statement(`test/truncate-${table}`, `truncate ${table} cascade`)),
    ).rejects.toThrow('permission denied');
  }
});
