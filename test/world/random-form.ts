import fc from 'fast-check';
import { celTypesOf } from '../../src/definition/compile-fields.ts';
import type { CelType } from '../../src/definition/expressions.ts';
import { type FieldTypeName, fieldTypeNames } from '../../src/definition/fields/all.ts';
import type { FieldSource } from '../../src/definition/fields/field-type.ts';
import type { Service } from '../../src/definition/service.ts';
import type { ReferredRecord, World } from '../../src/form/world.ts';
import type { Place } from '../../src/territory/place.ts';
import { declareForm } from './declared.ts';
import { noon, permit, worldAt } from './service.ts';

/** Any form that the language can declare, and answers to it, right and wrong. */
const list = `value,ar,fr,en,district
a,ألف,Aa,Aa,D1
b,باء,Bé,Bee,D2
c,جيم,Cé,Cee,D1
`;

const level = (code: string, at: Place['level'], parent?: string): Place => ({
  code,
  level: at,
  parent,
  name: { ar: `مكان ${code}`, fr: `Lieu ${code}`, en: `Place ${code}` },
  point: undefined,
});
export const places: readonly Place[] = [
  level('LB', 'country'),
  level('D1', 'district', 'LB'),
  level('D2', 'district', 'LB'),
  level('M1', 'municipality', 'D1'),
  level('M2', 'municipality', 'D2'),
];
export const institutions = ['I1', 'I2'].map((code, index) => ({
  code,
  type: 'hospital',
  name: { ar: `مستشفى ${code}`, fr: `Hôpital ${code}`, en: `Hospital ${code}` },
  parent: undefined,
  place: `M${index + 1}`,
}));
const reference = 'MP-0000-0017';
const referred: ReferredRecord = { reference, service: permit, state: 'submitted', answers: { reason: 'food' } };

export const randomWorld: World = {
  ...worldAt(noon),
  findPlace: (code) => places.find((each) => each.code === code),
  findInstitution: (code) => institutions.find((each) => each.code === code),
  findRecord: (text) => (text === reference ? referred : undefined),
  foundRecords: (_among, q) => (q === reference ? [referred] : []),
};

const minute = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(+date / 60_000) * 60_000).toISOString());
const day = minute.map((instant) => instant.slice(0, 10));
const option = fc.constantFrom('a', 'b', 'c');
const words = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('ليلى', 'Leïla  H', 'x\ny', "'", '{a}'));

const corner = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }));

const file = fc.record({
  id: fc.uuid({ version: 4 }),
  name: fc.constantFrom('عقد 2.pdf', 'a.jpg', '../x'),
  size: fc.constantFrom(1, 5_000_000, 0),
  type: fc.constantFrom('application/pdf', 'image/jpeg', 'text/html'),
  sha256: fc.constant('ab'.repeat(32)),
});

interface Example {
  /** Its own keys, given the fields before it. */
  readonly keys: (before: readonly FieldSource[]) => Readonly<Record<string, unknown>>;
  readonly answer: fc.Arbitrary<unknown>;
}

const plain = (answer: fc.Arbitrary<unknown>, keys: Readonly<Record<string, unknown>> = {}): Example => ({
  keys: () => keys,
  answer,
});
const placeBefore = (before: readonly FieldSource[]) =>
  before.find(({ type, ...own }) => type === 'place' && own['level'] === 'district')?.name;
const narrowed = (before: readonly FieldSource[]) => {
  const district = placeBefore(before);
  return district === undefined ? {} : { where: { district } };
};

/** How each type is declared and answered; rows are made of the others. */
export const examples: Partial<Record<FieldTypeName, Example>> = {
  text: plain(words),
  'long-text': plain(words, { max: 50 }),
  phone: plain(fc.constantFrom('03 123 456', '+96171123456', '12')),
  choice: plain(option, { options: ['a', 'b', 'c'] }),
  choices: {
    keys: (before) => ({ list: 'list.csv', ...narrowed(before) }),
    answer: fc.array(option, { maxLength: 4 }),
  },
  ranking: plain(fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 0 }), { options: ['a', 'b', 'c'] }),
  place: {
    keys: (before) => {
      const within = placeBefore(before);
      return within === undefined ? { level: 'district' } : { level: 'municipality', within };
    },
    answer: fc.constantFrom('D1', 'D2', 'M1', 'M2', 'LB', 'zz'),
  },
  institution: {
    keys: (before) => {
      const within = placeBefore(before);
      return { types: ['hospital'], ...(within !== undefined && { within }) };
    },
    answer: fc.constantFrom('I1', 'I2', 'zz'),
  },
  datetime: plain(minute),
  integer: plain(fc.integer({ min: -5, max: 2_000_000 }), { min: -2 }),
  decimal: plain(fc.integer({ min: -500, max: 500_000 }).map((hundredths) => hundredths / 100)),
  money: plain(fc.integer({ min: 0, max: 9_000_000 }).map((amount) => String(amount))),
  'yes-no': plain(fc.boolean()),
  date: plain(day),
  'partial-date': plain(
    fc.oneof(
      day,
      day.map((text) => text.slice(0, 7)),
      day.map((text) => text.slice(0, 4)),
    ),
  ),
  time: plain(minute.map((instant) => instant.slice(11, 16))),
  email: plain(fc.constantFrom('a@example.org', 'A.B@Example.ORG', 'nobody')),
  identity: plain(fc.constantFrom('12-345', '12345', '99-999x'), { pattern: '99-999' }),
  'person-name': plain(
    fc.oneof(fc.constantFrom('ليلى حدّاد', 'Leïla Haddad'), fc.constant({ ar: 'ليلى', latin: 'Leila' })),
  ),
  address: plain(fc.record({ lines: fc.array(words, { maxLength: 3 }), place: fc.constantFrom('M1', 'M2', 'D1') })),
  consent: plain(fc.constantFrom(true, false)),
  note: plain(fc.constant(undefined)),
  calculated: plain(fc.constant('ignored'), { of: "'x' + 'y'", gives: 'text' }),
  point: plain(fc.record({ lon: fc.integer({ min: -200, max: 200 }), lat: fc.integer({ min: -90, max: 90 }) })),
  trace: plain(fc.array(corner, { maxLength: 4 }).map((coordinates) => ({ type: 'LineString', coordinates }))),
  area: plain(fc.array(corner, { maxLength: 5 }).map((ring) => ({ type: 'Polygon', coordinates: [ring] }))),
  files: plain(fc.array(file, { maxLength: 3 }), { count: 2 }),
  photos: plain(fc.array(file, { maxLength: 2 })),
  code: plain(words),
  signature: plain(fc.record({ name: words, drawing: fc.constantFrom('', 'M1 2L3 4', 'M1') })),
  record: plain(fc.constantFrom(reference, 'MP-1'), { service: 'mobility-permit', shows: ['reason'] }),
};

