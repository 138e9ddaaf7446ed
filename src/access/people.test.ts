import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cheapHashing, hire } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { statement } from '../base/database.ts';
import { administratorRole } from './administration.ts';
import { type GrantFault, grantFaults, grantableRoles } from './delegation.ts';
import type { Grant, Staff } from './grant.ts';
import { listHeldGrants } from './grant-queries.ts';
import { grantRole } from './grants.ts';
import { deputise, endDeputising, findPeople, getPerson, give, type PeopleParts, takeBack } from './people.ts';
import { firstBrokenGrantEvent, listGrantEvents } from './people-queries.ts';

// A ministry with an office that has a post; another ministry beside it.
const parents: Readonly<Record<string, string | undefined>> = {
  ministry: undefined,
  north: 'ministry',
  post: 'north',
  other: undefined,
};
const library = {
  ...permit,
  id: 'library',
  owner: 'other',
  oversight: ['librarian'],
  roles: new Map([['librarian', permit.texts.title]]),
};
const service = { ...permit, owner: 'ministry', oversight: ['inspector'] };

let world: TestDatabase;
let parts: PeopleParts;
beforeAll(async () => {
  world = await createTestDatabase();
  await world.owner.run(
    statement(
      'test/institutions',
      `insert into institution (code, type, parent, name) select code, 'office', parent, '{"ar": "", "fr": "", "en": ""}'
       from json_to_recordset($1) as x(code text, parent text)`,
    ),
    [JSON.stringify(Object.entries(parents).map(([code, parent]) => ({ code, parent })))],
  );
  parts = {
    database: world.database,
    covers: (holder, institution) => {
      for (let at: string | undefined = institution; at !== undefined; at = parents[at]) if (at === holder) return true;
      return false;
    },
    services: () => [service, library],
    findInstitution: (code) => (code in parents ? {} : undefined),
    institutions: () => Object.keys(parents),
    platformRoles: [administratorRole, 'service-publisher'],
    administersAll: () => false,
    now: () => new Date(),
  };
});
afterAll(() => world.close());

let count = 0;
const person = async (...grants: readonly Grant[]): Promise<string> =>
  hire(world.database, cheapHashing(), `person${count++}@example.gov`, grants);
const staffOf = async (accountId: string): Promise<Staff> => ({
  accountId,
  sessionId: '',
  email: '',
  name: { ar: '', fr: '', en: '' },
  locale: 'ar',
  demonstration: false,
  grants: (await world.database.run(listHeldGrants, [[accountId]]))[0]?.grants ?? [],
});
const at = (role: string, institution: string, services: readonly string[] | null = null): Grant => ({
  role,
  institution,
  services,
});
const days = (number: number): Date => new Date(Date.now() + number * 86_400_000);

let boss: Staff;
let clerk: string;
beforeEach(async () => {
  boss = await staffOf(await person(at(administratorRole, 'north')));
  clerk = await person(at('permit-agent', 'north'));
});

