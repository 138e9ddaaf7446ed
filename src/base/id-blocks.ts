import type { Queryable, Statement } from './database.ts';

/**
 * Hands out ids from blocks that the database reserves, so that numbering a submission costs no round trip. `reserve`
 * before a batch; `next` inside it. Several programs get blocks of their own; ids lost at a stop stay unused.
 */
export interface IdBlocks {
  readonly reserve: (count: number) => Promise<void>;
  readonly next: () => number;
}

/** @param nextBlock gives `first`, the first id of a block of `size`. */
export const createIdBlocks = (database: Queryable, nextBlock: Statement<{ first: number }>, size: number): IdBlocks => {
  let blocks: { next: number; end: number }[] = [];
  const left = () => blocks.reduce((sum, { next, end }) => sum + end - next, 0);
  return {
    reserve: async (count) => {
      while (left() < count) {
        const [row] = await database.run(nextBlock);
        if (!row) throw new Error('the sequence gave no number');
        blocks.push({ next: row.first, end: row.first + size });
      }
    },
    next: () => {
      blocks = blocks.filter(({ next, end }) => next < end);
      const block = blocks[0];
      if (!block) throw new Error('no id was reserved');
      return block.next++;
    },
  };
};
