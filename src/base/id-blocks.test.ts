import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/world/database.ts';
import { statement } from './database.ts';
import { createIdBlocks, type ReservedIds } from './id-blocks.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(() => world.close());

const nextBlock = statement<{ first: number }>('test/next-block', `select nextval('record_id_block') as first`);
const take = ({ next }: ReservedIds, count: number): number[] => Array.from({ length: count }, next);

it('gives different ids to all who reserve at once, also where a block ends', async () => {
  const blocks = createIdBlocks(world.database, nextBlock, 1_000);
  const reserved = await Promise.all(Array.from({ length: 9 }, () => blocks.reserve(300)));
  const ids = reserved.flatMap((each) => take(each, 300));
  expect(new Set(ids).size).toBe(9 * 300);
});

it('gives again what was given back, and no more than was reserved', async () => {
  const blocks = createIdBlocks(world.database, nextBlock, 1_000);
  const reserved = await blocks.reserve(3);
  const first = reserved.next();
  reserved.release();
  expect(reserved.next).toThrow('only 3');
  expect(take(await blocks.reserve(2), 2)).toEqual([first + 1, first + 2]);
});

it('asks for the next block before the present one runs out', async () => {
  const lastBlock = async () =>
    (
      await world.database.run(
        statement<{ last: number }>('test/last-block', 'select last_value as last from record_id_block'),
      )
    )[0]?.last;
  const blocks = createIdBlocks(world.database, nextBlock, 1_000);
  await blocks.reserve(499);
  const present = await lastBlock();
  await blocks.reserve(2);
  await expect.poll(lastBlock).not.toBe(present);
});
