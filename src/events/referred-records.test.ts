import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formOf, withTexts } from '../../test/world/declared.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { permitFiles } from '../../test/world/service.ts';
import type { Problem } from '../base/problem.ts';
import { compileService } from '../definition/compile-service.ts';
import { crossFaults } from '../definition/cross-check.ts';
import type { FieldOf } from '../definition/service.ts';
import { behaviourOf, withOffered } from '../form/fields/all.ts';
import { searchWords } from '../record/search-words.ts';
import { referenceOf } from './reference.ts';
import { createReferredRecords } from './referred-records.ts';

/** Two services whose records name each other, and one that names permits. */
const yaml = (id: string, prefix: string, fields: readonly string[]) =>
  formOf(fields).replace('service: trial', `service: ${id}`).replace('reference: T', `reference: ${prefix}`);
const company = (other: string) => [
  '{ name: title, type: text, protect: public }',
  '{ name: height, type: integer, protect: public }',
  '{ name: secret, type: text, protect: personal }',
  `{ name: partner, type: record, service: ${other}, shows: [title], states: [submitted] }`,
  `{ name: others, type: rows, max: 10000, fields: [{ name: which, type: record, service: ${other}, required: true }] }`,
];
/** Takes what a left one says: shown, offered, and asked about. */
const taking = [
  '{ name: of, type: record, service: left }',
  '{ name: height, type: calculated, gives: integer, from: { record: of, answer: height } }',
  '{ name: count, type: integer, prefill_from: { record: of, answer: height } }',
  '{ name: ladder, type: text, show: "height > 10", required: true }',
];
const files = {
  taker: withTexts(yaml('taker', 'K', taking)),
  'mobility-permit': permitFiles,
  left: withTexts(yaml('left', 'L', company('right'))),
  right: withTexts(yaml('right', 'R', company('left'))),
};

const noHashes = { phone: () => '', identity: () => '' };
let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine({ services: files });
});
afterAll(() => engine.close());

const submit = async (service: string, sent: Record<string, unknown>) => {
  const published = engine.parts.catalogue.find(service)!;
  const { recordId } = await engine.intake.submit({ published, key: randomUUID(), sent, channel: 'api', locale: 'fr' });
  return referenceOf(published.service.referencePrefix, recordId);
};
const faultsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: Problem) => error.errors.map(({ path, code }) => `${path}: ${code}`),
  );
const answersOf = async (reference: string) => {
  await engine.parts.referred.know(reference);
  return engine.parts.world().findRecord?.(reference)?.answers;
};

