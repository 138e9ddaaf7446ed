import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { seesByGrant, seesNaively } from '../../test/world/naive-sight.ts';
import { coversIn, randomWorld, toRecord, toService } from '../../test/world/random-sight.ts';
import { accountId, recordId, recordsPerWorld, storeWorlds } from '../../test/world/stored-sight.ts';
import { statement } from '../base/database.ts';
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

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const seen = statement<{ id: number }>(
  'test/sight-seen',
  `with ${given} select record.id from record where record.id between $2 and $3 and ${isVisible} order by record.id`,
);

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
          await storeWorlds(transaction, all);
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
