import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { openTestEngine, staff, type TestEngine } from '../../test/world/engine.ts';
import { worksData, worksFiles } from '../../test/world/works.ts';
import { act, askedHere } from './engine.ts';
import { handOnAbsent } from './hand-on-absent.ts';
import { findRecord } from './load-record.ts';

const works = 'public-works-ministry';
let world: TestEngine;
beforeEach(async () => {
  world = await openTestEngine({ services: { works: worksFiles } });
});
afterEach(() => world.close());

const hireAs = (role: string, institution = works) =>
  hire(world.database, cheapHashing(), `${randomUUID()}@test.lb`, [{ role, institution, services: null }]);
const submit = async (): Promise<number> => {
  const published = world.parts.catalogue.find('works')!;
  const request = { published, key: randomUUID(), sent: worksData(), channel: 'web', locale: 'ar' } as const;
  return (await world.intake.submit(request)).recordId;
};
const get = async (id: number) => (await findRecord(world.parts, id))!;
const leave = (account: string, deputy: string | null = null, from = '-1 minute') =>
  world.owner.pool.query(
    `insert into absence (account_id, valid_from, valid_until, deputy_id, said_by)
     values ($1, now() + $3::interval, now() + interval '10 days', $2, $1)`,
    [account, deputy, from],
  );
const endAll = () => world.owner.pool.query('update absence set ended_at = now() where ended_at is null');

test('open work of who leaves goes to the deputy at its start, step by step, by events that applicants do not see', async () => {
  const leaver = await hireAs('clerk');
  const ids = [await submit(), await submit(), await submit()];
  expect((await get(ids[0]!)).record.assignee).toBe(leaver);
  const deputy = await hireAs('clerk');
  await leave(leaver, deputy, '1 hour');
  expect(await handOnAbsent(world.parts, 100)).toBe(0);
  await endAll();
  await leave(leaver, deputy);
  // A program that stops in between goes on with what is left; two at once hand each record on once.
  expect(await handOnAbsent(world.parts, 2)).toBe(2);
  await Promise.all([handOnAbsent(world.parts, 100), handOnAbsent(world.parts, 100)]);
  expect(await handOnAbsent(world.parts, 100)).toBe(0);
  for (const id of ids) {
    const { record, events } = await get(id);
    expect(record).toMatchObject({ assignee: deputy, institution: works });
    expect(events.filter(({ kind }) => kind === 'reassigned')).toMatchObject([
      { actor: { kind: 'system' }, facts: { assigned: { to: deputy }, absent: { account: leaver } } },
    ]);
  }
  // At its end nothing comes back by itself.
  await endAll();
  expect(await handOnAbsent(world.parts, 100)).toBe(0);
  expect((await get(ids[0]!)).record.assignee).toBe(deputy);
});

test('without a deputy, or with one who is away too or may not, work waits for all, or goes to who has the next turn', async () => {
  const leaver = await hireAs('clerk');
  const ids = [await submit(), await submit()];
  const [away, stranger] = [await hireAs('clerk'), await hireAs('clerk', 'other-ministry')];
  await leave(away);
  await leave(leaver, away);
  expect(await handOnAbsent(world.parts, 1)).toBe(1);
  expect((await get(ids[0]!)).record.assignee).toBeUndefined();
  // Who may not act there gets nothing, nor who is only the deputy of somebody who may.
  await world.owner.pool.query('update absence set deputy_id = $1 where account_id = $2', [stranger, leaver]);
  await world.owner.pool.query(
    `insert into deputy (account_id, deputy_id, valid_until) values ($1, $2, now() + interval '1 day')`,
    [leaver, stranger],
  );
  await handOnAbsent(world.parts, 100);
  expect((await get(ids[1]!)).record.assignee).toBeUndefined();
  expect((await get(ids[1]!)).events.at(-1)).toMatchObject({ kind: 'reassigned', facts: { assigned: {} } });
});

test('what is not handed to a deputy is shared in turn among those who are there', async () => {
  const people = [await hireAs('clerk'), await hireAs('clerk'), await hireAs('clerk')];
  const ids = [await submit(), await submit(), await submit(), await submit(), await submit(), await submit()];
  const leaver = people[0]!;
  await leave(leaver);
  await handOnAbsent(world.parts, 100);
  const held = await Promise.all(ids.map(async (id) => (await get(id)).record.assignee));
  expect(held).not.toContain(leaver);
  for (const account of people.slice(1)) expect(held.filter((one) => one === account)).toHaveLength(3);
});

test('nobody who is away is given turns, or offered to be put in charge: the question says until when', async () => {
  const [away, present] = [await hireAs('clerk', 'third-ministry'), await hireAs('clerk', 'third-ministry')];
  await leave(away);
  const { service, record } = await get(await submit());
  const there = { service, record: { ...record, institution: 'third-ministry' } };
  const chief = staff(present, 'chief');
  const asked = await askedHere(world.parts, there, service.actions.get('give')!, chief.candidate);
  const [question] = asked.fields;
  expect(question?.type === 'choice' && [...question.options.keys()]).toEqual([present]);
  expect(question?.hint?.en).toMatch(/Away: Rana Khoury \(until .+\)\.$/);
  const rest = act(world.parts, {
    recordId: record.id,
    action: 'give',
    ...chief,
    sent: { assignee: away },
  });
  await expect(rest).rejects.toMatchObject({ code: expect.any(String) });
});
