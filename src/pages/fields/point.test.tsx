import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { tryField, world } from '../../../test/world/field.ts';
import { lebanon } from '../../../test/world/service.ts';
import { inProject } from '../../base/paths.ts';
import { type Locale, locales } from '../../base/texts.ts';
import type { Inputs } from '../../form/fields/field-type.ts';
import { createBoundaries } from '../../territory/boundaries.ts';
import { loadCountry } from '../../territory/country.ts';
import { readDeclaredTerritory } from '../../territory/declared-territory.ts';
import { createTerritory } from '../../territory/territory.ts';
import { point } from './point.tsx';

const declared = readDeclaredTerritory(inProject('country'), loadCountry(inProject('country')));
const territory = createTerritory(declared.places, declared.institutions, createBoundaries(declared.places));
const { field } = tryField('point');
const toolsIn = (locale: Locale) => ({ locale, world, territory, calendar: lebanon });
const show = (lon: number, lat: number, locale: Locale): string =>
  render(<div>{point.show({ lon, lat }, field, toolsIn(locale))}</div>);
const ask = (inputs: Inputs): string =>
  render(
    point.ask({
      ...toolsIn('en'),
      field,
      inputs,
      error: undefined,
      errorAt: () => undefined,
      autocomplete: undefined,
    }),
  );

test('a point is shown in words, in degrees and on a map of the country', () => {
  const saida = { ar: 'بالقرب من صيدا', fr: 'Près de Saïda', en: 'Near Saida' };
  for (const locale of locales) {
    const html = show(35.3712, 33.5571, locale);
    expect(html).toContain(saida[locale]);
    expect(html).toContain('33.5571, 35.3712');
    expect(html).toMatch(/class="mark" transform="translate\([\d.]+ [\d.]+\)">/);
  }
});

test('a point between places is said by its distance, one abroad asks for a second look', () => {
  expect(show(35.9, 34.27, 'en')).toMatch(/About [\d.]+ km from/);
  const paris = show(2.35, 48.85, 'en');
  expect(paris).toContain('Outside the country');
  expect(paris).toContain('display="none"');
});

test('the map fits a page on a slow connection', () => {
  expect(ask({}).length).toBeLessThan(8_000);
});

test('what is typed comes back on the map, what cannot be read comes back as it was', () => {
  expect(ask({ 'it.lat': '٣٣٫٥٥٧١', 'it.lon': '35,3712' })).toContain('Near Saida');
  const wrong = ask({ 'it.lat': 'Saida"', 'it.lon': '' });
  expect(wrong).toContain('value="Saida&quot;"');
  expect(wrong).toContain('display="none"');
});

const press = (inputs: Inputs, pressed: string): Inputs => point.settle!(inputs, field, toolsIn('en'), pressed);
const drawn = (html: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...html.matchAll(/ (?:data-)?(west|north|per-lon|per-lat)="([\d.]+)"/g)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  );

test('pressing the map answers without a script, and looks closer around it', () => {
  const whole = drawn(ask({}));
  const first = press({ 'it.tap.x': '100', 'it.tap.y': '120' }, '.tap.x');
  expect(Number(first['it.lon'])).toBeCloseTo(whole['west']! + 100 / whole['per-lon']!, 5);
  expect(Number(first['it.lat'])).toBeCloseTo(whole['north']! - 120 / whole['per-lat']!, 5);
  expect(Object.keys(first).filter((name) => name.startsWith('it.tap'))).toEqual([]);
  const near = drawn(ask(first));
  expect(near['per-lon']).toBeCloseTo(whole['per-lon']! * 4, 6);
  const second = press({ ...first, 'it.tap.x': '10', 'it.tap.y': '10' }, '.tap.x');
  expect(Number(second['it.lon'])).toBeCloseTo(near['west']! + 10 / near['per-lon']!, 5);
  const wider = press(press(second, '.wider'), '.wider');
  expect(drawn(ask(wider))).toEqual(whole);
  expect(wider['it.lon']).toBe(second['it.lon']);
});

test('a key that sends the page, and pixels that are none, answer nothing', () => {
  for (const [x, y] of [
    ['0', '0'],
    ['-4', '5'],
    ['1e9', '5'],
    ['x', ''],
    ['99999', '5'],
  ])
    expect(press({ 'it.tap.x': x!, 'it.tap.y': y! }, '.tap.x')['it.lon']).toBeUndefined();
});
