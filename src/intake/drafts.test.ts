import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { permit, permitData } from '../../test/world/service.ts';
import { draftDays, findDraft, findRecordOfDraft, removeDraft, saveDraft, sweepDrafts } from './drafts.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine();
});
afterAll(() => world.close());

const parts = () => world.parts;
const published = () => world.parts.catalogue.find(permit.id)!;
const save = (id: string | undefined, inputs: Readonly<Record<string, string>>) =>
  saveDraft(parts(), id, published(), 'ar', inputs);
const find = (id: string) => findDraft(parts(), permit.id, id);

describe('a draft', () => {
  test('keeps what was typed page by page, the last of each input', async () => {
    const id = await save(undefined, { full_name: 'ليلى', phone: '' });
    expect(await save(id, { phone: '03 12' })).toBe(id);
    expect(await find(id)).toMatchObject({ id, inputs: { full_name: 'ليلى', phone: '03 12' } });
  });

  test('of one service is not found under another', async () => {
    const id = await save(undefined, { full_name: 'x' });
    expect(await findDraft(parts(), 'another-service', id)).toBeUndefined();
  });

  test('that was removed is begun anew under another id, which may have become the key of a record', async () => {
    const id = await save(undefined, { full_name: 'x' });
    await removeDraft(world.database, id);
    const next = await save(id, { full_name: 'y' });
    expect(next).not.toBe(id);
    expect(await find(id)).toBeUndefined();
  });

  test('that was submitted leads to its record', async () => {
    const id = randomUUID();
    expect(await findRecordOfDraft(world.database, permit.id, id)).toBeUndefined();
    const { recordId } = await world.intake.submit({
      published: published(),
      key: id,
      sent: permitData(),
      channel: 'web',
      locale: 'ar',
    });
    expect(await findRecordOfDraft(world.database, permit.id, id)).toBe(recordId);
  });

  test('is swept when nobody has touched it for two weeks, and not before', async () => {
    const id = await save(undefined, { full_name: 'x' });
    const days = (count: number) => new Date(Date.now() + count * 86_400_000);
    await sweepDrafts(world.database, days(draftDays - 1));
    expect(await find(id)).toBeDefined();
    expect(await sweepDrafts(world.database, days(draftDays + 1))).toBeGreaterThan(0);
    expect(await find(id)).toBeUndefined();
  });
});
