import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMessage, addRecord } from '../../test/world/messages.ts';
import { type Database, statement } from '../base/database.ts';
import { createTestDatabase } from '../../test/world/database.ts';
import {
  countMessages,
  findMessage,
  listMessages,
  type MessageStatus,
  retryFailedMessages,
  retryMessage,
} from './outbox-queries.ts';

describe('the pages of messages', () => {
  let database: Database;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ database, close } = await createTestDatabase());
    await addRecord(database, 7);
  });
  beforeEach(async () => {
    await database.run(statement('test/clear', 'delete from outbox'));
  });
  afterAll(() => close());

  const put = (status: MessageStatus, channel: 'sms' | 'email' = 'sms') => addMessage(database, { status, channel });

  test('list the newest first, page by page, without gaps or repetitions', async () => {
    const ids: number[] = [];
    for (let number = 0; number < 7; number += 1) ids.unshift(await put(number % 2 ? 'sent' : 'waiting'));
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await listMessages(database, { before, limit: 3 });
      seen.push(...page.messages.map(({ id }) => id));
      before = page.next;
    } while (before !== undefined);
    expect(seen).toEqual(ids);
  });

  test.each(['waiting', 'sent', 'failed'] as const)('can be narrowed to those that are %s', async (status) => {
    const ids: number[] = [];
    for (const other of ['waiting', 'sent', 'failed'] as const) {
      for (let number = 0; number < 3; number += 1) {
        const id = await put(other);
        if (other === status) ids.unshift(id);
      }
    }
    const first = await listMessages(database, { status, limit: 2 });
    expect(first.messages.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    const second = await listMessages(database, { status, before: first.next, limit: 2 });
    expect(second.messages.map(({ id }) => id)).toEqual(ids.slice(2));
    expect(second.next).toBeUndefined();
    expect(first.messages[0]).toMatchObject({
      status,
      recordId: 7,
      channel: 'sms',
      template: 'approved',
      locale: 'ar',
      values: {},
    });
    expect(first.messages[0]).toMatchObject({ service: 'mobility-permit', institution: 'interior-ministry' });
  });

  test('let a failed message be tried again from the start, once', async () => {
    const id = await put('failed');
    expect(await retryMessage(database, id)).toBe(true);
    const { messages } = await listMessages(database, {});
    expect(messages[0]).toMatchObject({ id, status: 'waiting', attempts: 0, lastError: null });
    expect(await retryMessage(database, id)).toBe(false);
  });

  test('let nothing else be sent again', async () => {
    expect(await retryMessage(database, await put('sent'))).toBe(false);
    expect(await retryMessage(database, await put('waiting'))).toBe(false);
    expect(await retryMessage(database, 999_999)).toBe(false);
    expect(await findMessage(database, 999_999)).toBeUndefined();
  });

  test('let all failed messages of a channel be tried again after an outage', async () => {
    await put('failed');
    await put('failed');
    await put('failed', 'email');
    expect(await retryFailedMessages(database, 'sms')).toBe(2);
    expect((await listMessages(database, { status: 'failed' })).messages.map(({ channel }) => channel)).toEqual([
      'email',
    ]);
  });

  test('count what waits and what has failed', async () => {
    await put('waiting');
    await put('waiting', 'email');
    await put('waiting', 'email');
    await put('failed');
    await put('sent');
    const counts = await countMessages(database);
    expect(counts.map(({ channel, status, count }) => [channel, status, count])).toEqual([
      ['email', 'waiting', 2],
      ['sms', 'failed', 1],
      ['sms', 'waiting', 1],
    ]);
    expect(counts[0]?.oldestSeconds).toBeGreaterThan(59);
  });
});
