import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts, password } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { readAccountEvents } from './account-events.ts';
import { administratorRole } from './administration.ts';
import { endSessionsOf, type PeopleParts } from './people.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

it('an administrator ends the sessions of the own people, who read that it was an administrator, and of nobody else', async () => {
  const { signInDesk, sessions, clock } = await openTestAccounts(world.database);
  const parts: PeopleParts & { readonly sessions: typeof sessions } = {
    database: world.database,
    sessions,
    covers: (holder, institution) => holder === institution,
    services: () => [permit],
    findInstitution: () => ({}),
    institutions: () => ['north', 'other'],
    platformRoles: [administratorRole],
    administersAll: () => false,
    now: () => new Date(),
  };
  const client = clientAt('192.0.2.1');
  const open = async (email: string, role: string, institution: string) => {
    const id = await hire(world.database, cheapHashing(), email, [{ role, institution, services: null }]);
    return { id, cookies: cookiesOf(await signInDesk.signIn(email, password, client)) };
  };
  const own = await open('own@example.gov', 'permit-agent', 'north');
  const foreign = await open('foreign@example.gov', 'permit-agent', 'other');
  const admin = await open('admin@example.gov', administratorRole, 'north');
  const staff = (await sessions.find(admin.cookies))!;
  expect(await endSessionsOf(parts, staff, own.id, client)).toBe(1);
  await expect(endSessionsOf(parts, staff, foreign.id, client)).rejects.toThrow('not-found');
  // Who ends the own ones goes on in this one.
  await endSessionsOf(parts, staff, admin.id, client);
  clock.time += 5_000;
  expect(await sessions.find(own.cookies)).toBeUndefined();
  expect(await sessions.find(foreign.cookies)).toBeDefined();
  expect(await sessions.find(admin.cookies)).toBeDefined();
  const [event] = await readAccountEvents(world.database, own.id);
  expect(event).toMatchObject({ kind: 'session-ended', by_account_id: admin.id, details: { sessions: 1 } });
});
