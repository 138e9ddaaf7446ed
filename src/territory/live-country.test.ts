import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { inProject } from '../base/paths.ts';
import { loadCalendar } from './calendar-file.ts';
import { loadCountry } from './country.ts';
import type { Effect, NewChange } from './country-change.ts';
import { readDeclaredTerritory } from './declared-territory.ts';
import { type LiveCountry, openLiveCountry } from './live-country.ts';

let testDatabase: TestDatabase;
const folder = inProject('country');
const country = loadCountry(folder);
const declared = readDeclaredTerritory(folder, country);
const calendar = loadCalendar(folder, country.timeZone);
const opened: LiveCountry[] = [];
const open = async (files = declared): Promise<LiveCountry> => {
  const live = await openLiveCountry({
    database: testDatabase.database,
    country,
    declared: files,
    calendar,
    onError: (error) => expect.unreachable(String(error)),
  });
  opened.push(live);
  return live;
};

beforeAll(async () => void (testDatabase = await createTestDatabase()));
afterAll(async () => {
  for (const each of opened) await each.stop();
  await testDatabase.close();
});

let live: LiveCountry;
beforeEach(async () => void (live = await open()));

const edit = (effect: Effect, kind: NewChange['kind'] = 'institution-edited'): NewChange => ({
  kind,
  about: {},
  effect,
});
const name = (word: string) => ({ ar: word, fr: word, en: word });
/** Changes of the console need an account; the first set-up has none and may do the same. */
const change = (effect: Effect) => live.change(null, () => edit(effect));
const undo = (id: number) => live.undo(null as unknown as string, id);

test('an edit holds at once for whoever holds the territory, survives a restart, and goes when it is undone', async () => {
  const { territory } = live;
  const id = await change({ institutions: [{ code: 'health-ministry', set: { name: name('Health') } }] });
  expect(territory.getInstitution('health-ministry').name.en).toBe('Health');
  expect((await open()).territory.getInstitution('health-ministry').name.en).toBe('Health');
  await undo(id);
  expect(territory.getInstitution('health-ministry').name.en).toBe('Ministry of Public Health');
  await expect(undo(id)).rejects.toMatchObject({ code: 'state-changed' });
});

test('a file that is corrected later counts for what nobody has touched', async () => {
  const id = await change({ institutions: [{ code: 'justice-ministry', set: { contact: { phone: '+9611' } } }] });
  const corrected = {
    ...declared,
    institutions: declared.institutions.map((each) =>
      each.code === 'justice-ministry' ? { ...each, name: name('Justice!') } : each,
    ),
  };
  const other = await open(corrected);
  expect(other.territory.getInstitution('justice-ministry')).toMatchObject({
    name: { en: 'Justice!' },
    contact: { phone: '+9611' },
  });
  await undo(id);
});

test('what was made here can be undone, but not while others stand on it', async () => {
  const made = { type: 'agency', name: name('Agency'), parent: undefined, place: 'LB' };
  const above = await change({ institutions: [{ code: 'agency', isNew: true, set: made }] });
  const below = await change({ institutions: [{ code: 'office', isNew: true, set: { ...made, parent: 'agency' } }] });
  expect(live.territory.isUnder('office', 'agency')).toBe(true);
  await expect(undo(above)).rejects.toMatchObject({ code: 'not-possible' });
  await undo(below);
  await undo(above);
  // Records may name it: it is remembered, and nothing new may name it.
  expect(live.territory.findInstitution('agency')?.retired).toBe(true);
});

test('codes that lead in a circle or nowhere are refused, and nothing is kept of them', async () => {
  const before = live.changes().length;
  const wrong = [
    { code: 'central-inspection', set: { parent: 'central-inspection-administrative' } },
    { code: 'health-ministry', set: { parent: 'nobody' } },
    { code: 'health-ministry', set: { place: 'XX' } },
  ];
  for (const patch of wrong)
    await expect(change({ institutions: [patch] })).rejects.toMatchObject({ code: 'not-possible' });
  expect(live.changes()).toHaveLength(before);
});

test('a place that was given another code is found under both, and whoever covers it covers both', async () => {
  const { places } = live.content();
  const saida = places.find(({ code }) => code === 'LB-JA-SAI-001')!;
  const below = places
    .filter(({ parent }) => parent === saida.code)
    .map(({ code }) => ({ code, set: { parent: 'SAIDA' } }));
  const there = live
    .content()
    .institutions.filter(({ place }) => place === saida.code)
    .map(({ code }) => ({ code, set: { place: 'SAIDA' } }));
  const { boundary: _, ...rest } = saida;
  const id = await change({
    places: [
      { code: 'SAIDA', isNew: true, set: rest },
      { code: saida.code, set: { retired: true, successor: 'SAIDA' } },
      ...below,
    ],
    institutions: there,
  });
  const { territory } = live;
  expect(territory.getPlace(saida.code)).toMatchObject({ retired: true, successor: 'SAIDA' });
  for (const place of [saida.code, 'SAIDA'])
    expect(territory.institutionFor({ type: 'municipality', place })?.code).toBe('municipality-LB-JA-SAI-001');
  await undo(id);
  expect(territory.getPlace(saida.code)).toMatchObject({ retired: false });
});

test('a holiday that is added changes the calendar, which keeps every version that it had', async () => {
  const before = live.calendar.digest;
  const id = await change({ calendar: { moving: { '2027-04-01': { name: name('Election'), basis: 'announced' } } } });
  expect(live.calendar.digest).not.toBe(before);
  expect(live.calendar.openOn('2027-04-01')).toEqual([]);
  await undo(id);
  expect(live.calendar.digest).toBe(before);
});

test('two programs on one database know the same', async () => {
  const other = await open();
  const heard = new Promise<void>((resolve) => other.onChange(resolve));
  const id = await change({ settings: { portal: name('Another name') } });
  await heard;
  expect(other.country.portal.en).toBe('Another name');
  await undo(id);
});

test('of two that change the same at once the second sees what the first has done', async () => {
  const seen: unknown[] = [];
  const rename = (word: string) =>
    live.change(null, (content) => {
      seen.push(content.institutions.find(({ code }) => code === 'labour-ministry')?.name.en);
      return edit({ institutions: [{ code: 'labour-ministry', set: { name: name(word) } }] });
    });
  await Promise.all([rename('One'), rename('Two')]);
  expect(seen).toHaveLength(2);
  expect(seen[0]).toBe('Ministry of Labour');
  expect(['One', 'Two']).toContain(seen[1]);
});

test('the database lets the program add to the changes only', async () => {
  await change({ settings: { colour: '#112233' } });
  for (const sql of ['update country_change set kind = kind', 'delete from country_change', 'truncate country_change'])
    await expect(testDatabase.database.pool.query(sql)).rejects.toThrow('permission denied');
});
