import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  covers,
  createDice,
  institutions,
  minutes,
  now,
  pick,
  rana,
  randomRecord,
  staffWith,
  versions,
} from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { indexOver, readAllWords, searchSecrets, typed } from '../../test/world/search-index.ts';
import { permit } from '../../test/world/service.ts';
import { recordWith, type StoredRecord, storeRecords } from '../../test/world/stored-records.ts';
import { maySee as maySeeRecord } from '../access/sight.ts';
import { readerOf } from '../access/record-access.ts';
import { scopeOf } from './worklist-scope.ts';
import type { Staff } from '../access/grant.ts';
import { statement } from '../base/database.ts';
import type { Field, Service } from '../definition/service.ts';
import { listedAnswers } from '../events/sealed-answers.ts';
import { maySee } from '../record/field-access.ts';
import type { Answers } from '../form/fields/field-type.ts';
import { numberHashes } from './search-index.ts';
import { findSimilar } from './similar.ts';
import { searchRecords } from './worklist-search.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

// Of one answer only inspectors read, and of one whoever works in the institution in charge.
const answerOf = (name: string, changes: Partial<Field>): readonly [string, Field] => [
  name,
  { ...(permit.fields.get('full_name') as Field), name, ...changes } as Field,
];
const guarded: Service = {
  ...permit,
  id: 'guarded',
  fields: new Map([
    ...permit.fields,
    answerOf('finding', { seenBy: ['inspector'] }),
    answerOf('diagnosis', { protect: 'sensitive' }),
    answerOf('card', { protect: 'sensitive', type: 'identity' } as Partial<Field>),
  ]),
};
const all = [...versions, { versionId: 9, service: guarded }];
const scope = (staff: Staff) => scopeOf(staff, all, institutions, covers);
const find = (text: string, staff = rana, more: { readonly limit?: number; readonly below?: number } = {}) =>
  searchRecords(world.database, scope(staff), all, { words: typed(text), now, limit: 50, ...more });
const idsOf = async (...asked: Parameters<typeof find>) => (await find(...asked)).rows.map(({ id }) => id);

const named = (id: number, full_name: string, institution = 'north', more: object = {}) => ({
  versionId: 1,
  service: permit,
  record: recordWith(permit, {
    id,
    state: 'withdrawn',
    institution,
    answers: { full_name, phone: '+96170111222', ...more },
  }),
});

describe('spellings', () => {
  beforeAll(async () => {
    await storeRecords(world.owner, [
      named(5_001, 'هبة الأحمد'),
      named(5_002, 'Chloé Haddad'),
      named(5_003, 'هبة الأحمد', 'other'),
      named(5_004, 'سعيد', 'north', { phone: '+96103123456' }),
      named(5_005, 'ليلى مصطفى ٢٠٢٦'),
    ]);
    await readAllWords(world.database, all);
  });

  it.each([
    ['هبه الاحمد', [5_001]],
    ['هِبة', [5_001]],
    ['أحمد هبة', [5_001]],
    ['احم', [5_001]],
    ['chloe', [5_002]],
    ['HADDAD chloé', [5_002]],
    ['had', [5_002]],
    ['h', []],
    ['سَعيد', [5_004]],
    ['ليلي مصطفي', [5_005]],
    ['۲۰۲۶', [5_005]],
    ['2026', [5_005]],
    ['.*', []],
    ["' | '", []],
    ['@north', []],
  ])('finds the record however %s is spelled', async (words, found) => {
    expect(await idsOf(words)).toEqual(found);
  });

  it('finds by telephone number in any spelling, only what one may see', async () => {
    for (const number of ['70 111 222', '+961 70111222', '٧٠١١١٢٢٢'])
      expect(await idsOf(number)).toEqual([5_005, 5_002, 5_001]);
    expect(await idsOf('70111222', staffWith('x', at('permit-agent', 'other')))).toEqual([5_003]);
    expect(await idsOf('70111222', staffWith('x', at('gardener', 'other')))).toEqual([]);
    expect(await idsOf('70111')).toEqual([]);
  });
});

describe('what is not for everybody', () => {
  const inspector = staffWith('i', at('inspector', 'ministry'));
  const agent = staffWith('a', at('permit-agent', 'ministry'));
  beforeAll(async () => {
    const answers = { full_name: 'Nada', finding: 'Rust below', diagnosis: 'Positive', card: 'AB-12/345' };
    const record = recordWith(guarded, { id: 6_001, institution: 'north', answers });
    await storeRecords(world.owner, [
      {
        versionId: 9,
        service: guarded,
        record: { ...record, answers: listedAnswers(guarded, record.answers, searchSecrets) },
      },
    ]);
    await readAllWords(world.database, all);
  });

  it('is found by its readers only', async () => {
    expect(await idsOf('nada', agent)).toEqual([6_001]);
    expect(await idsOf('rust', agent)).toEqual([]);
    expect(await idsOf('rust', inspector)).toEqual([6_001]);
    expect(await idsOf('nada rust', inspector)).toEqual([6_001]);
    expect((await find('rust', agent)).count).toEqual({ exactly: 0 });
  });

  it('is not found at all by what is sensitive, but by a number that identifies somebody, whole', async () => {
    expect(await idsOf('positive', inspector)).toEqual([]);
    for (const number of ['AB-12/345', 'ab12345', 'AB ١٢٣٤٥']) expect(await idsOf(number, agent)).toEqual([6_001]);
    expect(await idsOf('AB-12/34', agent)).toEqual([]);
    const rows = await world.owner.run(
      statement<{ words: string }>('test/words', 'select words::text from record_words where record_id = 6001'),
    );
    expect(JSON.stringify(rows)).not.toMatch(/positive|12345/i);
  });
});

