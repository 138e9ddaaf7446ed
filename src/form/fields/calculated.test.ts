import { describe, expect, test } from 'vitest';
import { declareForm, faultsOfForm } from '../../../test/world/declared.ts';
import { world } from '../../../test/world/field.ts';
import { behaviourOf } from './all.ts';
import { validate } from '../validate.ts';

const asked = [
  '{ name: people, type: integer, min: 0 }',
  '{ name: area, type: decimal }',
  '{ name: rent, type: money, currency: USD }',
  '{ name: birth, type: date }',
  '{ name: who, type: person-name }',
];
const calculated = (settings: string, ...more: string[]) =>
  declareForm([...asked, `{ name: it, type: calculated, ${settings} }`, ...more]);
const answer = (settings: string, data: Record<string, unknown>): unknown =>
  validate(calculated(settings).fields.values(), data, world).answers['it'];

describe('an answer that follows from others', () => {
  test.each([
    ['gives: integer, of: "people * 2"', { people: 3 }, 6],
    ['gives: decimal, of: "area * people"', { people: 3, area: 1.115 }, undefined],
    ['gives: decimal, of: "area * people"', { people: 3, area: 1.11 }, 3.33],
    ['gives: decimal, of: "people"', { people: 3 }, 3],
    ['gives: decimal, decimals: 1, of: "ratio(people, 3)"', { people: 1 }, 0.3],
    ['gives: decimal, of: "ratio(people, 0)"', { people: 1 }, 0],
    ['gives: money, of: "rent * 12"', { rent: '450.5' }, '5406'],
    ['gives: money, of: "rent * 1.1"', { rent: '450.5' }, '496'],
    ['gives: money, currency: USD, of: "rent * 1.1"', { rent: '450.5' }, '495.55'],
    ['gives: text, of: "who + \'!\'"', { who: { ar: 'ليلى' } }, 'ليلى!'],
    ['gives: text, of: "who"', {}, undefined],
    ['gives: yes-no, of: "people > 2"', { people: 3 }, true],
    ['gives: integer, of: "years_since(birth)"', { birth: '2008-11-22' }, 18],
    ['gives: date, of: "add_days(birth, 30)"', { birth: '2026-03-12' }, '2026-04-11'],
    ['gives: integer, of: "people * 2"', {}, undefined],
    ['gives: integer, of: "people * people * people"', { people: 999_999_999_999_999 }, undefined],
  ])('%s, with %o', (settings, data, value) => {
    expect(answer(settings, data)).toEqual(value);
  });

  test('ignores what is sent for it', () => {
    const service = calculated('gives: integer, of: "people * 2"');
    expect(validate(service.fields.values(), { people: 3, it: 1_000_000 }, world)).toEqual({
      answers: { people: 3, it: 6 },
      errors: [],
    });
  });

  test('can be looked at by what comes after it', () => {
    const service = calculated(
      'gives: money, of: "rent * 12"',
      `{ name: why, type: text, required: true, show: "it > 5000" }`,
      `{ name: twice, type: calculated, gives: decimal, of: "it * 2" }`,
    );
    const read = (rent: string) => validate(service.fields.values(), { rent }, world);
    expect(read('400')).toEqual({ answers: { rent: '400', it: '4800', twice: 9_600 }, errors: [] });
    expect(read('500').errors.map(({ path }) => path)).toEqual(['why']);
  });

  test('is said as the type that it gives', () => {
    const service = calculated('gives: date, of: "birth"');
    const field = service.fields.get('it');
    if (!field) throw new Error('the field is missing');
    expect(behaviourOf(field).say('2026-03-12', field, 'ar', world)).toBe('12 آذار 2026');
  });

  test.each([
    ['itself', 'gives: integer, of: "it + 1"', [], '"it"'],
    [
      'what comes later',
      'gives: integer, of: "later + 1"',
      ['{ name: later, type: integer }'],
      'look at earlier answers only',
    ],
    ['what does not exist', 'gives: integer, of: "poeple + 1"', [], '"poeple"'],
    ['something of another kind', 'gives: integer, of: "area"', [], 'write one that gives int'],
    ['a divisor that may be 0', 'gives: decimal, of: "area / people"', [], 'write ratio(area, people)'],
  ])('is refused when it looks at %s', (_what, settings, more, words) => {
    const faults = faultsOfForm([...asked, `{ name: it, type: calculated, ${settings} }`, ...more]);
    expect(faults.join('\n')).toContain(words);
  });

  test('is refused in a circle of two, at the one that looks ahead', () => {
    const faults = faultsOfForm([
      '{ name: one, type: calculated, gives: integer, of: "two + 1" }',
      '{ name: two, type: calculated, gives: integer, of: "one + 1" }',
    ]);
    expect(faults).toEqual([expect.stringContaining('"two", which is not asked before: look at earlier answers only')]);
  });
});

describe('a note', () => {
  test('asks nothing, takes nothing and is no name in expressions', () => {
    const service = declareForm(['{ name: word, type: note, appearance: info }', '{ name: full, type: text }']);
    expect(validate(service.fields.values(), { word: 'x', full: 'y' }, world)).toEqual({
      answers: { full: 'y' },
      errors: [],
    });
    expect(
      faultsOfForm(['{ name: word, type: note }', `{ name: full, type: text, show: "word == ''" }`]).join('\n'),
    ).toContain('word');
  });
});
