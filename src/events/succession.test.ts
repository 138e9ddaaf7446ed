import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { openTestEngine, type TestEngine } from '../../test/world/engine.ts';
import { worksData, worksFiles } from '../../test/world/works.ts';
import type { SuccessionOf } from '../territory/successions.ts';
import { findRecord } from './load-record.ts';
import { handOver } from './succession.ts';

const works = 'public-works-ministry';
let world: TestEngine;
let clerk: string;
beforeAll(async () => {
  world = await openTestEngine({ services: { works: worksFiles } });
  const grants = [{ role: 'clerk', institution: works, services: null }];
  clerk = await hire(world.database, cheapHashing(), 'amal@test.lb', grants);
});
afterAll(() => world.close());

const submit = async (): Promise<number> => {
  const published = world.parts.catalogue.find('works')!;
  const request = { published, key: randomUUID(), sent: worksData(), channel: 'web', locale: 'ar' } as const;
  return (await world.intake.submit(request)).recordId;
};
const get = async (id: number) => (await findRecord(world.parts, id))!;
const change = { change: 7, account: 'kamal', at: new Date() };
const handOverTo = (successions: ReadonlyMap<string, SuccessionOf>, limit = 100) =>
  handOver({ ...world.parts, successions: () => successions, operator: () => 'council' }, limit);

test('open records and tasks go to whoever stands in the place of an institution, once, by an event of who did it', async () => {
  const ids = [await submit(), await submit(), await submit()];
  expect(await handOverTo(new Map())).toBe(0);
  const successions = new Map([
    [works, { ...change, into: ['roads-agency'] }],
    ['economy-ministry', { ...change, change: 8, into: ['finance-ministry'] }],
    // Merged again since: what was left behind goes to the last.
    ['roads-agency', { ...change, change: 9, into: ['interior-ministry'] }],
  ]);
  // A program that stops in between goes on with what is left.
  expect(await handOverTo(successions, 2)).toBe(2);
  expect(await handOverTo(successions)).toBe(1);
  expect(await handOverTo(successions)).toBe(0);
  for (const id of ids) {
    const { record, events } = await get(id);
    expect(record.institution).toBe('interior-ministry');
    expect(record.tasks).toMatchObject([{ name: 'economy_review', institution: 'finance-ministry' }]);
    // Who was in charge has no post there.
    expect(record.assignee).toBeUndefined();
    expect(events.filter(({ kind }) => kind === 'succeeded')).toMatchObject([
      {
        actor: { kind: 'account', account: 'kamal', role: 'administrator', institution: 'council' },
        facts: { from: works, institution: 'interior-ministry', released: true },
      },
    ]);
  }
  const { rows } = await world.owner.pool.query(
    'select record.institution, task.institution as asked from record join task on task.record_id = record.id',
  );
  expect(rows).toEqual(ids.map(() => ({ institution: 'interior-ministry', asked: 'finance-ministry' })));
});

test('what an old declaration still sends to the old code follows too, and those who moved along stay in charge', async () => {
  const id = await submit();
  expect((await get(id)).record).toMatchObject({ institution: works, assignee: clerk });
  const grants = [{ role: 'clerk', institution: 'roads-agency', services: null }];
  await world.owner.pool.query('update role_grant set ended_at = now() where account_id = $1', [clerk]);
  await world.owner.pool.query(`insert into role_grant (account_id, role, institution) values ($1, $2, $3)`, [
    clerk,
    grants[0]?.role,
    grants[0]?.institution,
  ]);
  expect(await handOverTo(new Map([[works, { ...change, into: ['roads-agency'] }]]))).toBe(1);
  expect((await get(id)).record).toMatchObject({ institution: 'roads-agency', assignee: clerk });
});

test('of the parts of a split each record goes to the one to which its declaration sends it now, else to the first', async () => {
  const id = await submit();
  const split = new Map([['public-works-ministry', { ...change, into: ['water-agency', 'roads-agency'] }]]);
  expect(await handOverTo(split)).toBe(1);
  expect((await get(id)).record.institution).toBe('water-agency');
});
