import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDice } from '../../test/world/administration.ts';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { seesNaively } from '../../test/world/naive-sight.ts';
import { coversIn, randomWorld, toService } from '../../test/world/random-sight.ts';
import { accountId, recordId, storeWorlds } from '../../test/world/stored-sight.ts';
import { listHeldGrants } from '../access/grant-queries.ts';
import { statement } from '../base/database.ts';
import { readBoard } from './task-board.ts';
import { gather, type GatheredUnder } from './gathered.ts';
import { scopeOf } from './worklist-scope.ts';

const worlds = Number(process.env['WORLDS'] ?? 10);
const seed = Number(process.env['SEED'] ?? 20_261_122);

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const insertLinks = statement(
  'test/gathered-links',
  `insert into record_link (record_id, path, target_id) select * from json_to_recordset($1) as x(record_id bigint, path text, target_id bigint)`,
);
const insertSubjects = statement(
  'test/gathered-subjects',
  `insert into record_subject (subject, record_id, path)
   select decode(subject, 'hex'), record_id, path from json_to_recordset($1) as x(subject text, record_id bigint, path text)`,
);
const setContacts = statement(
  'test/gathered-contacts',
  `update record set contact = decode($2, 'hex') where id = any($1)`,
);

class RollBack extends Error {}
it(`holds in ${worlds} random worlds for everybody what a naive telling shows, page by page, with exact counts`, async () => {
  const dice = createDice(seed);
  let shown = 0;
  let hidden = 0;
  await world.owner
    .transaction(async (transaction) => {
      for (let number = 0; number < worlds; number++) {
        const of = randomWorld(dice);
        await storeWorlds(transaction, [{ number, of }]);
        const some = (take: (index: number) => boolean) => [...of.records.keys()].filter(take);
        const id = (index: number) => recordId(number, index);
        const [named, about, called] = [some((i) => i % 3 === 1), some((i) => i % 4 !== 0), some((i) => i % 5 === 2)];
        const subject = Buffer.from(`institution:${number}`);
        const links = named.flatMap((index) =>
          ['at', 'rows.at'].map((path) => ({ record_id: id(index), path, target_id: id(0) })),
        );
        await transaction.run(insertLinks, [JSON.stringify(links)]);
        const subjects = about.map((index) => ({ subject: subject.toString('hex'), record_id: id(index), path: 'at' }));
        await transaction.run(insertSubjects, [JSON.stringify(subjects)]);
        const contact = Buffer.from(`contact ${number}`);
        await transaction.run(setContacts, [called.map(id), contact.toString('hex')]);
        const people = of.accounts.map((_, account) => accountId(number, account));
        const grantsOf = new Map(
          (await transaction.run(listHeldGrants, [people])).map(({ account, grants }) => [account, grants]),
        );
        const versions = of.services.map((declared) => ({ versionId: declared.version, service: toService(declared) }));
        const asked: readonly (readonly [GatheredUnder, readonly number[]])[] = [
          [{ target: id(0) }, named],
          [{ subject }, about],
          [{ contact, from: id(2) }, called.filter((index) => index !== 2)],
          [{ subject, contact }, some((index) => about.includes(index) || called.includes(index))],
        ];
        for (const [account, accountNumber] of people.map((each, index) => [each, index] as const)) {
          const staff = { accountId: account, grants: grantsOf.get(account) ?? [] };
          const scope = scopeOf(staff as never, versions, Object.keys(of.parents), coversIn(of));
          const seenTasks = of.records.flatMap((record) =>
            seesNaively(of, accountNumber, record) ? record.tasks.filter(({ open }) => open) : [],
          );
          const board = await readBoard(transaction, scope, {
            versions: versions.map(({ versionId }) => versionId),
            task: undefined,
            record: undefined,
            asked: undefined,
            after: 0,
            limit: 10_000,
            now: new Date(),
          });
          // Worlds share institutions and declarations: what is of another one is left aside.
          const listed = board.flatMap(({ rows, total }) => (rows.length === total ? rows : []));
          const ofThisWorld = listed.filter((row) => row.id >= id(0) && row.id < id(of.records.length));
          expect(ofThisWorld.length, JSON.stringify({ number, account })).toBe(seenTasks.length);
          for (const [under, among] of asked) {
            const expected = among.filter((index) => seesNaively(of, accountNumber, of.records[index]!)).map(id);
            const found: number[] = [];
            let below: number | undefined;
            do {
              // oxlint-disable-next-line no-await-in-loop -- each page begins where the one before ended
              const page = await gather(transaction, scope, under, {
                mayRead: () => true,
                versions: () => true,
                below,
                limit: 3,
              });
              found.push(...page.rows.map((row) => row.id));
              expect(page.counts.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
              ({ below } = page);
            } while (below !== undefined);
            expect(found, JSON.stringify({ number, account, under })).toEqual(expected.toReversed());
            shown += expected.length;
            hidden += among.length - expected.length;
          }
        }
      }
      throw new RollBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error;
    });
  expect(shown / (shown + hidden)).toBeGreaterThan(0.1);
  expect(shown / (shown + hidden)).toBeLessThan(0.6);
}, 600_000);
