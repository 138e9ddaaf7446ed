import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicant, openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { hoursAfter, noon } from '../../test/world/service.ts';
import { statement } from '../base/database.ts';
import { Problem } from '../base/problem.ts';
import { act, passDeadlines } from './engine.ts';
import { commitTo, digestOf } from './digest.ts';
import { findRecord } from './load-record.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine();
});
afterAll(() => world.close());

const rana = staff('rana', 'permit-agent');
const samer = staff('samer', 'permit-agent');
const houda = staff('houda', 'permit-supervisor');
const other = { reason: 'other', explanation: 'زيارة والدتي' };
const at = (hours: number) => world.setNow(new Date(hoursAfter(hours)));

const submitOther = async () => {
  at(0);
  return (await world.submit(other)).recordId;
};
const doing = (
  recordId: number,
  action: string,
  who: typeof rana | typeof applicant,
  sent: Record<string, unknown> = {},
  seenEvent?: number,
) => act(world.parts, { recordId, action, ...who, sent, ...(seenEvent !== undefined && { seenEvent }) });
const refusal = (error: unknown) =>
  error instanceof Problem ? [error.code, ...error.errors.map(({ code }) => code)] : error;

describe('a request that an agent decides', () => {
  test('is asked about, answered, and approved: the permit is issued and the applicant told', async () => {
    const recordId = await submitOther();
    at(0.5);
    await doing(recordId, 'ask', rana, { question: 'لماذا؟' });
    at(3);
    await doing(recordId, 'answer', applicant, { answer: 'أعطيها الدواء' });
    const { record, events } = await doing(recordId, 'approve', samer);
    expect(record).toMatchObject({
      state: 'approved',
      deadline: undefined,
      documents: [{ kind: 'permit', revoked: false }],
    });
    expect(events.map((event) => (event.kind === 'acted' ? event.facts.action : event.kind))).toEqual([
      'submitted',
      'ask',
      'answer',
      'approve',
    ]);
    const templates = statement<{ template: string }>(
      'test/templates',
      'select template from outbox where record_id = $1 order by id',
    );
    expect((await world.database.run(templates, [recordId])).map(({ template }) => template)).toEqual([
      'submitted',
      'asked',
      'approved',
    ]);
  });

  test('rejected and contested goes to another agent', async () => {
    const recordId = await submitOther();
    await doing(recordId, 'reject', rana, { explanation: 'غير ضروري' });
    await doing(recordId, 'contest', applicant, { grounds: 'بل ضروري' });
    expect(await doing(recordId, 'approve', rana).catch(refusal)).toEqual(['not-allowed', 'other-person']);
    expect((await doing(recordId, 'approve', samer)).record.state).toBe('approved');
  });

  test('needs the explanation of a rejection, and keeps the record as it was without it', async () => {
    const recordId = await submitOther();
    expect(await doing(recordId, 'reject', rana, { explanation: '  ' }).catch(refusal)).toEqual([
      'invalid-data',
      'required',
    ]);
    expect((await findRecord(world.parts, recordId))?.record.state).toBe('submitted');
  });

  test.each([
    ['an applicant who approves', 'approve', applicant, ['not-allowed', 'other-role']],
    ['a policeman who approves', 'approve', staff('ali', 'police'), ['not-allowed', 'other-role']],
    ['an agent who revokes what is not approved', 'revoke', houda, ['state-changed', 'wrong-state']],
    ['an action that does not exist', 'constructor', rana, ['state-changed', 'wrong-state']],
  ])('refuses %s', async (_what, action, who, expected) => {
    const recordId = await submitOther();
    expect(await doing(recordId, action, who as typeof rana).catch(refusal)).toEqual(expected);
  });

  test('is decided once when two agents press at the same moment', async () => {
    const recordId = await submitOther();
    const results = await Promise.allSettled([
      doing(recordId, 'approve', rana),
      doing(recordId, 'reject', samer, { explanation: 'لا' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const loaded = await findRecord(world.parts, recordId);
    expect(loaded?.record.done).toHaveLength(1);
  });

  test('is not acted upon by somebody who looked at an older state', async () => {
    const recordId = await submitOther();
    await doing(recordId, 'ask', rana, { question: '?' }, 1);
    expect(await doing(recordId, 'withdraw', applicant, {}, 1).catch(refusal)).toEqual(['state-changed']);
  });
});

test('a deadline that passes calls upon the supervisors, once, and not while the applicant is asked', async () => {
  const late = await submitOther();
  const waiting = await submitOther();
  await doing(waiting, 'ask', rana, { question: '?' });
  at(1.9);
  expect(await passDeadlines(world.parts, 100)).toBe(0);
  at(2.1);
  await passDeadlines(world.parts, 100);
  await passDeadlines(world.parts, 100);
  const kinds = async (id: number) => (await findRecord(world.parts, id))?.events.map(({ kind }) => kind);
  expect(await kinds(late)).toEqual(['submitted', 'deadline-passed']);
  expect(await kinds(waiting)).toEqual(['submitted', 'acted']);
});

test("a revoked permit no longer counts towards the day's two", async () => {
  world.setNow(noon);
  const phone = '+96171999888';
  const first = await world.submit({ phone });
  await world.submit({ phone });
  expect((await world.submit({ phone })).state).toBe('submitted');
  await doing(first.recordId, 'revoke', houda, { explanation: 'خطأ' });
  expect((await world.submit({ phone })).state).toBe('approved');
  const revoked = statement<{ revoked_at: Date | null }>(
    'test/revoked',
    'select revoked_at from document where record_id = $1',
  );
  expect((await world.database.run(revoked, [first.recordId]))[0]?.revoked_at).toBeInstanceOf(Date);
});

describe('the trail', () => {
  test('can be checked by anybody who has the rows: each digest binds the event, its content and the one before', async () => {
    const recordId = await submitOther();
    await doing(recordId, 'reject', rana, { explanation: 'لا' });
    const rows = statement<{
      number: number;
      kind: string;
      at: Date;
      actor: never;
      facts: never;
      commitment: Buffer | null;
      digest: Buffer;
      salt: Buffer | null;
      content: unknown;
    }>(
      'test/trail',
      `select event.number, kind, at, actor, facts, commitment, digest, salt, content
       from event left join event_content on event_content.record_id = event.record_id and event_content.number = event.number
       where event.record_id = $1 order by event.number`,
    );
    let previous: Buffer | undefined;
    for (const { number, kind, at: when, actor, facts, commitment, digest, salt, content } of await world.database.run(
      rows,
      [recordId],
    )) {
      if (salt) expect(commitTo(salt, content)).toEqual(commitment);
      expect(
        digestOf(recordId, number, { kind, at: when, actor, facts } as never, commitment ?? undefined, previous),
      ).toEqual(digest);
      previous = digest;
    }
  });

  test.each(['update event set kind = kind', 'delete from event', 'truncate event', 'delete from record'])(
    'cannot be changed by the program: %s',
    async (sql) => {
      await expect(world.database.run(statement(`test/${sql}`, sql))).rejects.toMatchObject({ code: '42501' });
    },
  );
});
