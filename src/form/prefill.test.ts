import { describe, expect, test } from 'vitest';
import { declareForm, faultsOfForm } from '../../test/world/declared.ts';
import { randomWorld } from '../../test/world/random-form.ts';
import { withOffered } from './fields/all.ts';
import type { Inputs } from './fields/field-type.ts';

const service = declareForm([
  '{ name: at, type: institution, types: [hospital], prefill: institution }',
  '{ name: elsewhere, type: institution, types: [school], prefill: institution }',
  '{ name: district, type: place, level: district, prefill: place }',
  '{ name: town, type: place, level: municipality, prefill: place }',
  '{ name: hamlet, type: place, level: village, prefill: place }',
  '{ name: writer, type: text, prefill: account-name }',
  '{ name: person, type: person-name, prefill: account-name }',
  '{ name: on, type: date, prefill: today }',
  '{ name: since, type: partial-date, prefill: today }',
]);
const filler = { name: { ar: 'رنا خوري', latin: 'Rana Khoury' }, institution: 'I1' };
const offered = (inputs: Inputs = {}, world = { ...randomWorld, filler }) =>
  [...service.fields.values()].reduce<Inputs>((all, field) => withOffered(field, all, world), inputs);

describe('a civil servant who fills in a form', () => {
  test('is offered the institution and places of the post, the name and the day', () => {
    expect(offered()).toEqual({
      at: 'I1',
      district: 'D1',
      town: 'M1',
      writer: 'رنا خوري',
      'person.ar': 'رنا خوري',
      'on.day': '22',
      'on.month': '11',
      'on.year': '2026',
      'since.day': '22',
      'since.month': '11',
      'since.year': '2026',
      'person.latin': 'Rana Khoury',
    });
  });

  test('may take it out, or write something else', () => {
    expect(offered({ at: '', town: 'M2' })).toMatchObject({ at: '', town: 'M2', district: 'D1' });
  });
});

test('of an applicant nothing is known but the day', () => {
  const { filler: _, ...unknown } = { ...randomWorld, filler };
  expect(Object.keys(offered({}, unknown as typeof randomWorld & { filler: typeof filler }))).toEqual([
    'on.year',
    'on.month',
    'on.day',
    'since.year',
    'since.month',
    'since.day',
  ]);
});

test('a type that cannot hold it is refused, and two answers at once', () => {
  expect(faultsOfForm(['{ name: n, type: integer, prefill: institution }'])[0]).toContain(
    'a field of type "integer" cannot hold it: ask for it in one of type institution',
  );
  expect(faultsOfForm(['{ name: n, type: date, default: today, prefill: today }'])[0]).toContain(
    'take out "prefill", or "default"',
  );
});
