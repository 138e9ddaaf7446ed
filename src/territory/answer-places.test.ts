import { expect, test } from 'vitest';
import { Problem } from '../base/problem.ts';
import { answerPlaces, type PlacesQuestion } from './answer-places.ts';
import type { Place } from './place.ts';
import { createTerritory } from './territory.ts';

const country: Place = {
  code: 'LB',
  level: 'country',
  parent: undefined,
  name: { ar: 'لبنان', fr: 'Liban', en: 'Lebanon' },
  point: undefined,
};
const saida: Place = {
  code: 'LB-JA-SAI-001',
  level: 'municipality',
  parent: 'LB',
  name: { ar: 'صيدا', fr: 'Saïda', en: 'Saida' },
  point: [35.37, 33.56],
  otherNames: ['Sidon'],
  pcode: 'LBN61100',
};
const territory = createTerritory([country, saida], []);
const ask = (question: PlacesQuestion) => answerPlaces(territory, question, 'ar');

test('the answer has the published shape and nothing more', () => {
  expect(ask({ level: 'municipality', q: 'صيدا' })).toEqual({
    places: [
      {
        code: 'LB-JA-SAI-001',
        level: 'municipality',
        name: { ar: 'صيدا', fr: 'Saïda', en: 'Saida' },
        parent: 'LB',
        point: [35.37, 33.56],
      },
    ],
    next: null,
  });
  expect(ask({ level: 'country' }).places[0]).toMatchObject({ parent: null, point: null });
});
test('empty parameters, as a form sends them, are as none', () =>
  expect(ask({ level: '', q: '', parent: '', page: '' }).places).toHaveLength(2));
test('a very long query is answered with nothing, soon', () =>
  expect(ask({ q: 'ص'.repeat(1_000_000) }).places).toEqual([]));

const refused = (question: PlacesQuestion): readonly string[] => {
  try {
    ask(question);
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid-data')
      return error.errors.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
};
test('a level, a parent and a page that do not exist are each named', () => {
  expect(refused({ level: 'region', parent: 'XX', page: '0' })).toEqual([
    'level no-such-level',
    'parent no-such-place',
    'page no-such-page',
  ]);
  for (const page of ['-1', '1.5', 'next', '1e9', '٢']) expect(refused({ page }), page).toEqual(['page no-such-page']);
});
