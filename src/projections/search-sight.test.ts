import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice, now, pick } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { seesByGrant } from '../../test/world/naive-sight.ts';
import { coversIn, randomWorld, roles, toRecord, toService } from '../../test/world/random-sight.ts';
import { searchSecrets, typed } from '../../test/world/search-index.ts';
import { accountId, recordId, storeWorlds } from '../../test/world/stored-sight.ts';
import type { Staff } from '../access/grant.ts';
import { listHeldGrants } from '../access/grant-queries.ts';
import { readerOf } from '../access/record-access.ts';
import type { Field } from '../definition/service.ts';
import { maySee } from '../record/field-access.ts';
import { searchWords } from '../record/search-words.ts';
import { numberHashes } from './search-index.ts';
import { writeWords } from './search-index-queries.ts';
import { searchRecords } from './worklist-search.ts';
import { scopeOf } from './worklist-scope.ts';

/** Random worlds in which each of the people searches for what all records say, and for what few may read in each. */
const worlds = Number(process.env['WORLDS'] ?? 40);
const seed = Number(process.env['SEED'] ?? 20_261_123);

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

class RollBack extends Error {}

it(`finds in ${worlds} random worlds what a naive telling shows, by words for all and for few, and counts it exactly`, async () => {
  const dice = createDice(seed);
  const tally = { found: 0, hidden: 0, read: 0, closed: 0 };
  for (let number = 0; number < worlds; number++) {
    const of = randomWorld(dice);
    const fieldFor = (role: string, name: string): readonly [string, Field] => {
      const model = toService(of.services[0]!).fields.get('full_name') as Field;
      return [name, { ...model, name, ...(name === 'finding' && { seenBy: [role] }) }];
    };
    const versions = of.services.map((declared) => {
      const service = toService(declared);
      const fields = new Map([fieldFor('', 'full_name'), fieldFor(pick(dice, roles), 'finding')]);
      return { versionId: declared.version, service: { ...service, fields } };
    });
    const covers = coversIn(of);
    await world.owner
      .transaction(async (transaction) => {
        await storeWorlds(transaction, [{ number, of }]);
        const given = of.records.flatMap(({ service, institution }, index) =>
          searchWords(
            versions[service]!.service,
            institution,
            'open',
            { full_name: 'Common Name', finding: 'Secret' },
            numberHashes(searchSecrets),
          ).map(({ audience, words }) => ({ id: recordId(number, index), audience, last_event: 1, words })),
        );
        await transaction.run(writeWords, [
          JSON.stringify(given),
          of.records.map((_, index) => recordId(number, index)),
        ]);
        const people = of.accounts.map((_, account) => accountId(number, account));
        const grantsOf = new Map(
          (await transaction.run(listHeldGrants, [people])).map(({ account, grants }) => [account, grants]),
        );
        for (const [account, id] of people.entries()) {
          const staff = { accountId: id, grants: grantsOf.get(id) ?? [] } as unknown as Staff;
          const scope = scopeOf(staff, versions, Object.keys(of.parents), covers);
          const search = async (words: string) => {
            const wanted = { words: typed(words), now, limit: 50 };
            const { rows, count } = await searchRecords(transaction, scope, versions, wanted);
            expect(count).toEqual({ exactly: rows.length });
            return new Set(rows.map((row) => row.id));
          };
          const [common, secret] = [await search('common na'), await search('name secret')];
          of.records.forEach((record, index) => {
            const about = () => JSON.stringify({ number, account, index, of }, undefined, 1);
            const { service } = versions[record.service]!;
            const loaded = toRecord(service, recordId(number, index), record);
            const expected = seesByGrant(of, account, record);
            if (common.has(loaded.id) !== expected) expect.fail(`a search finds it: ${!expected} ${about()}`);
            // By a task alone nothing is found by what few read.
            const mayRead = maySee(service.fields.get('finding')!, readerOf(staff, service, loaded, covers));
            if (secret.has(loaded.id) && !(expected && mayRead))
              expect.fail(`it is found by what is closed ${about()}`);
            tally[expected ? 'found' : 'hidden'] += 1;
            if (expected) tally[secret.has(loaded.id) ? 'read' : 'closed'] += 1;
          });
        }
        throw new RollBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RollBack)) throw error;
      });
  }
  // Worlds in which everything or nothing is found would prove little.
  for (const count of Object.values(tally)) expect(count).toBeGreaterThan(worlds / 4);
});
