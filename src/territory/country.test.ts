import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inProject } from '../base/paths.ts';
import { loadCountry } from './country.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diwan-country-'));
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
afterAll(() => rmSync(folder, { recursive: true }));

const lebanon = readFileSync(inProject('country', 'country.yaml'), 'utf8');
const complaint = (change: (yaml: string) => string): string => {
  writeFileSync(join(folder, 'country.yaml'), change(lebanon));
  try {
    loadCountry(folder);
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, '');
  }
  return 'nothing';
};
const lineOf = (words: string): number => lebanon.split('\n').findIndex((line) => line.startsWith(words)) + 1;

test('the demonstration country is Lebanon, Arabic first', () => {
  const country = loadCountry(inProject('country'));
  expect(country).toMatchObject({
    code: 'LB',
    languages: ['ar', 'fr', 'en'],
    timeZone: 'Asia/Beirut',
    callingCode: '961',
    currency: 'LBP',
    colour: '#0B5D4B',
  });
  expect(country.logo).toContain('<svg');
});
test('what is not right is said with its line and what belongs there', () => {
  expect(complaint((yaml) => yaml)).toBe('nothing');
  expect(complaint((yaml) => yaml.replace('"#0B5D4B"', 'green'))).toBe(
    `country.yaml:${lineOf('colour')}: colour is not right: write one colour between quotes, such as "#0B5D4B", dark enough for white words on it`,
  );
  expect(complaint((yaml) => yaml.replace('"961"', '+961'))).toContain(
    `country.yaml:${lineOf('calling_code')}: calling_code is not right`,
  );
  expect(complaint((yaml) => yaml.replace('en: Lebanon }', '}'))).toContain(
    `country.yaml:${lineOf('name')}: name is not right: write the name of the country in ar, fr and en`,
  );
  expect(complaint((yaml) => yaml.replace('Asia/Beirut', 'Asia/Beyrouth'))).toContain(
    `country.yaml:${lineOf('time_zone')}: there is no time zone "Asia/Beyrouth"`,
  );
  expect(complaint((yaml) => yaml.replace('[35.05, 33.0', '[33.0, 35.05'))).toContain(
    `country.yaml:${lineOf('bounds')}: the bounds enclose nothing`,
  );
  expect(complaint((yaml) => `${yaml}\ncolor: red\n`)).toMatch(
    /country.yaml:\d+: there is no key "color": remove or rename it; keys are code, name/,
  );
  expect(complaint((yaml) => yaml.replace(/^currency.*\n/m, ''))).toContain(
    '"currency" is missing: write the ISO 4217 code',
  );
  expect(complaint((yaml) => yaml.replace('logo.svg', 'emblem.svg'))).toContain('emblem.svg cannot be read');
  expect(complaint(() => 'code: [LB')).toMatch(/country.yaml:\d+: /);
  expect(complaint(() => '')).toContain('"code" is missing');
});
