import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cheapHashing, testSecret } from '../../test/world/accounts.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { createAuthentication } from './authentication.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

it('finds every table and column that the library needs in our migrations', async () => {
  const said: string[] = [];
  const { options } = createAuthentication({
    pool: world.database.pool,
    secret: testSecret,
    origin: 'http://localhost:3000',
    hashing: cheapHashing(),
    onError: (message) => said.push(message),
  });
  // It tells only by its log when a column has another type than it would give it.
  const listening = {
    ...options,
    logger: { level: 'warn' as const, log: (_level: string, message: string) => said.push(message) },
  };
  const missing = await getMigrations(listening);
  expect(missing.toBeCreated).toEqual([]);
  expect(missing.toBeAdded).toEqual([]);
  expect(missing.toBeAddedIndexes).toEqual([]);
  expect(missing.schemaProblems).toEqual([]);
  expect(said).toEqual([]);
});