describe('an administrator', () => {
  it('gives what lies within the own right, and it is there at once, with its event', async () => {
    const wanted = { accountId: clerk, role: 'permit-supervisor', institution: 'post', services: [permit.id] };
    expect(await give(parts, boss, wanted)).toEqual({ faults: [] });
    expect((await staffOf(clerk)).grants).toContainEqual(at('permit-supervisor', 'post', [permit.id]));
    const [event] = await world.database.run(listGrantEvents, [clerk, 1]);
    expect(event).toMatchObject({
      kind: 'granted',
      by: boss.accountId,
      facts: { role: 'permit-supervisor', institution: 'post' },
    });
  });

  it.each<[GrantFault, Partial<Parameters<typeof give>[2]>]>([
    ['outside-institution', { institution: 'ministry' }],
    ['outside-institution', { institution: 'other' }],
    ['unknown-institution', { institution: 'nowhere' }],
    ['unknown-role', { role: 'gardener' }],
    ['unknown-role', { role: '' }],
    ['unknown-service', { services: ['alchemy'] }],
    ['unknown-service', { services: [] }],
    ['reaches-further', { role: 'inspector' }],
    ['already-over', { validUntil: days(-1) }],
    ['already-over', { validFrom: days(3), validUntil: days(2) }],
  ])('does not give what is %s: %o', async (fault, changes) => {
    const wanted = { accountId: clerk, role: 'permit-agent', institution: 'north', services: null, ...changes };
    const before = (await staffOf(clerk)).grants;
    expect(await give(parts, boss, wanted)).toEqual({ faults: [fault] });
    expect((await staffOf(clerk)).grants).toEqual(before);
  });

  it('gives nothing to himself, whatever it is', async () => {
    const wanted = { accountId: boss.accountId, role: 'permit-agent', institution: 'north', services: [permit.id] };
    expect(await give(parts, boss, wanted)).toEqual({ faults: ['to-oneself'] });
  });

  it('for one service hands on that service only, and sees no more than its people', async () => {
    const small = await staffOf(await person(at(administratorRole, 'ministry', ['library'])));
    expect(grantableRoles(parts, small)).toEqual(['librarian', administratorRole]);
    const wanted = { accountId: clerk, role: 'librarian', institution: 'north', services: null };
    expect(grantFaults(parts, small, wanted, new Date())).toEqual(['outside-services']);
    expect(grantFaults(parts, small, { ...wanted, services: ['library', permit.id] }, new Date())).toEqual([
      'outside-services',
    ]);
    const { people } = await findPeople(parts, small, { pattern: undefined, offset: 0, limit: 50 });
    expect(people.map(({ id }) => id)).toEqual([small.accountId]);
    await expect(getPerson(parts, small, clerk)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('gives nothing that lasts longer than the own right', async () => {
    const id = await person();
    await grantRole(world.database, { accountId: id, ...at(administratorRole, 'north'), validUntil: days(5) });
    const acting = await staffOf(id);
    const wanted = { accountId: clerk, role: 'permit-agent', institution: 'post', services: null };
    expect(grantFaults(parts, acting, wanted, new Date())).toEqual(['longer-than-own']);
    expect(grantFaults(parts, acting, { ...wanted, validUntil: days(6) }, new Date())).toEqual(['longer-than-own']);
    expect(grantFaults(parts, acting, { ...wanted, validUntil: days(4) }, new Date())).toEqual([]);
  });

  it('gives oversight only where the owner of the service is administered, too', async () => {
    const top = await staffOf(await person(at(administratorRole, 'ministry')));
    const wanted = { accountId: clerk, role: 'inspector', institution: 'north', services: null };
    expect(grantFaults(parts, boss, wanted, new Date())).toEqual(['reaches-further']);
    expect(grantFaults(parts, top, wanted, new Date())).toEqual([]);
  });

  it('sees and ends grants of the own institutions only, also by an id from elsewhere', async () => {
    const stranger = await person(at('librarian', 'other'), at('permit-agent', 'post'));
    const [seen] = (await findPeople(parts, boss, { pattern: undefined, offset: 0, limit: 500 })).people.filter(
      ({ id }) => id === stranger,
    );
    expect(seen?.grants.map(({ institution }) => institution)).toEqual(['post']);
    expect((await getPerson(parts, boss, stranger)).grants).toHaveLength(1);
    const elsewhere = await grantRole(world.database, { accountId: stranger, ...at('librarian', 'other') });
    await expect(takeBack(parts, boss, stranger, elsewhere)).rejects.toMatchObject({ code: 'not-found' });
    const [own] = (await getPerson(parts, boss, stranger)).grants;
    await expect(takeBack(parts, boss, clerk, own!.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(takeBack(parts, boss, stranger, "' or true --")).rejects.toMatchObject({ code: 'not-found' });
    await takeBack(parts, boss, stranger, own!.id);
    await expect(takeBack(parts, boss, stranger, own!.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not ended as the last one of an institution that answers to no other, not even by two at once', async () => {
    const [one, two] = [await person(at(administratorRole, 'other')), await person(at(administratorRole, 'other'))];
    const grantOf = async (id: string) => (await getPerson(parts, await staffOf(id), id)).grants[0]!.id;
    const [first, second] = [await grantOf(one), await grantOf(two)];
    const [oneStaff, twoStaff] = [await staffOf(one), await staffOf(two)];
    const both = await Promise.allSettled([
      takeBack(parts, oneStaff, two, second),
      takeBack(parts, twoStaff, one, first),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last-administrator' } });
    // A right that ends by itself does not count as one that stays.
    const acting = await person();
    await grantRole(world.database, { accountId: acting, ...at(administratorRole, 'other'), validUntil: days(5) });
    const left = (await staffOf(one)).grants.length > 0 ? ([one, first] as const) : ([two, second] as const);
    await expect(takeBack(parts, await staffOf(acting), ...left)).rejects.toMatchObject({ code: 'last-administrator' });
    // Below another institution somebody above can always grant anew. What was promised goes with the right to give it.
    const promise = statement<{ withdrawn: boolean }>(
      'test/invite',
      `insert into account_invitation (email, locale, grants, invited_by, expires_at) values ('new@example.gov', 'ar', '[]', $1, now() + interval '1 day')`,
    );
    await world.database.run(promise, [boss.accountId]);
    await takeBack(parts, boss, boss.accountId, await grantOf(boss.accountId));
    const stillOpen = statement<{ open: number }>(
      'test/invitations',
      `select count(*) as open from account_invitation where invited_by = $1 and withdrawn_at is null`,
    );
    expect(await world.database.run(stillOpen, [boss.accountId])).toEqual([{ open: 0 }]);
  });
});

describe('a deputy', () => {
  it('holds what the other holds for the time, marked as such, and loses it with it', async () => {
    const [chief, deputy] = [await person(at('permit-supervisor', 'north')), await person(at('permit-agent', 'post'))];
    expect(await deputise(parts, await staffOf(chief), { deputy, from: new Date(0), until: days(2) })).toBe('too-long');
    expect(await deputise(parts, await staffOf(chief), { deputy, from: new Date(), until: days(2) })).toBeUndefined();
    const mark = { for: chief, until: expect.any(Number) };
    expect((await staffOf(deputy)).grants).toEqual([
      at('permit-agent', 'post'),
      { ...at('permit-supervisor', 'north'), ...mark },
    ]);
    const [own] = (await getPerson(parts, await staffOf(await person(at(administratorRole, 'north'))), chief)).grants;
    await takeBack(parts, boss, chief, own!.id);
    expect((await staffOf(deputy)).grants).toEqual([at('permit-agent', 'post')]);
  });

  it('passes nothing on, grants nothing and does not administer', async () => {
    const chief = await person(at('permit-supervisor', 'north'), at(administratorRole, 'north'));
    const [deputy, third] = [await person(at('permit-agent', 'north')), await person(at('permit-agent', 'north'))];
    await deputise(parts, await staffOf(chief), { deputy, from: new Date(), until: days(2) });
    const acting = await staffOf(deputy);
    expect(acting.grants.map(({ role }) => role)).toEqual(['permit-agent', 'permit-supervisor']);
    const wanted = { accountId: third, role: 'permit-agent', institution: 'post', services: null };
    expect(grantFaults(parts, acting, wanted, new Date())).toEqual(['unknown-role']);
    await deputise(parts, acting, { deputy: third, from: new Date(), until: days(2) });
    expect((await staffOf(third)).grants.map(({ role }) => role)).toEqual(['permit-agent', 'permit-agent']);
    // Somebody who holds nothing but what is another's has nothing to pass on.
    const bare = await person();
    await world.owner.run(
      statement(
        'test/deputy',
        `insert into deputy (account_id, deputy_id, valid_until) values ($1, $2, now() + interval '1 day')`,
      ),
      [chief, bare],
    );
    expect(await deputise(parts, await staffOf(bare), { deputy: third, from: new Date(), until: days(1) })).toBe(
      'nothing-to-pass-on',
    );
  });

  it('is a colleague, and only who named one or administers ends it', async () => {
    const [chief, stranger, near] = [
      await person(at('permit-agent', 'post')),
      await person(at('librarian', 'other')),
      await person(at('permit-agent', 'ministry')),
    ];
    const staff = await staffOf(chief);
    const time = { from: new Date(), until: days(3) };
    expect(await deputise(parts, staff, { deputy: stranger, ...time })).toBe('no-colleague');
    expect(await deputise(parts, staff, { deputy: chief, ...time })).toBe('no-colleague');
    expect(await deputise(parts, staff, { deputy: near, ...time })).toBeUndefined();
    const [event] = await world.database.run(listGrantEvents, [chief, 1]);
    expect(event).toMatchObject({ kind: 'deputised', by: chief, facts: { deputy: near } });
    const [row] = await world.database.run(
      statement<{ id: string }>('test/deputies', 'select id from deputy where account_id = $1'),
      [chief],
    );
    await expect(endDeputising(parts, await staffOf(near), row!.id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(endDeputising(parts, await staffOf(stranger), row!.id, chief)).rejects.toMatchObject({
      code: 'not-found',
    });
    await endDeputising(parts, boss, row!.id, chief);
    expect((await staffOf(near)).grants).toEqual([at('permit-agent', 'ministry')]);
  });
});

it('what was granted, ended and deputised is a chain that shows any change, and that the program cannot change', async () => {
  await takeBack(parts, boss, clerk, (await getPerson(parts, boss, clerk)).grants[0]!.id);
  expect(await world.database.run(firstBrokenGrantEvent)).toEqual([{ seq: null }]);
  for (const sql of [
    `update grant_event set by_account_id = null`,
    `delete from grant_event`,
    `insert into grant_event (at, kind, account_id, subject, facts, digest) values (now(), 'granted', gen_random_uuid(), gen_random_uuid(), '{}', '')`,
    `update role_grant set role = 'administrator'`,
    `update role_grant set valid_until = null`,
    `update deputy set valid_until = now() + interval '1 day'`,
    `delete from deputy`,
    `update break_glass set until = now() + interval '1 day'`,
  ])
    await expect(world.database.run(statement('', sql))).rejects.toThrow('permission denied');
  await world.owner.run(
    statement(
      '',
      `update grant_event set facts = '{"role": "clerk"}' where seq = (select min(seq) + 1 from grant_event)`,
    ),
  );
  const [broken] = await world.database.run(firstBrokenGrantEvent);
  expect(broken?.seq).toBeGreaterThan(0);
});
