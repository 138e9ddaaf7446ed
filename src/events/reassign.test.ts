import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { worksData, worksFiles } from '../../test/world/works.ts';
import { findRecord } from './load-record.ts';
import { handOnWork } from './reassign.ts';

const works = 'public-works-ministry';
let world: TestEngine;
beforeAll(async () => {
  world = await openTestEngine({ services: { works: worksFiles } });
});
afterAll(() => world.close());

const clerk = (email: string, institution = works) =>
  hire(world.database, cheapHashing(), email, [{ role: 'clerk', institution, services: null }]);
const submit = async (): Promise<number> => {
  const published = world.parts.catalogue.find('works')!;
  const request = { published, key: randomUUID(), sent: worksData(), channel: 'web', locale: 'ar' } as const;
  return (await world.intake.submit(request)).recordId;
};
const get = async (id: number) => (await findRecord(world.parts, id))!;
const close = (account: string, by: string, workTo: string | null) =>
  world.owner.pool.query(
    `insert into account_decision (account_id, kind, by_account_id, institution, at, reason, work_to)
     values ($1, 'account-closed', $2, 'council', now() - interval '2 minutes', 'left', $3)`,
    [account, by, workTo],
  );
const waiting = async () =>
  (await world.owner.pool.query('select from account_decision where work_done_at is null')).rowCount;

test('open records of a closed account go to whom was chosen, or wait in their basket, each by an event of who closed it', async () => {
  const leaver = await clerk('leaver@test.lb');
  const ids = [await submit(), await submit(), await submit()];
  const head = await clerk('head@test.lb', 'council');
  expect((await get(ids[0]!)).record.assignee).toBe(leaver);
  const next = await clerk('next@test.lb');
  await close(leaver, head, next);
  // A program that stops in between goes on with what is left.
  expect(await handOnWork(world.parts, 2)).toBe(2);
  expect(await handOnWork(world.parts, 100)).toBe(1);
  expect(await waiting()).toBe(1);
  expect(await handOnWork(world.parts, 100)).toBe(0);
  expect(await waiting()).toBe(0);
  for (const id of ids) {
    const { record, events } = await get(id);
    expect(record).toMatchObject({ assignee: next, institution: works });
    expect(events.at(-1)).toMatchObject({
      kind: 'reassigned',
      actor: { kind: 'account', account: head, role: 'administrator', institution: 'council' },
      facts: { assigned: { to: next } },
    });
  }
  // Nobody gets turns whose account is closed, and who may not work on a record does not get it.
  const stranger = await clerk('stranger@test.lb', 'economy-ministry');
  await close(next, head, stranger);
  await handOnWork(world.parts, 100);
  expect((await get(ids[0]!)).record.assignee).toBeUndefined();
  const { rows } = await world.owner.pool.query('select assignee from record order by id');
  expect(rows).toEqual(ids.map(() => ({ assignee: null })));
});
