import { describe, expect, test } from 'vitest';
import { declareForm, faultsOfForm } from '../../../test/world/declared.ts';
import { noon, worldAt } from '../../../test/world/service.ts';
import type { FieldOf } from '../../definition/service.ts';
import type { Place } from '../../territory/place.ts';
import { sentOf } from '../read-form.ts';
import { validate } from '../validate.ts';
import type { World } from '../world.ts';
import { behaviourOf } from './all.ts';

const place = (code: string, level: Place['level'], parent?: string): Place => ({
  code,
  level,
  parent,
  name: { ar: code, fr: code, en: code },
  point: undefined,
});
const places = [
  place('LB', 'country'),
  place('S', 'governorate', 'LB'),
  place('S-SA', 'district', 'S'),
  place('S-TY', 'district', 'S'),
  place('S-SA-1', 'municipality', 'S-SA'),
  place('S-TY-1', 'municipality', 'S-TY'),
];
const hospital = (code: string, at: string, retired = false) => ({
  code,
  type: 'hospital',
  name: { ar: code, fr: code, en: code },
  parent: undefined,
  place: at,
  retired,
});
const hospitals = [hospital('h1', 'S-SA-1'), hospital('h2', 'S-TY-1'), hospital('h3', 'S-SA-1', true)];
const world: World = {
  ...worldAt(noon),
  findPlace: (code) => places.find((each) => each.code === code),
  findInstitution: (code) =>
    [...hospitals, { ...hospital('m', 'LB'), type: 'ministry' }].find((each) => each.code === code),
};

const schools = `value,ar,fr,en,district,kind
sa-1,مدرسة صيدا الأولى,École de Saïda 1,Saida school 1,S-SA,public
sa-2,"مدرسة صيدا, الثانية",École de Saïda 2,Saida school 2,S-SA,private
ty-1,مدرسة صور,École de Tyr,Tyre school,S-TY,public
`;
const service = declareForm(
  [
    '{ name: district, type: place, level: district }',
    '{ name: town, type: place, level: municipality, within: district }',
    '{ name: kind, type: choice, options: [public, private] }',
    '{ name: school, type: choice, list: schools.csv, where: { district: district, kind: kind } }',
    '{ name: near, type: choice, list: schools.csv, where: { district: town } }',
    '{ name: visited, type: choices, list: schools.csv, where: { district: district }, min: 2, max: 2 }',
    '{ name: needs, type: choices, options: [water, food, shelter] }',
    '{ name: order, type: ranking, options: [water, food, shelter] }',
    '{ name: hospital, type: institution, types: [hospital], within: district }',
  ],
  { 'schools.csv': schools },
);
const read = (sent: Record<string, unknown>) => validate(service.fields.values(), sent, world);
const faults = (sent: Record<string, unknown>) => read(sent).errors.map(({ path, code }) => `${path}: ${code}`);

describe('an answer chosen from a list', () => {
  test('is one of its lines, and said with the words of its line', () => {
    expect(read({ school: 'sa-2' })).toEqual({ answers: { school: 'sa-2' }, errors: [] });
    expect(faults({ school: 'zz' })).toEqual(['school: not-an-option']);
    const field = service.fields.get('school') as FieldOf<'choice'>;
    expect(behaviourOf(field).say('sa-2', field, 'ar', world)).toBe('مدرسة صيدا, الثانية');
    expect(behaviourOf(field).say('of an earlier version', field, 'ar', world)).toBe('of an earlier version');
  });

  test('goes with the answers before it', () => {
    expect(faults({ district: 'S-SA', kind: 'public', school: 'sa-1' })).toEqual([]);
    expect(faults({ district: 'S-TY', school: 'sa-1' })).toEqual(['school: not-offered-here']);
    expect(faults({ district: 'S-SA', kind: 'private', school: 'sa-1' })).toEqual(['school: not-offered-here']);
  });

  test('agrees with a place when one lies in the other', () => {
    expect(faults({ town: 'S-SA-1', near: 'sa-1' })).toEqual([]);
    expect(faults({ town: 'S-TY-1', near: 'sa-1' })).toEqual(['near: not-offered-here']);
  });

  test('may be several of its lines', () => {
    expect(read({ visited: ['sa-2', 'sa-1', 'sa-2'] })).toEqual({ answers: { visited: ['sa-1', 'sa-2'] }, errors: [] });
    expect(faults({ visited: ['sa-1'] })).toEqual(['visited: too-few-choices']);
    expect(faults({ visited: ['sa-1', 'sa-2', 'ty-1'] })).toEqual(['visited: too-many-choices']);
    expect(faults({ district: 'S-SA', visited: ['sa-1', 'ty-1'] })).toEqual(['visited: not-offered-here']);
  });
});

describe('several answers of a few', () => {
  test('are boxes that are ticked', () => {
    const field = service.fields.get('needs') as FieldOf<'choices'>;
    const inputs = behaviourOf(field).toInputs(['water', 'shelter'], field, world);
    expect(inputs).toEqual({ 'needs.is.water': '1', 'needs.is.shelter': '1' });
    expect(sentOf([field], { ...inputs, 'needs.is.food': '' }, world)).toEqual({ needs: ['water', 'shelter'] });
    expect(sentOf([field], { needs: '' }, world)).toEqual({});
    expect(behaviourOf(field).say(['water', 'food'], field, 'en', world)).toContain(' and ');
  });

  test.each([
    ['a text', 'water', 'not-choices'],
    ['something else', ['water', 7], 'not-an-option'],
    ['an option that is not there', ['beach'], 'not-an-option'],
    ['too much', ['water', 'food', 'shelter', 'water'], 'not-choices'],
  ])('refuse %s', (_what, sent, code) => expect(faults({ needs: sent })).toEqual([`needs: ${code}`]));
});

