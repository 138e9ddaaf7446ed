import { expect, test } from 'vitest';
import { applyEffect, type CountryContent, loosePieces } from './country-change.ts';
import {
  closeInstitution,
  createInstitution,
  editInstitution,
  mergeInstitutions,
  splitInstitution,
} from './institution-changes.ts';
import type { Institution } from './place.ts';

const name = (word: string) => ({ ar: word, fr: word, en: word });
const body = (code: string, parent?: string): Institution => ({
  code,
  type: 'office',
  name: name(code),
  parent,
  place: undefined,
});
const content = {
  places: [],
  institutions: [
    body('ministry'),
    body('north', 'ministry'),
    body('south', 'ministry'),
    body('post', 'north'),
    body('desk', 'post'),
  ],
  calendar: {},
  settings: { operator: 'ministry' },
} as unknown as CountryContent;
const draft = { type: 'office', name: name('x'), parent: 'ministry', place: undefined, contact: {} };
const after = (change: { effect: Parameters<typeof applyEffect>[1] }) => {
  const next = applyEffect(content, change.effect);
  expect(loosePieces(next)).toEqual([]);
  return new Map(next.institutions.map((institution) => [institution.code, institution]));
};
const faults = (work: () => unknown): unknown => {
  try {
    work();
    return 'nothing';
  } catch (error) {
    const { code, errors } = error as { code: string; errors: readonly { path: string }[] };
    return errors.length > 0 ? errors.map(({ path }) => path) : code;
  }
};

test('of merged institutions one is left, which has what was below them and answers for what they decided', () => {
  const merged = after(mergeInstitutions(content, ['north', 'south'], 'ministry'));
  expect(merged.get('north')).toMatchObject({ retired: true, successors: ['ministry'], parent: 'ministry' });
  expect(merged.get('post')?.parent).toBe('ministry');
});

test('an institution may be merged into one below it, which then answers to whoever was above', () => {
  const merged = after(mergeInstitutions(content, ['north', 'post'], 'desk'));
  expect(merged.get('desk')?.parent).toBe('ministry');
  expect(merged.get('north')?.parent).toBe('desk');
  expect(mergeInstitutions(content, ['ministry'], 'north').effect.settings?.operator).toBe('north');
});

test('a split names at least two others, the first of which has the rest', () => {
  const split = after(splitInstitution(content, 'north', ['south', 'post']));
  expect(split.get('north')).toMatchObject({ retired: true, successors: ['south', 'post'] });
  expect(split.get('post')?.parent).toBe('ministry');
  expect(faults(() => splitInstitution(content, 'north', ['south', 'south']))).toEqual(['into']);
  expect(faults(() => splitInstitution(content, 'north', ['south', 'north']))).toEqual(['into']);
});

test('what cannot be is refused beside its question', () => {
  expect(faults(() => createInstitution(content, 'north', draft))).toEqual(['code']);
  expect(faults(() => createInstitution(content, 'a b', { ...draft, type: 'Big Office' }))).toEqual(['code', 'type']);
  expect(faults(() => editInstitution(content, 'ministry', { ...draft, parent: 'desk' }))).toEqual(['parent']);
  expect(faults(() => editInstitution(content, 'north', { ...draft, place: 'XX' }))).toEqual(['place']);
  expect(faults(() => editInstitution(content, 'nobody', draft))).toBe('not-found');
  expect(faults(() => closeInstitution(content, 'post'))).toEqual(['']);
  expect(faults(() => mergeInstitutions(content, [], 'north'))).toEqual(['codes']);
  expect(closeInstitution(content, 'desk').kind).toBe('institution-closed');
});

test('an edit keeps only what it changed', () => {
  const change = editInstitution(content, 'north', { ...draft, name: name('north'), contact: { phone: '+961 1 2' } });
  expect(change?.effect).toEqual({ institutions: [{ code: 'north', set: { contact: { phone: '+961 1 2' } } }] });
  expect(editInstitution(content, 'north', { ...draft, name: name('north') })).toBeUndefined();
});
