import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { seesByGrant, seesNaively } from '../../test/world/naive-sight.ts';
import { coversIn, randomWorld, type RandomWorld, toRecord, toService } from '../../test/world/random-sight.ts';
import { type Queryable, statement } from '../base/database.ts';
import { listHeldGrants } from './grant-queries.ts';
import { kindsOf, scopeOf, scopeParameter } from './scope.ts';
import { maySee } from './sight.ts';
import { given, isVisible } from './visibility-queries.ts';

/**
 * Random worlds, each seen by each of its people in three ways: by the SQL that all lists use, by the rule for a record that
 * is at hand, and by a naive telling that shares no code with either. `WORLDS=10000` tries more of them; `SEED` others.
 */
const worlds = Number(process.env['WORLDS'] ?? 400);
const seed = Number(process.env['SEED'] ?? 20_261_122);
const worldsAtOnce = 100;
const recordsPerWorld = 20;

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const insertUsers = statement(
  'test/sight-users',
  `insert into auth_user (id, name, name_latin, email, email_verified, locale, demonstration)
   select id, '', '', id::text, true, 'ar', shut from json_to_recordset($1) as x(id uuid, shut boolean)`,
);
const insertGrants = statement(
  'test/sight-grants',
  `insert into role_grant (account_id, role, institution, services, valid_from, valid_until, ended_at)
   select account, role, institution, services, now() + "from" * interval '1 minute', now() + until * interval '1 minute', case when ended then now() end
   from json_to_recordset($1) as x(account uuid, role text, institution text, services text[], "from" int, until int, ended boolean)`,
);
const insertDeputies = statement(
  'test/sight-deputies',
  `insert into deputy (account_id, deputy_id, valid_from, valid_until, ended_at)
   select account, deputy, now() + "from" * interval '1 minute', now() + until * interval '1 minute', case when ended then now() end
   from json_to_recordset($1) as x(account uuid, deputy uuid, "from" int, until int, ended boolean)`,
);
const insertRecords = statement(
  'test/sight-records',
  `insert into record (id, service, service_version, state, open, institution, data, channel, locale, submitted_at, updated_at, last_event)
   select id, service, version, state, true, institution, '{}', channel, 'ar', now(), now(), 1
   from json_to_recordset($1) as x(id bigint, service text, version int, state text, institution text, channel text)`,
);
const insertTasks = statement(
  'test/sight-tasks',
  `insert into task (record_id, name, service_version, institution, open, opened_at)
   select *, now() from json_to_recordset($1) as x(record_id bigint, name text, service_version int, institution text, open boolean)`,
);
const insertOpened = statement(
  'test/sight-opened',
  `insert into break_glass (record_id, account_id, event, until)
   select record_id, account, 2, now() + until * interval '1 minute' from json_to_recordset($1) as x(record_id bigint, account uuid, until int)`,
);
const seen = statement<{ id: number }>(
  'test/sight-seen',
  `with ${given} select record.id from record where record.id between $2 and $3 and ${isVisible} order by record.id`,
);

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const accountId = (number: number, account: number): string => uuid(number * 10 + account);
const recordId = (number: number, index: number): number => number * recordsPerWorld + index + 1;

const store = async (queryable: Queryable, all: readonly { readonly number: number; readonly of: RandomWorld }[]) => {
  const rows = <Row>(make: (number: number, of: RandomWorld) => readonly Row[]) =>
    JSON.stringify(all.flatMap(({ number, of }) => make(number, of)));
  await queryable.run(insertUsers, [
    rows((number, { accounts }) => accounts.map(({ shut }, account) => ({ id: accountId(number, account), shut }))),
  ]);
  await queryable.run(insertGrants, [
    rows((number, { grants }) => grants.map((grant) => ({ ...grant, account: accountId(number, grant.account) }))),
  ]);
  await queryable.run(insertDeputies, [
    rows((number, { deputies }) =>
      deputies.map((each) => ({
        ...each,
        account: accountId(number, each.account),
        deputy: accountId(number, each.deputy),
      })),
    ),
  ]);
  await queryable.run(insertRecords, [
    rows((number, { records, services }) =>
      records.map(({ service, ...record }, index) => ({
        ...record,
        id: recordId(number, index),
        service: services[service]?.id,
        version: services[service]?.version,
      })),
    ),
  ]);
  await queryable.run(insertTasks, [
    rows((number, { records, services }) =>
      records.flatMap(({ tasks, service }, index) =>
        tasks.map((task) => ({
          ...task,
          record_id: recordId(number, index),
          service_version: services[service]?.version,
        })),
      ),
    ),
  ]);
  await queryable.run(insertOpened, [
    rows((number, { records }) =>
      records.flatMap(({ opened }, index) =>
        opened.map(({ account, until }) => ({
          account: accountId(number, account),
          until,
          record_id: recordId(number, index),
        })),
      ),
    ),
  ]);
};

class RollBack extends Error {}

it(
  `shows in ${worlds} random worlds to everybody what a naive telling of the rule shows`,
  { timeout: 1_800_000 },
  async () => {
    const dice = createDice(seed);
    let visible = 0;
    let hidden = 0;
    for (let first = 0; first < worlds; first += worldsAtOnce) {
      const all = Array.from({ length: Math.min(worldsAtOnce, worlds - first) }, (_, index) => ({
        number: first + index,
        of: randomWorld(dice),
      }));
      await world.owner
        .transaction(async (transaction) => {
          await store(transaction, all);
          const people = all.flatMap(({ number, of }) => of.accounts.map((_, account) => accountId(number, account)));
          const held = await transaction.run(listHeldGrants, [people]);
          const grantsOf = new Map(held.map(({ account, grants }) => [account, grants]));
          for (const { number, of } of all) {
            const versions = of.services.map((declared) => ({
              versionId: declared.version,
              service: toService(declared),
            }));
            const covers = coversIn(of);
            for (const account of of.accounts.keys()) {
              const id = accountId(number, account);
              const staff = { accountId: id, grants: grantsOf.get(id) ?? [] };
              const kinds = kindsOf(staff, versions, Object.keys(of.parents), covers);
              const scope = scopeParameter(scopeOf(staff, versions, kinds));
              const rows = await transaction.run(seen, [
                scope,
                recordId(number, 0),
                recordId(number, recordsPerWorld - 1),
              ]);
              const bySql = new Set(rows.map((row) => row.id));
              of.records.forEach((record, index) => {
                const about = () => JSON.stringify({ number, account, index, of }, undefined, 1);
                const { service } = versions[record.service]!;
                const loaded = toRecord(service, recordId(number, index), record);
                const expected = seesNaively(of, account, record);
                if (bySql.has(loaded.id) !== expected) expect.fail(`SQL shows it: ${!expected} ${about()}`);
                if (maySee(staff, service, loaded, covers) !== seesByGrant(of, account, record))
                  expect.fail(`the rule shows it: ${!expected} ${about()}`);
                if (expected) visible += 1;
                else hidden += 1;
              });
            }
          }
          throw new RollBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof RollBack)) throw error;
        });
    }
    // Worlds in which everything or nothing is seen would prove little.
    expect(visible / (visible + hidden)).toBeGreaterThan(0.1);
    expect(visible / (visible + hidden)).toBeLessThan(0.6);
  },
);