describe('a ranking', () => {
  const field = service.fields.get('order') as FieldOf<'ranking'>;
  const typed = (...numbers: readonly string[]) => ({
    'order.rank.water': numbers[0] ?? '',
    'order.rank.food': numbers[1] ?? '',
    'order.rank.shelter': numbers[2] ?? '',
  });
  const ranked = (inputs: Record<string, string>) => read(sentOf([field], inputs, world));

  test('is read from a number for each, in any digits', () => {
    expect(ranked(typed('2', '٣', '1')).answers).toEqual({ order: ['shelter', 'water', 'food'] });
    expect(behaviourOf(field).toInputs(['shelter', 'water', 'food'], field, world)).toEqual(typed('2', '3', '1'));
    expect(ranked(typed())).toEqual({ answers: {}, errors: [] });
  });

  test.each([
    ['one without a number', typed('1', '2')],
    ['a number twice', typed('1', '1', '2')],
    ['a number that is too high', typed('1', '2', '4')],
    ['a word', typed('1', '2', 'x')],
  ])('is not complete with %s', (_what, inputs) => {
    expect(ranked(inputs).errors.map(({ code }) => code)).toEqual(['not-ranked']);
  });

  test.each([[['water', 'food']], [['water', 'food', 'food']], [[1, 2, 3]], ['water'], [{}]])('refuses %j', (sent) =>
    expect(faults({ order: sent })).toEqual(['order: not-ranked']),
  );
});

describe('an institution or a place within another', () => {
  test('is of the type that is asked for, in service, and where the answer before says', () => {
    expect(faults({ hospital: 'h1' })).toEqual([]);
    expect(faults({ district: 'S-SA', hospital: 'h1' })).toEqual([]);
    expect(faults({ district: 'S-TY', hospital: 'h1' })).toEqual(['hospital: not-offered-here']);
    for (const sent of ['h3', 'm', 'zz']) expect(faults({ hospital: sent })).toEqual(['hospital: no-such-institution']);
    expect(faults({ district: 'S-SA', town: 'S-SA-1' })).toEqual([]);
    expect(faults({ district: 'S-TY', town: 'S-SA-1' })).toEqual(['town: not-offered-here']);
  });
});

describe('a declaration of options', () => {
  const listed = (text: string, more = '') =>
    faultsOfForm([`{ name: x, type: choice, list: schools.csv${more} }`], { 'schools.csv': text });

  test.each([
    ['a missing column', 'value,ar,fr\na,b,c\n', 'schools.csv:1: the column en is missing'],
    [
      'a value that is there twice',
      'value,ar,fr,en\na,b,c,d\n\na,b,c,d\n',
      'schools.csv:4: the value "a" is there twice',
    ],
    ['words that are missing', 'value,ar,fr,en\na,b,c,d\nb,,c,d\n', 'schools.csv:3: the option "b" has no words in ar'],
    ['a value with spaces', 'value,ar,fr,en\na b,b,c,d\n', 'schools.csv:2: "a b" cannot be a value'],
    ['a comma too many', 'value,ar,fr,en\na,b,c,d,e\n', 'schools.csv:2: this line has 5 values for 4 columns'],
    ['a quote that is not closed', 'value,ar,fr,en\na,"b,c,d\n', 'schools.csv:'],
    ['an empty file', '', 'schools.csv:1: the column value, ar, fr, en is missing'],
    ['one option', 'value,ar,fr,en\na,b,c,d\n', 'schools.csv:1: a list has at least two options'],
    ['a column that is there twice', 'value,ar,fr,en,k,k\na,b,c,d,1,2\n', 'schools.csv:1: the column "k"'],
  ])('names the line of %s', (_what, text, words) => {
    const found = listed(text);
    expect(
      found.some((fault) => fault.startsWith(words)),
      found.join('\n'),
    ).toBe(true);
  });

  test.each([
    ['neither options nor a list', ['{ name: x, type: choice }'], 'either under "options" or'],
    ['both', ['{ name: x, type: choice, options: [a, b], list: schools.csv }'], 'either under "options" or'],
    ['a file that is not there', ['{ name: x, type: choice, list: skools.csv }'], 'no file "skools.csv"'],
    [
      'a column that is not there',
      ['{ name: d, type: text }', '{ name: x, type: choice, list: schools.csv, where: { distrikt: d } }'],
      'has no column "distrikt"',
    ],
    [
      'a field that is not before',
      ['{ name: x, type: choice, list: schools.csv, where: { kind: d } }', '{ name: d, type: text }'],
      'no field "d" before',
    ],
    [
      'columns of no list',
      ['{ name: d, type: text }', '{ name: x, type: choice, options: [a, b], where: { kind: d } }'],
      'only options of a list',
    ],
    [
      'rows as a column',
      [
        '{ name: d, type: choices, options: [a, b] }',
        '{ name: x, type: choice, list: schools.csv, where: { kind: d } }',
      ],
      'nothing that a column could hold',
    ],
    [
      'a place within a narrower one',
      ['{ name: v, type: place, level: village }', '{ name: x, type: place, level: district, within: v }'],
      'does not lie in',
    ],
    [
      'a place within no place',
      ['{ name: v, type: text }', '{ name: x, type: place, level: district, within: v }'],
      'no place field "v"',
    ],
    ['more at least than there are', ['{ name: x, type: choices, options: [a, b], min: 3 }'], 'of 2 options'],
  ])('is refused for %s', (_what, fields, words) => {
    const found = faultsOfForm(fields, { 'schools.csv': schools });
    expect(
      found.some((fault) => fault.includes(words)),
      found.join('\n'),
    ).toBe(true);
  });
});
