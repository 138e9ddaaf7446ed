import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { staffWith } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { listAbsences } from './absence-queries.ts';
import { deputiesFor, endAbsence, sayAbsence } from './absences.ts';
import { administratorRole } from './administration.ts';
import type { Grant } from './grant.ts';
import type { PeopleParts } from './people.ts';

// An office answers to its ministry.
const covers = (holder: string, institution: string): boolean => holder === institution || holder === 'ministry';
const client = { address: '127.0.0.1', userAgent: '', cookie: undefined } as never;
let world: TestDatabase;
let parts: PeopleParts;
beforeAll(async () => {
  world = await createTestDatabase();
  parts = {
    database: world.database,
    covers,
    services: () => [{ ...permit, owner: 'ministry' }],
    findInstitution: () => ({}),
    institutions: () => ['ministry', 'office', 'other'],
    platformRoles: [administratorRole],
    administersAll: () => false,
    now: () => new Date(),
  };
});
afterAll(() => world.close());

const at = (role: string, institution: string): Grant => ({ role, institution, services: null });
const person = async (...grants: readonly Grant[]) => {
  const id = await hire(world.database, cheapHashing(), `${randomUUID()}@test.lb`, grants);
  return { ...staffWith(id, ...grants), sessionId: randomUUID() };
};
const days = (count: number): Date => new Date(Date.now() + count * 86_400_000);
const clerk = () => person(at('permit-agent', 'office'));
const say = (
  who: Awaited<ReturnType<typeof person>>,
  deputy?: string,
  { from = days(0), until = days(7), accountId = who.accountId } = {},
) => sayAbsence(parts, who, { accountId, from, until, deputy }, client);

it('takes an absence without deputy, and keeps who said and ended it', async () => {
  const rana = await clerk();
  expect(await say(rana)).toBeUndefined();
  const [absence] = await world.database.run(listAbsences, [rana.accountId]);
  expect(absence).toMatchObject({ deputyName: null });
  await endAbsence(parts, rana, { accountId: rana.accountId, id: absence!.id }, client);
  expect(await world.database.run(listAbsences, [rana.accountId])).toEqual([]);
  const again = endAbsence(parts, rana, { accountId: rana.accountId, id: absence!.id }, client);
  await expect(again).rejects.toMatchObject({ code: 'not-found' });
  const { rows } = await world.owner.pool.query('select kind from account_event where account_id = $1 order by id', [
    rana.accountId,
  ]);
  expect(rows).toEqual([{ kind: 'absence-said' }, { kind: 'absence-ended' }]);
});

it('takes only a deputy with the same role here or above by a grant of his or her own, who is there', async () => {
  const [rana, colleague, chief] = [await clerk(), await clerk(), await person(at('permit-agent', 'ministry'))];
  const [stranger, other] = [await person(at('permit-agent', 'other')), await person(at('police', 'office'))];
  const deputy = await person(at('police', 'office'));
  await world.owner.pool.query(
    `insert into deputy (account_id, deputy_id, valid_until) values ($1, $2, now() + interval '30 days')`,
    [colleague.accountId, deputy.accountId],
  );
  const able = (await deputiesFor(parts, rana.accountId)).map(({ id }) => id);
  expect(able).toEqual(expect.arrayContaining([colleague.accountId, chief.accountId]));
  for (const { accountId } of [stranger, other, deputy, rana]) {
    expect(able).not.toContain(accountId);
    expect(await say(rana, accountId)).toBe('no-deputy');
  }
  expect(await say(rana, randomUUID())).toBe('no-deputy');
  expect(await say(rana, 'x')).toBe('no-deputy');
  await say(colleague, undefined, { from: days(5), until: days(9) });
  expect(await say(rana, colleague.accountId)).toBe('deputy-away');
  expect(await say(rana, colleague.accountId, { until: days(4) })).toBeUndefined();
  expect(await say(rana, undefined, { from: days(3), until: days(6) })).toBe('overlaps');
});

it('refuses what has no end to come', async () => {
  const rana = await clerk();
  expect(await say(rana, undefined, { until: days(-1) })).toBe('already-over');
  expect(await say(rana, undefined, { from: days(4), until: days(3) })).toBe('already-over');
  expect(await say(rana, undefined, { until: days(400) })).toBe('too-long');
});

it('is said by the person or by who administers all of the person’s rights, and by nobody else', async () => {
  const [rana, samer] = [await clerk(), await clerk()];
  const administrator = await person(at(administratorRole, 'ministry'));
  const elsewhere = await person(at(administratorRole, 'other'));
  const two = await person(at('permit-agent', 'office'), at('permit-agent', 'other'));
  const office = await person(at(administratorRole, 'office'));
  const for_ = (who: typeof rana, accountId: string) => say(who, undefined, { accountId });
  await expect(for_(samer, rana.accountId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(for_(elsewhere, rana.accountId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(for_(office, two.accountId)).rejects.toMatchObject({ code: 'not-allowed' });
  expect(await for_(administrator, rana.accountId)).toBeUndefined();
  const [absence] = await world.database.run(listAbsences, [rana.accountId]);
  const crafted = endAbsence(parts, samer, { accountId: samer.accountId, id: absence!.id }, client);
  await expect(crafted).rejects.toMatchObject({ code: 'not-found' });
});
