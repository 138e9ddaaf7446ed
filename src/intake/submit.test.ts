import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { hoursAfter, noon, permitData } from '../../test/world/service.ts';
import { statement } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { findRecord } from '../events/load-record.ts';
import { createIntake } from './submit.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine();
});
afterAll(() => world.close());

const phones = (() => {
  let next = 100_000;
  return () => `+96170${next++}`;
})();
const codeOf = (error: unknown) => (error instanceof Problem ? error.code : error);
const countRecords = statement<{ n: number }>(
  'test/count-records',
  `select count(*)::int as n from record where data ->> 'phone' = $1`,
);
const recordsOf = async (phone: string) => (await world.database.run(countRecords, [phone]))[0]?.n;

describe('the same key', () => {
  test('sent again gives the same answer and one record', async () => {
    const [key, phone] = [randomUUID(), phones()];
    const first = await world.submit({ phone }, key);
    const again = await world.submit({ phone }, key);
    expect(again).toEqual({ ...first, repeated: true });
    expect(await recordsOf(phone)).toBe(1);
  });

  test('sent fifty times at once, by two programs, gives one answer and one record', async () => {
    const [key, phone] = [randomUUID(), phones()];
    const published = world.parts.catalogue.find('mobility-permit')!;
    const other = createIntake(world.parts);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 ? world.intake : other).submit({
          published,
          key,
          sent: permitData({ phone }),
          channel: 'api',
          locale: 'ar',
        }),
      ),
    );
    expect(new Set(answers.map(({ recordId }) => recordId)).size).toBe(1);
    expect(new Set(answers.map(({ documents }) => documents[0]?.credential)).size).toBe(1);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await recordsOf(phone)).toBe(1);
  });

  test('with other data is refused, also when both come at once', async () => {
    const [key, phone] = [randomUUID(), phones()];
    const results = await Promise.allSettled([
      world.submit({ phone }, key),
      world.submit({ phone, reason: 'food' }, key),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(world.submit({ phone, reason: 'funeral' }, key).catch(codeOf)).resolves.toBe('key-reused');
  });

  test('is answered again after the dates in it have passed', async () => {
    const [key, phone] = [randomUUID(), phones()];
    const first = await world.submit({ phone }, key);
    world.setNow(new Date(hoursAfter(48)));
    await expect(world.submit({ phone }, key)).resolves.toEqual({ ...first, repeated: true });
    await expect(world.submit({ phone }).catch(codeOf)).resolves.toBe('invalid-data');
    world.setNow(noon);
  });
});

test('what is refused leaves nothing behind', async () => {
  const phone = phones();
  await expect(world.submit({ phone, back_at: 'tomorrow', origin: 'NOWHERE' })).rejects.toMatchObject({
    code: 'invalid-data',
    errors: [{ path: 'origin' }, { path: 'back_at' }],
  });
  expect(await recordsOf(phone)).toBe(0);
});

test('of many requests of one number at once exactly two are approved by the rule, across two programs', async () => {
  const phone = phones();
  const published = world.parts.catalogue.find('mobility-permit')!;
  const other = createIntake(world.parts);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? world.intake : other).submit({
        published,
        key: randomUUID(),
        sent: permitData({ phone }),
        channel: 'api',
        locale: 'ar',
      }),
    ),
  );
  expect(answers.filter(({ state }) => state === 'approved')).toHaveLength(2);
  expect(answers.filter(({ state }) => state === 'submitted')).toHaveLength(18);
});

test('replaying the events of a record gives what the tables say', async () => {
  const stored = statement<{ state: string; last_event: number; data: unknown }>(
    'test/stored',
    'select state, last_event, data from record where id = $1',
  );
  for (const changes of [{}, { reason: 'other', explanation: 'زيارة' }]) {
    const { recordId } = await world.submit({ phone: phones(), ...changes });
    const { record } = (await findRecord(world.parts, recordId))!;
    expect(await world.database.run(stored, [recordId])).toEqual([
      { state: record.state, last_event: record.lastEvent, data: record.answers },
    ]);
  }
});

test('a message to the applicant is written with the decision', async () => {
  const phone = phones();
  const { recordId } = await world.submit({ phone });
  const messages = statement<{ template: string; recipient: string }>(
    'test/messages',
    'select template, recipient from outbox where record_id = $1',
  );
  expect(await world.database.run(messages, [recordId])).toEqual([{ template: 'approved', recipient: phone }]);
});
