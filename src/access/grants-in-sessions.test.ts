import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, clientAt, cookiesOf, hire, openTestAccounts, password } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { statement } from '../base/database.ts';
import { grantRole } from './grants.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const at = (role: string, institution: string) => ({ role, institution, services: null });

it(
  'a right that ends, is taken or is given works in an open session at the next request',
  { timeout: 20_000 },
  async () => {
    const { signInDesk, sessions, clock } = await openTestAccounts(world.database);
    const stop = await world.database.listen('diwan_access', (account) => sessions.forget(account || undefined));
    const id = await hire(world.database, cheapHashing(), 'open@example.gov', []);
    await grantRole(world.database, {
      accountId: id,
      ...at('short', 'north'),
      validUntil: new Date(Date.now() + 4_000),
    });
    const lasting = await grantRole(world.database, { accountId: id, ...at('lasting', 'north') });
    const cookies = cookiesOf(await signInDesk.signIn('open@example.gov', password, clientAt('192.0.2.1')));
    const roles = async () => {
      clock.time = Date.now();
      return (await sessions.find(cookies))?.grants.map(({ role }) => role);
    };
    expect(await roles()).toEqual(['short', 'lasting']);
    await world.database.transaction(async (transaction) => {
      await transaction.run(statement('test/end', 'update role_grant set ended_at = now() where id = $1'), [lasting]);
    });
    await expect.poll(roles, { interval: 10, timeout: 2_000 }).toEqual(['short']);
    expect((await sessions.findNow(cookies))?.grants).toHaveLength(1);
    await expect.poll(roles, { interval: 50, timeout: 6_000 }).toEqual([]);
    await stop();
  },
);
