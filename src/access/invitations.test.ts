import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { readAccountEvents } from './account-events.ts';

const client = clientAt('192.0.2.10');
const member = {
  name: 'سمير نعمة',
  nameLatin: 'Samir Nehme',
  locale: 'fr',
  password: 'seven camels cross the river',
} as const;
const grant = { role: 'permit-agent', institution: 'ministry', services: ['permit'] };

let world: TestDatabase;
let boss: string;
let invited = 0;
beforeAll(async () => {
  world = await createTestDatabase();
  boss = await hire(world.database, cheapHashing(), 'boss@example.gov');
});
afterAll(() => world.close());

const invite = async () => {
  const accounts = await openTestAccounts(world.database);
  const email = `new${(invited += 1)}@example.gov`;
  const id = await accounts.invitations.invite({ email, locale: 'ar', grants: [grant], invitedBy: boss });
  return { ...accounts, email, id, link: accounts.accountKeys.writeLink('invitation', id) };
};

const mailsTo = async (email: string) =>
  (await world.database.pool.query('select template, locale, values from outbox where recipient = $1', [email])).rows;

describe('an invitation', () => {
  it('opens an account with what the person says and the roles that were given, once', async () => {
    const { invitations, signInDesk, sessions, email, link, id } = await invite();
    expect(await mailsTo(email)).toEqual([{ template: 'account/invitation', locale: 'ar', values: { id } }]);
    const outcome = await invitations.accept(link, member, client);
    expect(outcome.kind).toBe('joined');
    const staff = await sessions.find(cookiesOf(await signInDesk.signIn(email, member.password, client)));
    expect(staff).toMatchObject({ email, name: { ar: 'سمير نعمة', fr: 'Samir Nehme' }, locale: 'fr', grants: [grant] });
    expect(await invitations.find(link)).toBeUndefined();
    expect(await invitations.accept(link, member, client)).toEqual({ kind: 'expired' });
    const events = await readAccountEvents(world.database, staff?.accountId ?? '');
    expect(events.at(-1)).toMatchObject({ kind: 'joined', details: { invitation: id } });
    const { rows } = await world.database.pool.query('select granted_by from role_grant where account_id = $1', [
      staff?.accountId,
    ]);
    expect(rows).toEqual([{ granted_by: boss }]);
  });

  it('opens nothing when who invited may no longer give what it promises', async () => {
    const asked: unknown[] = [];
    let may = true;
    const { invitations, accountKeys } = await openTestAccounts(world.database, {
      mayGive: async (...question) => {
        asked.push(question);
        return may;
      },
    });
    const id = await invitations.invite({ email: 'late@example.gov', locale: 'ar', grants: [grant], invitedBy: boss });
    const link = accountKeys.writeLink('invitation', id);
    expect(await invitations.find(link)).toBeDefined();
    may = false;
    expect(await invitations.find(link)).toBeUndefined();
    expect(await invitations.accept(link, member, client)).toEqual({ kind: 'expired' });
    expect(asked[0]).toEqual([boss, [grant]]);
  });

  it('gives roles for the time that was said, and those not at all whose time is over', async () => {
    const accounts = await openTestAccounts(world.database);
    const email = `timed${(invited += 1)}@example.gov`;
    const day = 86_400_000;
    const at = (days: number) => new Date(Date.now() + days * day).toISOString();
    const grants = [
      { ...grant, role: 'now', until: at(3) },
      { ...grant, role: 'later', from: at(2), until: at(3) },
      { ...grant, role: 'over', until: at(-1) },
    ];
    const id = await accounts.invitations.invite({ email, locale: 'ar', grants, invitedBy: boss });
    await accounts.invitations.accept(accounts.accountKeys.writeLink('invitation', id), member, client);
    const staff = await accounts.sessions.find(
      cookiesOf(await accounts.signInDesk.signIn(email, member.password, client)),
    );
    expect(staff?.grants.map(({ role }) => role)).toEqual(['now']);
    const { rows } = await world.database.pool.query(
      'select role, valid_until is not null as ends from role_grant where account_id = $1 order by role',
      [staff?.accountId],
    );
    expect(rows).toEqual([
      { role: 'later', ends: true },
      { role: 'now', ends: true },
    ]);
  });

  it('opens one account when it is accepted twice at the same moment', async () => {
    const { invitations, link } = await invite();
    const outcomes = await Promise.all([1, 2, 3].map(() => invitations.accept(link, member, client)));
    expect(outcomes.filter(({ kind }) => kind === 'joined')).toHaveLength(1);
  });

  it('refuses a weak password and stays good', async () => {
    const { invitations, link } = await invite();
    const outcome = await invitations.accept(link, { ...member, password: 'samirnehme12' }, client);
    expect(outcome).toEqual({ kind: 'faulty', fault: 'about-you' });
    expect(await invitations.find(link)).toBeDefined();
  });

  it('is good for seven days, and not once it was withdrawn', async () => {
    const late = await invite();
    await world.owner.pool.query(`update account_invitation set expires_at = now() where id = $1`, [late.id]);
    expect(await late.invitations.accept(late.link, member, client)).toEqual({ kind: 'expired' });
    const withdrawn = await invite();
    expect(await withdrawn.invitations.withdraw(withdrawn.id, boss)).toBe(true);
    expect(await withdrawn.invitations.withdraw(withdrawn.id, boss)).toBe(false);
    expect(await withdrawn.invitations.accept(withdrawn.link, member, client)).toEqual({ kind: 'expired' });
    expect((await late.invitations.list()).map(({ id }) => id)).not.toContain(withdrawn.id);
  });

  it('does not tell who invites whether the address has an account; the person is told', async () => {
    const accounts = await openTestAccounts(world.database);
    const email = `member${invited}@example.gov`;
    await hire(world.database, cheapHashing(), email);
    const id = await accounts.invitations.invite({ email, locale: 'ar', grants: [grant], invitedBy: boss });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(await mailsTo(email)).toMatchObject([{ template: 'account/already-member' }]);
    // And its link, were it guessed, changes nothing about that account.
    const link = accounts.accountKeys.writeLink('invitation', id);
    expect(await accounts.invitations.accept(link, member, client)).toEqual({ kind: 'expired' });
  });

  it.each(['', 'x', `${'A'.repeat(22)}.${'A'.repeat(22)}`])('is not made up: %j', async (link) => {
    const { invitations } = await openTestAccounts(world.database);
    expect(await invitations.find(link)).toBeUndefined();
  });
});
