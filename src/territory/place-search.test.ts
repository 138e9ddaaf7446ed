import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from './place.ts';
import { createTerritory } from './territory.ts';

const place = (code: string, ar: string, latin: string, otherNames: readonly string[] = []): Place => ({
  code,
  level: 'municipality',
  parent: 'LB',
  name: { ar, fr: latin, en: latin },
  point: undefined,
  otherNames,
});
const country: Place = {
  code: 'LB',
  level: 'country',
  parent: undefined,
  name: { ar: 'لبنان', fr: 'Liban', en: 'Lebanon' },
  point: undefined,
};
const territory = createTerritory(
  [
    country,
    place('1', 'صيدا', 'Saïda', ['Sidon']),
    place('2', 'حارة صيدا', 'Haret Saïda'),
    place('3', 'جونيه', 'Jounieh'),
    place('4', 'الغازية', 'Ghaziyeh'),
    place('5', 'عين إبل', 'Ain Ebel'),
    place('6', 'عيناتا', 'Ainata'),
    place('7', 'القاع', 'El-Qaa'),
    place('8', 'بقاعكفرا', 'Beqaa Kafra'),
    place('9', 'كفركلا', 'Kfar Kila'),
  ],
  [],
);
const found = (q: string, locale: 'ar' | 'fr' | 'en' = 'ar') =>
  territory.searchPlaces({ q, locale, level: 'municipality' }).places.map(({ code }) => code);

describe('a search for places', () => {
  test('puts the whole name first, then names that begin so, then words, then parts', () => {
    expect(found('صيدا')).toEqual(['1', '2']);
    expect(found('عين')).toEqual(['5', '6']);
    expect(found('قاع')).toEqual(['7', '8']);
    expect(found('saida')).toEqual(['1', '2']);
  });
  test('does not mind how Arabic is spelled', () => {
    for (const spelling of ['الغازية', 'الغازيه', 'غازية', 'غـازيّة']) expect(found(spelling), spelling).toEqual(['4']);
    for (const spelling of ['عين إبل', 'عين ابل', 'عين أبل']) expect(found(spelling), spelling).toEqual(['5']);
    for (const spelling of ['جونية', 'جونيه']) expect(found(spelling), spelling).toEqual(['3']);
  });
  test('does not mind how Arabic is written in Latin letters', () => {
    for (const spelling of ['Jounieh', 'jounie', 'Juniyah', 'Joun']) expect(found(spelling), spelling).toEqual(['3']);
    for (const spelling of ['Kfar Kila', 'kfarkila', 'Kfar Qila']) expect(found(spelling), spelling).toEqual(['9']);
    expect(found('El Qaa')).toEqual(['7', '8']);
  });
  test('knows other names', () => expect(found('sidon')).toEqual(['1']));
  test('finds nothing for what is no name, and nothing for punctuation', () => {
    expect(found('zzz')).toEqual([]);
    expect(found('jjjj')).toEqual([]);
    expect(found('%_|')).toEqual([]);
  });
  test('without words lists everything in the order of the language’s alphabet, the article aside', () => {
    expect(found('')).toEqual(['8', '3', '2', '1', '5', '6', '4', '7', '9']);
    expect(found('', 'en')).toEqual(['5', '6', '8', '7', '4', '2', '3', '9', '1']);
  });
  test('keeps to the level and to what lies below the place asked for', () => {
    expect(territory.searchPlaces({ level: 'country' }).places.map(({ code }) => code)).toEqual(['LB']);
    expect(territory.searchPlaces({ parent: 'LB' }).places).toHaveLength(9);
    expect(territory.searchPlaces({ parent: '1' }).places).toEqual([]);
  });
});

test('pages of fifty show each place once', () => {
  const many = createTerritory(
    [country, ...Array.from({ length: 120 }, (_, index) => place(`p${index}`, `مكان ${index}`, `Place ${index}`))],
    [],
  );
  const seen: string[] = [];
  let page: string | undefined;
  do {
    const answer = many.searchPlaces({ q: 'place', page });
    seen.push(...answer.places.map(({ code }) => code));
    page = answer.next;
  } while (page !== undefined);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect(many.searchPlaces({ q: 'place', page: '9' })).toEqual({ places: [], next: undefined });
});

test('every place is found by the beginning of any of its names', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('صيدا', 'حارة صيدا', 'الغازية', 'عيناتا', 'Jounieh', 'Haret Saïda', 'Sidon', 'Beqaa Kafra'),
      fc.integer({ min: 1, max: 12 }),
      (name, length) => {
        expect(found(name.slice(0, length)).length).toBeGreaterThan(0);
      },
    ),
  );
});
