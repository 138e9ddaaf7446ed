import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BulkTrial, explained, openBulkTrial } from '../../../test/world/trial-bulk.ts';
import { act } from '../../events/engine.ts';
import { findRecord } from '../../events/load-record.ts';
import { referenceOf } from '../../events/reference.ts';
import { actorFor, candidateOf } from '../record-access.ts';
import { beginBulk, chooseAgain, chooseRecords, getBulk, readInputsOf, stopBulk } from './bulk-runs.ts';
import { createBulkRunner } from './run-bulk.ts';

let trial: BulkTrial;
let rana: string;
beforeAll(async () => {
  trial = await openBulkTrial();
  rana = await trial.agent('rana@test.lb');
});
afterAll(() => trial.close());

/** As a colleague does it on one record alone. */
const actAlone = async (account: string, id: number, action: string) => {
  const { service, record } = (await findRecord(trial.parts, id))!;
  const who = await trial.holder(account);
  await act(trial.parts, {
    recordId: id,
    action,
    candidate: candidateOf(who, service, record, trial.parts.covers),
    actor: actorFor(who, service, record, service.actions.get(action), trial.parts.covers),
    sent: action === 'ask' ? { question: 'Which hospital?' } : explained,
  });
};

describe('what is chosen is looked at before anything is done', () => {
  test('the actions that it allows, on how many, and why not on the others', async () => {
    const [first, second, third] = (await trial.waiting(3)) as [number, number, number];
    const colleague = await trial.agent('colleague@test.lb');
    await actAlone(colleague, second, 'reject');
    const picked = [first, second, third].map((id) => ({ id, reference: referenceOf('MP', id) }));
    const row = await chooseRecords(trial.parts, await trial.holder(rana), [
      ...picked,
      ...picked,
      { id: 999_999, reference: referenceOf('MP', 999_999) },
      { id: undefined, reference: 'nonsense' },
    ]);
    expect(row).toMatchObject({ chosen: 5, status: 'choosing' });
    expect(row.offers).toContainEqual({ service: 'mobility-permit', action: 'reject', possible: 2 });
    // Asking is one question to one person, but the same may be asked of many.
    expect(row.offers.map(({ action }) => action)).toEqual(expect.arrayContaining(['approve', 'ask', 'reject']));
    const waiting = await trial.choose(rana, [first, second, third, 999_999], 'reject');
    expect(waiting).toMatchObject({ status: 'waiting', possible: 2, told: 2, done: 0 });
    expect(await trial.results(waiting)).toEqual(['ready', 'out wrong-state', 'ready', 'out unknown-record']);
    expect(await trial.eventsOf(first)).toEqual([]);
  });

  test('a record that one may not see is as one that does not exist', async () => {
    const [hidden] = (await trial.waiting(1)) as [number];
    const stranger = await trial.agent('stranger@test.lb', 'permit-agent', 'economy-ministry');
    const row = await trial.choose(stranger, [hidden, 999_998], 'reject');
    expect(row).toMatchObject({ possible: 0, offers: [] });
    expect(await trial.results(row)).toEqual(['out unknown-record', 'out unknown-record']);
    await expect(getBulk(trial.parts.database, row.id, rana)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('who has decided before is told that another person has to', async () => {
    const [id] = (await trial.waiting(1)) as [number];
    await actAlone(rana, id, 'reject');
    await act(trial.parts, {
      recordId: id,
      action: 'contest',
      candidate: { kind: 'applicant' },
      actor: { kind: 'applicant' },
      sent: { grounds: 'There is one.' },
    });
    expect(await trial.results(await trial.choose(rana, [id], 'approve'))).toEqual(['out other-person']);
  });

  test('more than five thousand are not taken', async () => {
    const picked = Array.from({ length: 5_001 }, (_none, index) => ({ id: undefined, reference: `MP-${index}` }));
    await expect(chooseRecords(trial.parts, await trial.holder(rana), picked)).rejects.toMatchObject({
      code: 'invalid-data',
      errors: [{ code: 'too-many' }],
    });
  });
});

describe('it is done in the background', () => {
  test('each record as by hand, with its result; what was said is gone afterwards', async () => {
    const ids = await trial.waiting(3);
    const row = await trial.begin(rana, ids);
    const { rows } = await trial.owner.pool.query('select inputs from bulk_run where id = $1', [row.id]);
    expect(String((rows[0] as { inputs: Buffer }).inputs)).not.toContain('hospital');
    await trial.workThrough();
    const over = await trial.now(row);
    expect(over).toMatchObject({ status: 'done', done: 3, refused: 0, inputs: null });
    await expect(readInputsOf(trial.parts, over)).rejects.toMatchObject({ code: 'state-changed' });
    for (const id of ids) {
      const { record, events } = (await findRecord(trial.parts, id))!;
      expect(record.state).toBe('rejected');
      expect(events.at(-1)).toMatchObject({
        actor: { kind: 'account', account: rana, role: 'permit-agent', institution: 'interior-ministry' },
        content: explained,
      });
    }
    // Begun again, nothing happens.
    await beginBulk(trial.parts, await trial.holder(rana), over, explained);
    await trial.workThrough();
    expect(await trial.eventsOf(ids[0]!)).toEqual(['reject']);
  });

  test('what changed since the preview is left alone, and may be looked at again', async () => {
    const ids = await trial.waiting(3);
    const row = await trial.begin(rana, ids);
    await actAlone(await trial.agent('faster@test.lb'), ids[1]!, 'ask');
    await trial.workThrough();
    expect(await trial.now(row)).toMatchObject({ status: 'done', done: 2, refused: 1 });
    expect(await trial.results(row)).toEqual(['done', 'refused changed', 'done']);
    expect(await trial.eventsOf(ids[1]!)).toEqual(['ask']);
    const again = await chooseAgain(trial.parts, await trial.holder(rana), row, 'refused');
    expect(again).toMatchObject({ chosen: 1, status: 'choosing' });
  });

  test('with the grant it ends, before the next record', async () => {
    const leaver = await trial.agent('leaver@test.lb');
    const ids = await trial.waiting(4);
    const row = await trial.begin(leaver, ids);
    let count = 0;
    const parts = {
      ...trial.parts,
      afterWrite: () => {
        count += 1;
      },
    };
    const runner = createBulkRunner({
      ...parts,
      world: () => parts.world(),
      staffing: {
        ...parts.staffing,
        // Before the third record is decided upon its right is still there, after it no more.
        turnsFor: async (service) => {
          if (count === 2) await trial.endGrantsOf(leaver);
          return parts.staffing.turnsFor(service);
        },
      },
    });
    await trial.workThrough(runner);
    expect(await trial.now(row)).toMatchObject({ status: 'failed', fault: 'not-allowed', done: 3, refused: 0 });
    expect(await trial.results(row)).toEqual(['done', 'done', 'done', 'ready']);
    expect(await trial.eventsOf(ids[3]!)).toEqual([]);
  });

  test('its sender stops it where it is', async () => {
    const ids = await trial.waiting(3);
    const row = await trial.begin(rana, ids);
    let count = 0;
    const runner = createBulkRunner({
      ...trial.parts,
      staffing: {
        ...trial.parts.staffing,
        turnsFor: async (service) => {
          count += 1;
          // While the second is being decided upon.
          if (count === 2) await stopBulk(trial.parts.database, row);
          return trial.parts.staffing.turnsFor(service);
        },
      },
    });
    await trial.workThrough(runner);
    expect(await trial.now(row)).toMatchObject({ status: 'stopped', done: 1 });
    expect(await trial.eventsOf(ids[1]!)).toEqual([]);
  });
});

describe('it is interrupted and goes on', () => {
  test('where the power went away: nothing twice, nothing left out', async () => {
    const ids = await trial.waiting(8);
    const row = await trial.begin(rana, ids);
    let written = 0;
    const cut = createBulkRunner({
      ...trial.parts,
      afterWrite: () => {
        written += 1;
        if (written === 3) throw new Error('the power went away');
      },
    });
    await expect(trial.workThrough(cut)).rejects.toThrow('power');
    await trial.workThrough();
    expect(await trial.now(row)).toMatchObject({ status: 'done', done: 8, refused: 0 });
    for (const id of ids) expect(await trial.eventsOf(id)).toEqual(['reject']);
  });

  test('two programs at once, and one that stops', async () => {
    const ids = await trial.waiting(12);
    const row = await trial.begin(rana, ids);
    const stopping = createBulkRunner({ ...trial.parts, afterWrite: () => stopping.stop() });
    await stopping.workOnNext();
    expect((await trial.now(row)).done).toBe(1);
    await Promise.all([trial.workThrough(), trial.workThrough()]);
    await trial.workThrough();
    expect(await trial.now(row)).toMatchObject({ status: 'done', done: 12 });
    for (const id of ids) expect(await trial.eventsOf(id)).toEqual(['reject']);
  });
});