describe('an answer that names a record', () => {
  test('is its reference, however it is typed, and is said with what is shown of it', async () => {
    const right = await submit('right', { title: 'Moulin Fakhouri' });
    const left = await submit('left', { title: 'x', partner: ` ${right.toLowerCase().replaceAll('-', ' ')} ` });
    expect(await answersOf(left)).toEqual({ title: 'x', partner: right });
    const { service } = engine.parts.catalogue.find('left')!;
    const field = service.fields.get('partner') as FieldOf<'record'>;
    const world = engine.parts.world();
    expect(behaviourOf(field).say(right, field, 'fr', world)).toBe(`${right} – Moulin Fakhouri`);
    expect(behaviourOf(field).say('R-0999-9999', field, 'fr', world)).toBe('R-0999-9999');
  });

  test('names a record that there is, of the service that is asked for, in a state that is accepted', async () => {
    const left = await submit('left', { title: 'x' });
    const right = await submit('right', { title: 'y' });
    expect(await faultsOf(submit('left', { partner: left }))).toEqual(['partner: no-such-record']);
    expect(await faultsOf(submit('left', { partner: 'R-9999-9996' }))).toEqual(['partner: no-such-record']);
    expect(await faultsOf(submit('left', { partner: 'nonsense' }))).toEqual(['partner: no-such-record']);
    expect(await faultsOf(submit('left', { partner: { $gt: '' } }))).toEqual(['partner: wrong-type']);
    await engine.database.run({
      name: 'test/finish',
      text: `update record set state = 'done' where service = 'right'`,
    });
    expect(await faultsOf(submit('left', { partner: right }))).toEqual(['partner: record-not-now']);
  });

  test('may name a record that names it back, and nothing goes round', async () => {
    const right = await submit('right', { title: 'y' });
    const left = await submit('left', { title: 'x', partner: right });
    await engine.database.run(
      {
        name: 'test/back',
        text: `update record set data = data || jsonb_build_object('partner', $2::text) where id = $1`,
      },
      [Number(right.replaceAll(/\D/g, '').slice(0, -1)), left],
    );
    await engine.parts.referred.know([left, right]);
    const { service } = engine.parts.catalogue.find('left')!;
    const field = service.fields.get('partner') as FieldOf<'record'>;
    expect(behaviourOf(field).say(right, field, 'ar', engine.parts.world())).toBe(`${right} – y`);
    expect(behaviourOf(field).say(left, field, 'ar', engine.parts.world())).toBe(`${left} – x`);
  });

  test('is looked up once for all rows, be they thousands', async () => {
    const right = await submit('right', { title: 'z' });
    const rows = Array.from({ length: 5_000 }, () => ({ which: right }));
    const started = performance.now();
    await submit('left', { others: rows });
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await faultsOf(submit('left', { others: [{ which: right }, { which: 'R-1' }] }))).toEqual([
      'others.1.which: no-such-record',
    ]);
  });

  test('is found by what is shown of it, spelt as people spell it, and by its reference', async () => {
    const bakery = await submit('right', { title: 'مخبزة الأرزة' });
    const { service } = engine.parts.catalogue.find('left')!;
    const field = service.fields.get('partner') as FieldOf<'record'>;
    const found = async (q: string) => {
      await engine.parts.referred.search(field, q);
      return engine.parts
        .world()
        .foundRecords?.(field, q)
        ?.map(({ reference }) => reference);
    };
    expect(await found('مخبزه')).toEqual([bakery]);
    expect(await found(bakery)).toEqual([bakery]);
    expect(await found('%')).toEqual([]);
    expect(await found("' or true --")).toEqual([]);
  });

  test('is found by the words that are kept of it, however old it is', async () => {
    const { database, catalogue, secrets, world } = engine.parts;
    const old = await submit('right', { title: 'Scierie Dib de Hammana' });
    const searched = createReferredRecords({ database, catalogue, secrets, world, window: 0 });
    const field = catalogue.find('left')!.service.fields.get('partner') as FieldOf<'record'>;
    const found = async (q: string) => {
      await searched.search(field, q);
      return searched.foundRecords(field, q)?.map(({ reference }) => reference);
    };
    expect(await found('hammana')).toEqual([]);
    const words = searchWords(
      catalogue.find('right')!.service,
      'x',
      'open',
      { title: 'Scierie Dib de Hammana' },
      noHashes,
    );
    const id = Number(old.replaceAll(/\D/g, '').slice(0, -1));
    const rows = words.map((each) => ({ ...each, id, last_event: 1 }));
    await database.run(
      {
        name: 'test/words',
        text: `insert into record_words select id, audience, last_event, array_to_tsvector(words)
          from json_to_recordset($1) as x(id bigint, audience text, last_event int, words text[])`,
      },
      [JSON.stringify(rows)],
    );
    expect(await found('dib hamm')).toEqual([old]);
    await searched.knowNames(field, ['SCIERIE DIB HAMMANA', 'Scierie Dib']);
    expect(searched.named(field, 'SCIERIE DIB HAMMANA').map(({ reference }) => reference)).toEqual([old]);
    expect(searched.named(field, 'Scierie Dib')).toEqual([]);
  });
});

describe('what the record says that an answer names', () => {
  test('is taken when the form is sent, whatever is sent for it, and asked about', async () => {
    const [low, high] = [await submit('left', { height: 3 }), await submit('left', { height: 30 })];
    await submit('taker', { of: low, height: 99 });
    expect(await faultsOf(submit('taker', { of: high }))).toEqual(['ladder: required']);
    const taken = await answersOf(await submit('taker', { of: high, ladder: 'yes' }));
    expect(taken).toEqual({ of: high, height: 30, ladder: 'yes' });
    expect(await answersOf(await submit('taker', { of: await submit('left', { title: 'x' }) }))).not.toHaveProperty(
      'height',
    );
    expect(await answersOf(await submit('taker', {}))).toEqual({});
  });

  test('is offered as an answer, and may be written otherwise', async () => {
    const high = await submit('left', { height: 30 });
    await engine.parts.referred.know(high);
    const field = engine.parts.catalogue.find('taker')!.service.fields.get('count')!;
    const world = engine.parts.world();
    expect(withOffered(field, {}, world, { of: high })).toEqual({ count: '30' });
    expect(withOffered(field, { count: '4' }, world, { of: high })).toEqual({ count: '4' });
    expect(withOffered(field, {}, world, { of: '' })).toEqual({});
    expect(await answersOf(await submit('taker', { of: high, count: 4, ladder: 'yes' }))).toMatchObject({ count: 4 });
  });
});

