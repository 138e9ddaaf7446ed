import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Institution, Place, PlaceLevel } from './place.ts';
import { createTerritory } from './territory.ts';

const place = (code: string, level: PlaceLevel, parent: string | undefined, more: Partial<Place> = {}): Place => ({
  code,
  level,
  parent,
  name: { ar: code, fr: code, en: code },
  point: undefined,
  ...more,
});
const institution = (
  code: string,
  type: string,
  parent: string | undefined,
  at: string | undefined,
  more: Partial<Institution> = {},
): Institution => ({
  code,
  type,
  parent,
  place: at,
  name: { ar: code, fr: code, en: code },
  ...more,
});

const territory = createTerritory(
  [
    place('C', 'country', undefined),
    place('G', 'governorate', 'C'),
    place('H', 'governorate', 'C'),
    place('G1', 'district', 'G'),
    place('G2', 'district', 'G'),
    place('G1a', 'municipality', 'G1'),
    place('H1', 'district', 'H'),
    place('Gone', 'municipality', 'G1', { retired: true }),
  ],
  [
    institution('ministry', 'ministry', undefined, 'C'),
    institution('governor', 'office', 'ministry', 'G'),
    institution('post-b', 'post', 'governor', 'G1'),
    institution('post-a', 'post', 'governor', 'G1'),
    institution('post-old', 'post', 'governor', 'G2', { retired: true }),
    institution('police', 'post', undefined, 'C'),
    institution('charity', 'ngo', undefined, undefined),
  ],
);
const codes = (items: Iterable<{ code: string }>) => [...items].map(({ code }) => code);

describe('places', () => {
  test('are found by code, or not', () => {
    expect(territory.findPlace('G1a')?.parent).toBe('G1');
    expect(territory.findPlace('nowhere')).toBeUndefined();
    expect(() => territory.getPlace('nowhere')).toThrow('There is no place "nowhere"');
  });
  test('know what lies above, nearest first', () =>
    expect(codes(territory.ancestors('G1a'))).toEqual(['G1', 'G', 'C']));
  test('are seen at a wider level', () => {
    expect(territory.placeAt('G1a', 'governorate')?.code).toBe('G');
    expect(territory.placeAt('G1a', 'municipality')?.code).toBe('G1a');
    expect(territory.placeAt('G', 'district')).toBeUndefined();
    expect(territory.placeAt('nowhere', 'district')).toBeUndefined();
  });
  test('lie in themselves and in what is above them, and in nothing else', () => {
    expect(['G1a', 'G1', 'G', 'C'].every((code) => territory.isWithin('G1a', code))).toBe(true);
    expect(['G2', 'H', 'nowhere'].some((code) => territory.isWithin('G1a', code))).toBe(false);
    expect(territory.isWithin('nowhere', 'nowhere')).toBe(false);
  });
  test('that were retired still have their name, and are offered to nobody', () => {
    expect(territory.getPlace('Gone').name.en).toBe('Gone');
    expect(codes(territory.searchPlaces({ parent: 'G1' }).places)).toEqual(['G1a']);
  });
});

describe('institutions', () => {
  test('cover a place from the nearest place above it; of two the first by code', () => {
    expect(territory.institutionFor({ type: 'post', place: 'G1a' })?.code).toBe('post-a');
    expect(territory.institutionFor({ type: 'post', place: 'G1' })?.code).toBe('post-a');
    expect(territory.institutionFor({ type: 'office', place: 'G1a' })?.code).toBe('governor');
    expect(territory.institutionFor({ type: 'office', place: 'H1' })).toBeUndefined();
    expect(territory.institutionFor({ type: 'office', place: 'nowhere' })).toBeUndefined();
  });
  test('that were retired cover nothing', () =>
    expect(territory.institutionFor({ type: 'post', place: 'G2' })?.code).toBe('police'));
  test('are listed by type and by place', () => {
    expect(codes(territory.institutionsOf({ type: 'post' }))).toEqual(['police', 'post-a', 'post-b']);
    expect(codes(territory.institutionsOf({ type: 'post', place: 'G' }))).toEqual(['post-a', 'post-b']);
    expect(codes(territory.institutionsOf({ place: 'H' }))).toEqual([]);
    expect(codes(territory.institutionsOf({ type: 'nothing' }))).toEqual([]);
  });
  test('have all that answer to them in their subtree, retired ones too', () => {
    expect([...territory.subtree('ministry')].toSorted()).toEqual([
      'governor',
      'ministry',
      'post-a',
      'post-b',
      'post-old',
    ]);
    expect([...territory.subtree('charity')]).toEqual(['charity']);
    expect([...territory.subtree('nobody')]).toEqual([]);
  });
});

test('in any tree, below and above are each other’s mirror', () => {
  const trees = fc
    .array(fc.nat(), { minLength: 1, maxLength: 40 })
    .map((picks) =>
      picks.map((pick, index) =>
        institution(`i${index}`, 't', index === 0 || pick % 7 === 0 ? undefined : `i${pick % index}`, undefined),
      ),
    );
  fc.assert(
    fc.property(trees, (institutions) => {
      const { subtree, isUnder, institutionAncestors } = createTerritory([], institutions);
      for (const { code: above } of institutions) {
        for (const { code: below } of institutions) {
          const under = below === above || institutionAncestors(below).some(({ code }) => code === above);
          expect(isUnder(below, above)).toBe(under);
          expect(subtree(above).has(below)).toBe(under);
        }
      }
    }),
  );
});