describe('many records', () => {
  const stored: StoredRecord[] = [];
  const people = [
    rana,
    staffWith('samer', at('inspector', 'other')),
    staffWith('x', at('permit-agent', 'south'), at('clerk', 'north')),
    staffWith('doctor', at('health-reviewer', 'post')),
    staffWith('nobody'),
  ];
  const words = ['أحمد', 'ليلى', 'Marie', 'Élias', 'haddad', 'خوري'];
  beforeAll(async () => {
    await world.owner.run(statement('test/none', 'with words as (delete from record_words) delete from record'));
    const dice = createDice(38);
    for (let id = 10_001; id <= 11_500; id++) {
      const { versionId, service, record } = randomRecord(dice, id);
      const full_name = `${pick(dice, words)} ${pick(dice, words)}`;
      stored.push({ versionId, service, record: { ...record, answers: { ...record.answers, full_name } } });
    }
    await storeRecords(world.owner, stored);
    await readAllWords(world.database, all);
  });

  it('are found exactly as one by one, and counted so, page by page', async () => {
    for (const staff of people)
      for (const [text, is] of [
        ['احمد', (name: string) => name.includes('أحمد')],
        ['elia', (name: string) => name.includes('Élias')],
        ['haddad marie', (name: string) => name.includes('haddad') && name.includes('Marie')],
      ] as const) {
        const expected = stored
          .filter(({ service, record }) => {
            const field = service.fields.get('full_name') as Field;
            return (
              maySeeRecord(staff, service, record, covers) &&
              maySee(field, readerOf(staff, service, record, covers)) &&
              is(String(record.answers['full_name']))
            );
          })
          .map(({ record }) => record.id)
          .toSorted((a, b) => b - a);
        const found: number[] = [];
        let below: number | undefined;
        do {
          const page = await find(text, staff, { limit: 7, ...(below !== undefined && { below }) });
          expect(page.count).toEqual({ exactly: expected.length });
          found.push(...page.rows.map(({ id }) => id));
          below = page.below;
        } while (below !== undefined);
        expect(found).toEqual(expected);
      }
  });
});

describe('following', () => {
  const event = (id: number, number: number) => `insert into event (record_id, number, kind, at, actor, facts, digest)
    values (${id}, ${number}, 'noted', now(), '{}', '{}', '')`;

  it('sees what commits after what was numbered later, and takes erased words away', async () => {
    const index = indexOver(world.database, all);
    while (await index.follow());
    const late = await world.owner.pool.connect();
    try {
      await storeRecords(world.owner, [named(7_001, 'Lateef'), named(7_002, 'Earlyan')]);
      await late.query('begin');
      await late.query('update record set last_event = 2 where id = 7001');
      await late.query(event(7_001, 2));
      await world.owner.run(statement('test/event', event(7_002, 2)));
      await index.follow();
      await index.follow();
      expect([await idsOf('Earlyan'), await idsOf('Lateef')]).toEqual([[7_002], []]);
      await late.query('commit');
    } finally {
      late.release();
    }
    // Others on the server may hold the oldest number for a moment.
    await expect.poll(async () => (await index.follow(), idsOf('Lateef')), { timeout: 25_000 }).toEqual([7_001]);
    await world.owner.run(
      statement('test/changed', `update record set data = '{"full_name": "Renamed"}', last_event = 3 where id = 7001`),
    );
    await world.owner.run(statement('test/event-3', event(7_001, 3)));
    await index.caughtUp();
    expect([await idsOf('Lateef'), await idsOf('renamed')]).toEqual([[], [7_001]]);
  });
});

describe('what resembles a record', () => {
  const alike: Service = {
    ...permit,
    similar: { fields: [permit.fields.get('origin') as Field, permit.fields.get('reason') as Field], days: 10 },
  };
  const at10 = (id: number, answers: object, days = 0, institution = 'north') => ({
    versionId: 1,
    service: alike,
    record: recordWith(alike, {
      id,
      institution,
      submittedAt: minutes(-days * 1_440),
      answers: { full_name: `N${id} Someone`, phone: `+9613${id}`, origin: `P${id}`, reason: 'food', ...answers },
    }),
  });
  const like = async (staff: Staff, answers: Answers) =>
    (
      await findSimilar(
        world.database,
        scope(staff),
        all,
        { id: 20_001, service: alike, answers, submittedAt: now },
        numberHashes(searchSecrets),
      )
    ).map(({ row, because }) => [row.id, because.join()]);

  it('is found by its number, its name within some days, and all answers that are named; seen records only', async () => {
    const first = { full_name: 'Nada el-Khoury', phone: '+96171000001', origin: 'P1', reason: 'food' };
    await storeRecords(world.owner, [
      at10(20_001, first),
      at10(20_002, { phone: first.phone }, 90),
      at10(20_003, { full_name: 'Khoury Nada' }, 5),
      at10(20_004, { full_name: 'Khoury Nada' }, 50),
      at10(20_005, { origin: 'P1' }, 9),
      at10(20_006, { origin: 'P1', reason: 'medical' }, 1),
      at10(20_007, { ...first }, 1, 'other'),
      at10(20_008, { ...first }, 2),
    ]);
    await readAllWords(world.database, all);
    expect(await like(rana, first)).toEqual([
      [20_008, 'number,answers,name'],
      [20_005, 'answers'],
      [20_003, 'name'],
      [20_002, 'number'],
    ]);
    // What was closed to the reader says nothing.
    expect(await like(rana, { origin: 'P1', reason: 'food' })).toEqual([
      [20_008, 'answers'],
      [20_005, 'answers'],
    ]);
    expect(await like(staffWith('x', at('permit-agent', 'other')), first)).toEqual([[20_007, 'number,answers,name']]);
    expect(await like(staffWith('nobody'), first)).toEqual([]);
  });
});