describe('a declaration that names records', () => {
  const left = compileService(files.left, 'test', 'Asia/Beirut');
  const permit = compileService(permitFiles, 'test', 'Asia/Beirut');
  const faults = (field: string, enteredBy = '') => {
    const declared = withTexts(enteredBy + yaml('trial', 'T', [field]));
    const service = compileService(declared, 'test', 'Asia/Beirut');
    return crossFaults(service, (id) => [left, permit].find((each) => each.id === id)).map(
      ({ file, line, message }) => `${file}:${line}: ${message}`,
    );
  };

  const compileFields = (fields: readonly string[]): readonly string[] => {
    try {
      const service = compileService(withTexts(yaml('trial', 'T', fields)), 'test', 'Asia/Beirut');
      return crossFaults(service, (id) => [left, permit].find((each) => each.id === id)).map(({ message }) => message);
    } catch (error) {
      return [String((error as Error).message)];
    }
  };

  test.each([
    ['a service that is not there', '{ name: r, type: record, service: lefft }', 'there is no service "lefft"'],
    [
      'a state that is not there',
      '{ name: r, type: record, service: left, states: [closed] }',
      'has no state "closed"',
    ],
    [
      'a field that is not there',
      '{ name: r, type: record, service: left, shows: [titel] }',
      'has no field "titel" (did you mean',
    ],
    [
      'a personal answer',
      '{ name: r, type: record, service: mobility-permit, shows: [full_name] }',
      '"full_name" of "mobility-permit" is personal',
    ],
    [
      'an internal one to applicants',
      '{ name: r, type: record, service: mobility-permit, shows: [leave_at] }',
      'applicants are asked here',
    ],
    ['rows', '{ name: r, type: record, service: left, shows: [others] }', 'is not one short answer'],
    ['a further record', '{ name: r, type: record, service: left, shows: [partner] }', 'is not one short answer'],
  ])('is refused for %s', (_what, field, words) => {
    const found = faults(field);
    expect(
      found.some((fault) => /^service\.yaml:\d+: /.test(fault) && fault.includes(words)),
      found.join('\n'),
    ).toBe(true);
  });

  test.each([
    ['an answer of no record', '{ record: title, answer: height }', 'no record field before this one'],
    ['an answer that is not there', '{ record: r, answer: hieght }', 'has no field "hieght" (did you mean'],
    ['a personal answer', '{ record: r, answer: secret }', '"secret" of "left" is personal'],
    ['another kind of answer', '{ record: r, answer: title }', 'write "gives: text"'],
  ])('may not take %s', (_what, from, words) => {
    const fields = [
      '{ name: r, type: record, service: left }',
      `{ name: x, type: calculated, gives: integer, from: ${from} }`,
    ];
    const service = compileFields(fields);
    expect(service.join('\n')).toContain(words);
  });

  test('offers only what the question could be answered with, and follows from one thing', () => {
    const record = '{ name: r, type: record, service: left }';
    const faultsWith = (field: string) => compileFields([record, field]).join('\n');
    expect(faultsWith('{ name: x, type: text, prefill_from: { record: r, answer: height } }')).toContain(
      '"height" is of type integer, and this one of type text',
    );
    expect(faultsWith('{ name: x, type: calculated, gives: integer }')).toContain('write "of", or "from"');
  });

  test('may show internal answers where only civil servants are asked', () => {
    const field = '{ name: r, type: record, service: mobility-permit, shows: [leave_at] }';
    expect(faults(field, 'entered_by: [clerk]\n')).toEqual([]);
    expect(faults('{ name: r, type: record, service: left, shows: [title], states: [done] }')).toEqual([]);
  });
});
