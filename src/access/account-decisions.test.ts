import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts, password } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { statement } from '../base/database.ts';
import { closeAccount, type DecisionParts, reopenAccount, takeFactors } from './account-decisions.ts';
import { readAccountEvents } from './account-events.ts';
import { administratorRole } from './administration.ts';
import type { Grant, Staff } from './grant.ts';
import { listHeldGrants } from './grant-queries.ts';
import { grantRole } from './grants.ts';
import { findPeople, getPerson, mayStillGive, takeBack } from './people.ts';
import { firstBrokenGrantEvent, listDeputies, listGrantEvents } from './people-queries.ts';

// The ministry answers to the council, and runs the installation.
const parents: Readonly<Record<string, string | undefined>> = {
  council: undefined,
  ministry: 'council',
  north: 'ministry',
  other: undefined,
};
const client = clientAt('192.0.2.1');
const at = (role: string, institution: string): Grant => ({ role, institution, services: null });

let world: TestDatabase;
let accounts: Awaited<ReturnType<typeof openTestAccounts>>;
let parts: DecisionParts;
let boss: Staff;
const run = (name: string, sql: string, values: readonly unknown[] = []) =>
  world.owner.run(statement<Record<string, unknown>>(`test/${name}`, sql), [...values]);

let count = 0;
const person = (...grants: readonly Grant[]): Promise<string> =>
  hire(world.database, cheapHashing(), `somebody${count++}@example.gov`, grants);
const emailOf = async (id: string) =>
  (await run('email', 'select email from auth_user where id = $1', [id]))[0]!['email'] as string;
const signIn = async (id: string) => accounts.signInDesk.signIn(await emailOf(id), password, client);
const staffOf = async (accountId: string): Promise<Staff> => ({
  accountId,
  sessionId: '00000000-0000-4000-8000-000000000000',
  email: '',
  name: { ar: 'المديرة', fr: 'La cheffe', en: 'The boss' },
  locale: 'ar',
  demonstration: false,
  grants: (await world.database.run(listHeldGrants, [[accountId]]))[0]?.grants ?? [],
});

beforeAll(async () => {
  world = await createTestDatabase();
  accounts = await openTestAccounts(world.database, { secondFactorRoles: ['inspector'] });
  await run(
    'institutions',
    `insert into institution (code, type, parent, name) select code, 'office', parent, '{"ar": "", "fr": "", "en": ""}'
     from json_to_recordset($1) as x(code text, parent text)`,
    [JSON.stringify(Object.entries(parents).map(([code, parent]) => ({ code, parent })))],
  );
  await run('operator', `insert into territory_source (digest, installed_at, operator) values ('', now(), 'ministry')`);
  parts = {
    database: world.database,
    sessions: accounts.sessions,
    afterWrite: () => undefined,
    covers: (holder, institution) => {
      for (let code: string | undefined = institution; code !== undefined; code = parents[code])
        if (code === holder) return true;
      return false;
    },
    services: () => [permit],
    findInstitution: (code) => (code in parents ? {} : undefined),
    institutions: () => Object.keys(parents),
    platformRoles: [administratorRole],
    administersAll: ({ grants }) =>
      grants.some(({ role, institution }) => role === administratorRole && institution === 'ministry'),
    now: () => new Date(),
  };
  boss = await staffOf(await person(at(administratorRole, 'north')));
});
afterAll(() => world.close());

const words = (accountId: string, reason = 'left the service') => ({ accountId, reason, client });

