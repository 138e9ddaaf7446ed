import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, covers, institutions, now, staffWith } from '../../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { permit } from '../../../test/world/service.ts';
import { recordWith, storeRecords } from '../../../test/world/stored-records.ts';
import type { Field, Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { scopeOf } from '../../projections/worklist-scope.ts';
import { countOpenRecords, listAnyState, listOpen } from '../../projections/worklist.ts';
import type { Territory } from '../../territory/territory.ts';
import { answerConditions, chosenAnswers, filterFields, sayConditions } from './answer-filters.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const words = { ar: '', fr: '', en: '' };
const options = new Map([
  ['small', { ...words, en: 'Small' }],
  ['large', { ...words, en: 'Large' }],
]);
const field = (name: string, type: Field['type'], more: object = {}): readonly [string, Field] => [
  name,
  { name, type, label: { ...words, en: name }, protect: 'internal', options, ...more } as unknown as Field,
];
const service: Service = {
  ...permit,
  fields: new Map([
    field('size', 'choice'),
    field('tools', 'choices'),
    field('where', 'place'),
    field('home', 'address'),
    field('office', 'institution'),
    field('urgent', 'yes-no'),
    field('age', 'integer', { protect: 'personal' }),
    field('cost', 'money'),
    field('on', 'date'),
    field('seen', 'datetime'),
    field('title', 'text'),
    field('illness', 'choice', { protect: 'sensitive' }),
    field('finding', 'choice', { seenBy: ['inspector'] }),
    field('story', 'choice', { needsConsent: 'sharing' }),
  ]),
};
const places: Readonly<Record<string, readonly string[]>> = { south: ['saida', 'tyre'], saida: [], tyre: [] };
const territory = {
  findPlace: (code: string) => (Object.hasOwn(places, code) ? { code, name: { ...words, en: code } } : undefined),
  childPlaces: (code: string) => (places[code] ?? []).map((each) => ({ code: each })),
  findInstitution: (code: string) => (code === 'north' ? { code, name: { ...words, en: code } } : undefined),
} as unknown as Territory;

const one: Answers = {
  size: 'small',
  tools: ['small', 'large'],
  where: 'saida',
  home: { lines: ['a'], place: 'tyre' },
  office: 'north',
  urgent: true,
  age: 17,
  cost: '1500.50',
  on: '2026-03-01',
  seen: '2026-03-01T22:30:00.000Z',
  title: 'Résumé of Élias',
  illness: 'small',
  finding: 'small',
  story: 'small',
};
const other: Answers = { size: 'large', tools: ['large'], where: 'tyre', urgent: false, age: 18, on: '2026-04-01' };
beforeAll(() =>
  storeRecords(
    world.owner,
    [one, other, {}].map((answers, index) => ({
      versionId: 1,
      service,
      record: recordWith(service, { id: index + 1, institution: 'north', answers }),
    })),
  ),
);

it.each<[Readonly<Record<string, string>>, readonly number[]]>([
  [{ size: 'small' }, [1]],
  [{ tools: 'large' }, [1, 2]],
  [{ tools: 'small' }, [1]],
  [{ where: 'saida' }, [1]],
  [{ where: 'south' }, [1, 2]],
  [{ home: 'south' }, [1]],
  [{ office: 'north' }, [1]],
  [{ urgent: 'true' }, [1]],
  [{ urgent: 'false' }, [2]],
  [{ 'age.to': '17' }, [1]],
  [{ 'age.from': '١٨' }, [2]],
  [{ 'cost.from': '1500.5', 'cost.to': '1501' }, [1]],
  [{ 'on.from': '2026-03-01', 'on.to': '2026-03-01' }, [1]],
  [{ 'on.to': '2026-04-30' }, [1, 2]],
  [{ 'seen.from': '2026-03-01', 'seen.to': '2026-03-01' }, [1]],
  [{ title: 'elias' }, [1]],
  [{ size: 'large', tools: 'small' }, []],
  [{ size: 'large', tools: 'large', 'age.from': '18' }, [2]],
  // What means nothing asks nothing.
  [{ size: 'huge', where: 'nowhere', 'age.from': 'x', 'on.from': '2026-99-99', title: '.*' }, [1, 2, 3]],
  [{ illness: 'small', finding: 'small', story: 'small' }, [1, 2, 3]],
])('%o lets pass what it says, in every list, and is counted', async (chosen, expected) => {
  const asked = chosenAnswers(service, (name) => chosen[name] ?? '');
  const filter = { answers: answerConditions(service, asked, territory) };
  const staff = staffWith('rana', at('permit-agent', 'north'));
  const scope = scopeOf(staff, [{ versionId: 1, service }], institutions, covers);
  const open = await listOpen(world.database, scope, { filter, now, limit: 10 });
  expect(open.rows.map(({ id }) => id).toSorted()).toEqual(expected);
  const any = await listAnyState(world.database, scope, { filter, now, limit: 10 });
  expect(any.rows.map(({ id }) => id).toSorted()).toEqual(expected);
  const counts = await countOpenRecords(world.database, scope, now, filter);
  expect(counts.reduce((sum, { matching }) => sum + matching, 0)).toBe(expected.length);
});

it('offers nothing that is sensitive, for some roles only or needs a consent, and keeps personal answers out of addresses', () => {
  expect(filterFields(service).map((each) => each.field.name)).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/illness|finding|story/)]),
  );
  const asked = chosenAnswers(service, (name) => ({ size: 'small', 'age.from': '17' })[name] ?? '');
  expect(asked).toEqual({ where: 'size=small', kept: 'age.from=17' });
  expect(sayConditions(service, asked, territory, 'en')).toEqual([
    { words: 'size: Small', without: { where: '', kept: 'age.from=17' }, isPrivate: false },
    { words: 'age: from 17', without: { where: 'size=small', kept: '' }, isPrivate: true },
  ]);
});
