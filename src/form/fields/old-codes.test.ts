import { expect, test } from 'vitest';
import type { FieldOf } from '../../definition/service.ts';
import { worldAt, noon } from '../../../test/world/service.ts';
import type { Institution, Place } from '../../territory/place.ts';
import { institution } from './institution.ts';
import { place } from './place.ts';

const name = { ar: 'صيدا', fr: 'Saïda', en: 'Saida' };
const town = { level: 'municipality', name, parent: undefined, point: undefined } as const;
const places = new Map<string, Place>([
  ['first', { ...town, code: 'first', retired: true, successor: 'old' }],
  ['old', { ...town, code: 'old', retired: true, successor: 'new' }],
  ['new', { ...town, code: 'new' }],
  ['gone', { ...town, code: 'gone', retired: true }],
]);
const body = { type: 'ministry', name, parent: undefined, place: undefined } as const;
const institutions = new Map<string, Institution>([
  ['works', { ...body, code: 'works', retired: true, successors: ['interior'] }],
  ['interior', { ...body, code: 'interior' }],
  ['split', { ...body, code: 'split', retired: true, successors: ['interior', 'works'] }],
]);
const world = {
  ...worldAt(noon),
  findPlace: (code: string) => places.get(code),
  findInstitution: (code: string) => institutions.get(code),
};
const placeField = { name: 'origin', type: 'place', level: 'municipality' } as unknown as FieldOf<'place'>;
const bodyField = { name: 'to', type: 'institution', types: ['ministry'] } as unknown as FieldOf<'institution'>;

test('an old code is understood as the one that took its place, and kept as that', () => {
  expect(place.read('first', placeField, world, {})).toEqual({ value: 'new' });
  expect(place.read('new', placeField, world, {})).toEqual({ value: 'new' });
  expect(institution.read('works', bodyField, world, {})).toEqual({ value: 'interior' });
});

test('what nothing took the place of, or several did, has to be chosen anew', () => {
  expect(place.read('gone', placeField, world, {})).toEqual({ fault: 'no-such-place' });
  expect(institution.read('split', bodyField, world, {})).toEqual({ fault: 'no-such-institution' });
});