describe('closing an account', () => {
  it('ends its sessions at once and lets nobody in, keeps why and by whom, and tells the person', async () => {
    const clerk = await person(at('permit-agent', 'north'));
    const cookies = cookiesOf(await signIn(clerk));
    expect(await accounts.sessions.find(cookies)).toBeDefined();
    await closeAccount(parts, boss, words(clerk));
    expect(await accounts.sessions.find(cookies)).toBeUndefined();
    await expect(signIn(clerk)).resolves.toMatchObject({ kind: 'refused' });
    expect((await readAccountEvents(world.database, clerk))[0]).toMatchObject({
      kind: 'account-closed',
      by_account_id: boss.accountId,
    });
    expect(await world.database.run(listGrantEvents, [clerk, 1])).toMatchObject([
      { kind: 'account-closed', by: boss.accountId, facts: { institution: 'north' } },
    ]);
    expect(await world.database.run(firstBrokenGrantEvent)).toEqual([{ seq: null }]);
    const mails = await run('mails', `select template, values from outbox where recipient = $1`, [
      await emailOf(clerk),
    ]);
    expect(mails).toMatchObject([
      { template: 'account/decided', values: { kind: 'account-closed', reason: 'left the service' } },
    ]);
    // Closed twice is closed once; the closed one is found apart from the others.
    await expect(closeAccount(parts, boss, words(clerk))).rejects.toMatchObject({ code: 'state-changed' });
    const list = async (closed: boolean) =>
      (await findPeople(parts, boss, { pattern: undefined, offset: 0, limit: 500, closed })).people.map(({ id }) => id);
    expect(await list(false)).not.toContain(clerk);
    expect(await list(true)).toContain(clerk);
    await reopenAccount(parts, boss, words(clerk, 'came back'));
    await expect(signIn(clerk)).resolves.toMatchObject({ kind: 'signed-in' });
    expect((await staffOf(clerk)).grants).toEqual([at('permit-agent', 'north')]);
  });

  it('ends deputies both ways and withdraws what the person promised', async () => {
    const [leaver, chief, deputy] = [
      await person(at('permit-agent', 'north')),
      await person(at('permit-agent', 'north')),
      await person(at('permit-agent', 'north')),
    ];
    for (const pair of [
      [leaver, deputy],
      [chief, leaver],
    ])
      await run(
        'deputy',
        `insert into deputy (account_id, deputy_id, valid_until) values ($1, $2, now() + interval '1 day')`,
        pair,
      );
    await run(
      'invite',
      `insert into account_invitation (email, locale, grants, invited_by, expires_at) values ('x@example.gov', 'ar', '[]', $1, now() + interval '1 day')`,
      [leaver],
    );
    await closeAccount(parts, boss, words(leaver));
    expect(await world.database.run(listDeputies, [leaver])).toEqual([]);
    expect(await world.database.run(listDeputies, [chief])).toEqual([]);
    expect(
      await run('open', 'select from account_invitation where invited_by = $1 and withdrawn_at is null', [leaver]),
    ).toEqual([]);
  });

  it('is for who administers all rights of the account, never of the own one, and wants a reason', async () => {
    const wide = await person(at('permit-agent', 'north'), at('permit-agent', 'other'));
    const stranger = await person(at('permit-agent', 'other'));
    await expect(closeAccount(parts, boss, words(wide))).rejects.toMatchObject({ code: 'outside-administration' });
    await expect(takeFactors(parts, boss, words(wide))).rejects.toMatchObject({ code: 'outside-administration' });
    await expect(closeAccount(parts, boss, words(stranger))).rejects.toMatchObject({ code: 'not-found' });
    await expect(closeAccount(parts, boss, words("' or true --"))).rejects.toMatchObject({ code: 'not-found' });
    await expect(closeAccount(parts, boss, words(boss.accountId))).rejects.toMatchObject({ code: 'not-allowed' });
    const clerk = await person(at('permit-agent', 'north'));
    await expect(closeAccount(parts, boss, words(clerk, '  '))).rejects.toMatchObject({ code: 'bad-request' });
    await expect(closeAccount(parts, await staffOf(stranger), words(clerk))).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(signIn(clerk)).resolves.toMatchObject({ kind: 'signed-in' });
    // Nobody is left to whom an account without rights would belong but who administers everything.
    const bare = await person();
    await expect(getPerson(parts, boss, bare)).rejects.toMatchObject({ code: 'not-found' });
    const head = await staffOf(await person(at(administratorRole, 'ministry')));
    await closeAccount(parts, head, words(bare));
    await takeBack(parts, head, head.accountId, (await getPerson(parts, head, head.accountId)).grants[0]!.id).catch(
      () => undefined,
    );
  });
});

