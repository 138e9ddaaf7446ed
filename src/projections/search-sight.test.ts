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
import { narrowScope } from '../access/scope.ts';
import { statement } from '../base/database.ts';
import type { Field } from '../definition/service.ts';
import { maySee } from '../record/field-access.ts';
import { searchWords, wordsEdition } from '../record/search-words.ts';
import { numberHashes } from './search-index.ts';
import { writeWords } from './search-index-queries.ts';
import { narrowed } from './narrowing.ts';
import { countPassing } from './worklist-passing.ts';
import { searchRecords } from './worklist-search.ts';
import { closedIn, scopeOf } from './worklist-scope.ts';
import { listAnyState } from './worklist.ts';

/**
 * Random worlds in which each of the people searches for what all records say, and for what few may read in each; and narrows
 * lists by an answer that the same few may read.
 */
const worlds = Number(process.env['WORLDS'] ?? 40);
const seed = Number(process.env['SEED'] ?? 20_261_123);

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const gradeAll = statement(
  'test/grade-all',
  `with graded as (update record set data = '{"grade": "a"}') update search_progress set edition = $1, below = null`,
);

class RollBack extends Error {}

it(`finds in ${worlds} random worlds what a naive telling shows, by words for all and for few, and counts it exactly`, async () => {
  const dice = createDice(seed);
  const tally = { found: 0, hidden: 0, read: 0, closed: 0 };
  for (let number = 0; number < worlds; number++) {
    const of = randomWorld(dice);
    const fieldFor = (role: string, name: string): readonly [string, Field] => {
      const model = toService(of.services[0]!).fields.get('full_name') as Field;
      return [name, { ...model, name, ...(role !== '' && { seenBy: [role] }) }];
    };
    const versions = of.services.map((declared) => {
      const service = toService(declared);
      const role = pick(dice, roles);
      const [, model] = fieldFor(role, 'grade');
      const grade = { ...model, type: 'choice', options: new Map([['a', {}]]) } as unknown as Field;
      const fields = new Map([fieldFor('', 'full_name'), fieldFor(role, 'finding'), ['grade', grade]]);
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
            { full_name: 'Common Name', finding: 'Secret', grade: 'a' },
            numberHashes(searchSecrets),
          ).map(({ audience, words }) => ({ id: recordId(number, index), audience, last_event: 1, words })),
        );
        await transaction.run(writeWords, [
          JSON.stringify(given),
          of.records.map((_, index) => recordId(number, index)),
        ]);
        await transaction.run(gradeAll, [wordsEdition]);
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
          const graded = async (service: string) => {
            const answer = { name: 'grade', is: 'a', ...closedIn(service, 'grade', { scope, versions }) };
            const served = new Set(versions.flatMap((each) => (each.service.id === service ? [each.versionId] : [])));
            const asking = narrowScope(scope, served);
            const filter = await narrowed(transaction, asking, versions, { answers: [answer] });
            expect(filter.among).toBeDefined();
            const pages = [];
            for (const each of [filter, { answers: [answer] }]) {
              const wanted = { filter: each, now, limit: 50 };
              const { rows } = await listAnyState(transaction, asking, wanted);
              expect(await countPassing(transaction, asking, 'all', wanted)).toEqual({ exactly: rows.length });
              pages.push(rows.map((row) => row.id));
            }
            expect(pages[1]).toEqual(pages[0]);
            return pages[0] ?? [];
          };
          const narrow = new Set<number>();
          for (const id of new Set(of.services.map((each) => each.id)))
            for (const found of await graded(id)) narrow.add(found);
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
            // Who finds it by what few read narrows a list by it, and nobody else does.
            if (secret.has(loaded.id) !== narrow.has(loaded.id)) expect.fail(`a list is narrowed otherwise ${about()}`);
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
