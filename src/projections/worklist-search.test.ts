import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, rana, scope, staffWith, versions } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { permit } from '../../test/world/service.ts';
import { recordWith, storeRecords } from '../../test/world/stored-records.ts';
import { statement } from '../base/database.ts';
import { searchApplicants } from './worklist-search.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const search = (wanted: Parameters<typeof searchApplicants>[3], staff = rana) =>
  searchApplicants(world.database, scope(staff), versions, wanted);
beforeAll(async () => {
  const named = (id: number, full_name: string, institution = 'north') => ({
    versionId: 1,
    service: permit,
    record: recordWith(permit, {
      id,
      state: 'withdrawn',
      institution,
      answers: { full_name, phone: '+96170111222' },
    }),
  });
  await storeRecords(world.owner, [
    named(5_001, 'هبة الأحمد'),
    named(5_002, 'Chloé Haddad'),
    named(5_003, 'هبة الأحمد', 'other'),
    named(5_004, 'سعيد'),
  ]);
});

it('finds by telephone number, only what one may see', async () => {
  // So many records later that nobody would look through them all.
  await storeRecords(world.owner, [
    { versionId: 1, service: permit, record: recordWith(permit, { id: 5_000_000, institution: 'north' }) },
  ]);
  await world.owner.run(
    statement(
      'test/contact',
      `update record set contact = case when id < 5004 then '\\x0a'::bytea else '\\x0b'::bytea end where id < 6000`,
    ),
  );
  const contact = Buffer.from([10]);
  expect((await search({ contact })).rows.map(({ id }) => id)).toEqual([5_002, 5_001]);
  expect((await search({ contact }, staffWith('x', at('permit-agent', 'other')))).rows.map(({ id }) => id)).toEqual([
    5_003,
  ]);
  expect((await search({ contact }, staffWith('x', at('gardener', 'other')))).rows).toEqual([]);
  await world.owner.run(statement('test/later', 'delete from record where id = 5000000'));
});

it.each([
  ['هبه الاحمد', [5_001]],
  ['هِبة', [5_001]],
  ['chloe', [5_002]],
  ['HADDAD', [5_002]],
  ['سَعيد', [5_004]],
  ['أحمد هبة', []],
  ['.*', []],
])('finds the name however %s is spelled', async (words, found) => {
  expect((await search({ words })).rows.map(({ id }) => id)).toEqual(found);
});