describe('the last administrator', () => {
  it('stays where an institution answers to no other, whether the right or the account would go', async () => {
    const [one, two] = [await person(at(administratorRole, 'other')), await person(at(administratorRole, 'other'))];
    const [first, second] = [await staffOf(one), await staffOf(two)];
    const both = await Promise.allSettled([
      closeAccount(parts, first, words(two)),
      closeAccount(parts, second, words(one)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'last-administrator' } });
  });

  it('of the institution that runs the installation stays although that answers to another', async () => {
    await run(
      'end-all',
      `update role_grant set ended_at = now() where institution in ('council', 'other') and ended_at is null and role <> 'administrator'`,
    );
    const administrators = await run(
      'administrators',
      `select g.id, g.account_id from role_grant g join account a on a.id = g.account_id
       where g.institution = 'ministry' and g.role = 'administrator' and g.ended_at is null and a.closed_at is null`,
    );
    expect(administrators).toHaveLength(1);
    const [{ id, account_id: account } = {}] = administrators as { id: string; account_id: string }[];
    const head = await staffOf(account!);
    await expect(takeBack(parts, head, account!, id!)).rejects.toMatchObject({ code: 'last-administrator' });
    const top = await person(at(administratorRole, 'council'));
    const council = await staffOf(top);
    // Somebody above can always grant anew.
    await closeAccount(parts, council, words(account!));
    await expect(
      takeBack(parts, council, top, (await getPerson(parts, council, top)).grants[0]!.id),
    ).rejects.toMatchObject({
      code: 'last-administrator',
    });
  });

  it('reads in decisions that the program can neither change nor take out', async () => {
    for (const sql of [`update account_decision set reason = 'x'`, `delete from account_decision`])
      await expect(world.database.run(statement('', sql))).rejects.toThrow('permission denied');
  });
});

it('a second factor that was lost goes with all others, and a new one is asked where a role needs it', async () => {
  const inspector = await person(at('inspector', 'north'));
  await expect(takeFactors(parts, boss, words(inspector))).rejects.toMatchObject({ code: 'state-changed' });
  await run('totp', `insert into account_totp (account_id, secret, confirmed_at) values ($1, '', now())`, [inspector]);
  await run(
    'passkey',
    `insert into account_passkey (account_id, credential_id, public_key, sign_count, transports, backed_up, name) values ($1, 'c', '', 0, '{}', false, 'phone')`,
    [inspector],
  );
  await run('code', `insert into account_recovery_code (account_id, code_hash) values ($1, '')`, [inspector]);
  const before = cookiesOf(await signIn(inspector));
  expect(await accounts.sessions.findHalf(before)).toMatchObject({ lacks: 'prove' });
  await takeFactors(parts, boss, words(inspector, 'phone stolen, came to the office with her card'));
  expect(await accounts.sessions.findHalf(before)).toBeUndefined();
  expect(await accounts.factors.stateOf(inspector)).toMatchObject({ totpSince: undefined, codesLeft: 0 });
  expect(await accounts.passkeys.list(inspector)).toEqual([]);
  const after = cookiesOf(await signIn(inspector));
  expect(await accounts.sessions.find(after)).toBeUndefined();
  expect(await accounts.sessions.findHalf(after)).toMatchObject({ lacks: 'enrol' });
  const mails = await run('values', `select values from outbox where recipient = $1`, [await emailOf(inspector)]);
  expect(mails).toMatchObject([{ values: { kind: 'factors-taken' } }]);
});

it('an administrator promises no more than he or she holds when the promise is taken up', async () => {
  const day = 86_400_000;
  const acting = await person();
  await grantRole(world.database, {
    accountId: acting,
    ...at(administratorRole, 'north'),
    validUntil: new Date(Date.now() + 5 * day),
  });
  const promised = [
    { role: 'permit-agent', institution: 'north', services: null, until: new Date(Date.now() + 4 * day).toISOString() },
  ];
  expect(await mayStillGive(parts, acting, promised)).toBe(true);
  expect(await mayStillGive(parts, acting, [{ ...promised[0]!, institution: 'other' }])).toBe(false);
  // It ends by itself, and nobody withdraws anything.
  await run(
    'over',
    `update role_grant set valid_from = now() - interval '2 days', valid_until = now() - interval '1 second' where account_id = $1`,
    [acting],
  );
  expect(await mayStillGive(parts, acting, promised)).toBe(false);
});