/** Conditions over an earlier answer, by what it is in an expression. */
const conditionsOn = (name: string, type: CelType): readonly string[] => {
  if (typeof type === 'object') return [`size(${name}) > 0`, `${name}.all(e, true)`];
  if (type.startsWith('list')) return [`size(${name}) > 0`, ...(type === 'list<string>' ? [`'a' in ${name}`] : [])];
  const byType: Readonly<Record<string, readonly string[]>> = {
    string: [`${name} != ''`, `${name} == 'a'`, `size(${name}) < 4`],
    bool: [name, `!${name}`],
    int: [`${name} > 3`, `${name} * 2 == 4`],
    double: [`${name} > 3.0`],
    timestamp: [`${name} < now()`, `day(${name}) == '2026-11-22'`],
  };
  return byType[type] ?? ['true'];
};

const isAsked = (type: FieldTypeName): boolean => type !== 'note' && type !== 'calculated';

interface Draw {
  readonly type: FieldTypeName;
  readonly required: boolean;
  readonly show: number;
  readonly check: number;
  readonly inner: readonly FieldTypeName[];
}

const sourceOf = (draw: Draw, name: string, before: readonly FieldSource[]): FieldSource => {
  const keys =
    draw.type === 'rows'
      ? { fields: draw.inner.map((type, index) => sourceOf({ ...draw, type, inner: [] }, `${name}_c${index}`, before)) }
      : (examples[draw.type]?.keys(before) ?? {});
  const conditions = Object.entries(celTypesOf(before)).flatMap(([earlier, type]) => conditionsOn(earlier, type));
  const own = { name, type: draw.type, ...keys } as FieldSource;
  const [checks = []] = Object.entries(celTypesOf([own])).map(([itself, type]) => conditionsOn(itself, type));
  const show = conditions[draw.show % (conditions.length * 2 || 1)];
  const check = isAsked(draw.type) ? checks[draw.check % (checks.length * 4 || 1)] : undefined;
  return {
    ...own,
    ...(draw.required && isAsked(draw.type) && { required: true }),
    ...(show && { show }),
    ...(check && { check: { holds: check } }),
  };
};

const simple = fc.constantFrom(...fieldTypeNames.filter((type) => type !== 'rows' && examples[type]));
const draw: fc.Arbitrary<Draw> = fc.record({
  type: fc.oneof({ weight: 6, arbitrary: simple }, { weight: 1, arbitrary: fc.constant('rows' as const) }),
  required: fc.boolean(),
  show: fc.nat(40),
  check: fc.nat(40),
  inner: fc.array(simple, { maxLength: 4 }).map((inner) => (inner.some(isAsked) ? inner : [...inner, 'text' as const])),
});

/** The sources of a form's fields. */
export const formSources: fc.Arbitrary<readonly FieldSource[]> = fc
  .array(draw, { minLength: 1, maxLength: 7 })
  .map((draws) => {
    const sources: FieldSource[] = [];
    for (const [index, each] of draws.entries()) sources.push(sourceOf(each, `f${index}`, sources));
    return sources;
  });

export const compileSources = (sources: readonly FieldSource[]): Service =>
  declareForm(
    sources.map((source) => JSON.stringify(source)),
    { 'list.csv': list },
  );

const answerTo = (source: FieldSource): fc.Arbitrary<unknown> => {
  if (source.type === 'rows') return fc.array(answersTo(source['fields'] as readonly FieldSource[]), { maxLength: 4 });
  return examples[source.type as FieldTypeName]?.answer ?? fc.constant(undefined);
};

/** Answers to these fields: mostly of the right kind, some left out, some that are anything. */
export const answersTo = (sources: readonly FieldSource[]): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .record(
      Object.fromEntries(
        sources.map((source) => [
          source.name,
          fc.oneof(
            { weight: 12, arbitrary: answerTo(source) },
            { weight: 2, arbitrary: fc.constant(undefined) },
            { weight: 1, arbitrary: fc.anything() },
          ),
        ]),
      ),
    )
    .map((sent) => ({ ...sent }));
