import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, covers, institutions, now, staffWith } from '../../../test/world/administration.ts';
import { readAllWords } from '../../../test/world/search-index.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/world/database.ts';
import { permit } from '../../../test/world/service.ts';
import { recordWith, storeRecords } from '../../../test/world/stored-records.ts';
import type { Field, Service } from '../../definition/service.ts';
import type { Answers } from '../../form/fields/field-type.ts';
import { narrowed } from '../../projections/narrowing.ts';
import { scopeOf } from '../../projections/worklist-scope.ts';
import { countPassing } from '../../projections/worklist-passing.ts';
import { listAnyState, listOpen, listWaiting } from '../../projections/worklist.ts';
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
    field('born', 'partial-date'),
    field('opens', 'time'),
    field('who', 'person-name', { protect: 'personal' }),
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
  born: '1980',
  opens: '14:30',
  who: { ar: 'هبة الأحمد', latin: 'Hiba' },
  illness: 'small',
  finding: 'small',
  story: 'small',
};
const other: Answers = {
  size: 'large',
  tools: ['large'],
  where: 'tyre',
  urgent: false,
  age: 18,
  on: '2026-04-01',
  born: '1980-03',
  opens: '08:00',
  cost: '-2.5',
};
const versions = [{ versionId: 1, service }];
const lookingAs = (...grants: Parameters<typeof at>[]) => ({
  scope: scopeOf(staffWith('rana', ...grants.map((grant) => at(...grant))), versions, institutions, covers),
  versions,
});
const agent = lookingAs(['permit-agent', 'north']);
const inspector = lookingAs(['inspector', 'ministry'], ['permit-agent', 'north']);
beforeAll(async () => {
  await storeRecords(
    world.owner,
    [one, other, {}].map((answers, index) => ({
      versionId: 1,
      service,
      record: recordWith(service, { id: index + 1, institution: 'north', answers }),
    })),
  );
  await readAllWords(world.database, versions);
});

const idsOf = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id).toSorted();

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
  [{ illness: 'small', finding: 'small' }, [1, 2, 3]],
  [{ 'cost.to': '-2' }, [2]],
  [{ 'cost.from': '-3', 'cost.to': '2000' }, [1, 2]],
  [{ 'born.from': '1980-06-01' }, [1]],
  [{ 'born.from': '1980-03-31', 'born.to': '1980-03-31' }, [1, 2]],
  [{ 'born.to': '1979-12-31' }, []],
  [{ 'opens.from': '08:01' }, [1]],
  [{ 'opens.to': '14:30' }, [1, 2]],
  [{ who: 'hiba' }, [1]],
  [{ who: 'احمد' }, [1]],
  [{ who: 'latin' }, []],
])('%o lets pass what it says, in every list, and is counted, by the index as without it', async (chosen, expected) => {
  const asked = chosenAnswers(service, agent, (name) => chosen[name] ?? '');
  const answers = answerConditions(service, agent, asked, territory);
  const { scope } = agent;
  const byIndex = await narrowed(world.database, scope, versions, { answers });
  expect(byIndex.among !== undefined).toBe(answers.length > 0);
  for (const filter of [{ answers }, byIndex]) {
    const wanted = { filter, now, limit: 10 };
    expect(idsOf((await listOpen(world.database, scope, wanted)).rows)).toEqual(expected);
    expect(idsOf((await listAnyState(world.database, scope, wanted)).rows)).toEqual(expected);
    expect((await listWaiting(world.database, scope, wanted)).rows).toEqual([]);
    for (const view of ['open', 'all'] as const)
      expect(await countPassing(world.database, scope, view, wanted)).toEqual({ exactly: expected.length });
  }
});

it('narrows by what some read for those only, and counts nothing else', async () => {
  const chosen = (looking: typeof agent) =>
    chosenAnswers(service, looking, (name) => (name === 'finding' ? 'small' : ''));
  expect(chosen(agent)).toEqual({ where: '', kept: '' });
  const asked = chosen(inspector);
  expect(asked).toEqual({ where: '', kept: 'finding=small' });
  const answers = answerConditions(service, inspector, asked, territory);
  // Whoever makes up the question finds nothing by it.
  const forged = answers.map((answer) => ({ ...answer, readers: [] }));
  for (const [of, looking, expected] of [
    [answers, inspector, [1]],
    [forged, inspector, []],
  ] as const)
    for (const filter of [{ answers: of }, await narrowed(world.database, looking.scope, versions, { answers: of })]) {
      const wanted = { filter, now, limit: 10 };
      expect(idsOf((await listAnyState(world.database, looking.scope, wanted)).rows)).toEqual(expected);
      expect(await countPassing(world.database, looking.scope, 'open', wanted)).toEqual({ exactly: expected.length });
    }
});

it('offers nothing that is sensitive or that the account reads nowhere, and keeps personal answers out of addresses', () => {
  const offered = (looking: typeof agent) => filterFields(service, looking).map((each) => each.field.name);
  expect(offered(agent)).not.toContain('finding');
  expect(offered(inspector)).toContain('finding');
  expect(offered(inspector)).not.toContain('illness');
  const asked = chosenAnswers(service, agent, (name) => ({ size: 'small', 'age.from': '17' })[name] ?? '');
  expect(asked).toEqual({ where: 'size=small', kept: 'age.from=17' });
  expect(sayConditions(service, agent, asked, territory, 'en')).toEqual([
    { words: 'size: Small', without: { where: '', kept: 'age.from=17' }, isPrivate: false },
    { words: 'age: from 17', without: { where: 'size=small', kept: '' }, isPrivate: true },
  ]);
});
