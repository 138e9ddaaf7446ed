import { describe, expect, test } from 'vitest';
import { lebanon, noon, permit, worldAt } from '../../../test/world/service.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import type { Place } from '../../territory/place.ts';
import { createTerritory } from '../../territory/territory.ts';
import { place, whereabouts } from './place.tsx';

const make = (code: string, level: Place['level'], ar: string, latin: string, parent?: string): Place => ({
  code,
  level,
  name: { ar, fr: latin, en: latin },
  parent,
  point: undefined,
});
const places = [
  make('LB', 'country', 'لبنان', 'Liban'),
  make('S', 'governorate', 'لبنان الجنوبي', 'Liban-Sud', 'LB'),
  make('S-S', 'district', 'صيدا', 'Saïda', 'S'),
  make('N', 'governorate', 'لبنان الشمالي', 'Liban-Nord', 'LB'),
  make('N-T', 'district', 'طرابلس', 'Tripoli', 'N'),
  make('1', 'municipality', 'صيدا', 'Saïda', 'S-S'),
  make('2', 'municipality', 'حارة صيدا', 'Haret Saïda', 'S-S'),
  make('3', 'municipality', 'العين', 'Aïn', 'S-S'),
  make('4', 'municipality', 'العين', 'Aïn', 'N-T'),
  make('5', 'municipality', 'طرابلس', 'Tripoli', 'N-T'),
  // Enough of them that one is searched for.
  ...Array.from({ length: 40 }, (_none, index) =>
    make(`x${index}`, 'municipality', `بلدة ${index}`, `Bourg ${index}`, 'N-T'),
  ),
];
const territory = createTerritory(places, []);
const tools = { locale: 'fr', world: worldAt(noon), territory, calendar: lebanon } as const;
const field = [...permit.fields.values()].find((each) => each.type === 'place')!;
const settle = (search: string, chosen = ''): string | undefined => {
  const inputs: Inputs = { [field.name]: chosen, [`${field.name}.search`]: search };
  return place.settle?.(inputs, field, tools)[field.name];
};

describe('a place that is typed', () => {
  test.each([
    ['the only one found', 'trip', '5'],
    ['the only one of this very name, though others hold it', 'صيدا', '1'],
    ['spelt as people spell it', 'saida', '1'],
    ['chosen from the list before', 'saida', '2', '2'],
    ['chosen, the search being empty', '', '3', '3'],
  ])('is %s', (_what, search, code, chosen = '') => {
    expect(settle(search, chosen)).toBe(code);
  });

  test.each([
    ['two bear the name', 'Aïn', '', 'Choisissez le bon lieu'],
    ['none does', 'Atlantis', '', 'introuvable'],
    ['the text was changed after another place was chosen', 'Aïn', '5', 'Choisissez le bon lieu'],
  ])('is asked for again when %s', (_what, search, chosen, words) => {
    const code = settle(search, chosen);
    expect(territory.findPlace(code ?? '')).toBeUndefined();
    expect(place.sayMissing?.({ [`${field.name}.search`]: search }, field, tools)).toContain(words);
  });

  test('is shown with what it lies in, each name once and never the country', () => {
    expect(whereabouts(territory.getPlace('2'), territory, 'ar')).toBe('صيدا، لبنان الجنوبي');
    expect(whereabouts(territory.getPlace('1'), territory, 'fr')).toBe('Liban-Sud');
  });
});
