import type { Queryable, Statement } from './database.ts';

/**
 * Hands out ids from blocks that the database reserves, so that numbering a submission costs no round trip. Several
 * programs get blocks of their own; ids lost at a stop stay unused.
 */
export interface IdBlocks {
  /** Sets ids aside: whoever reserves at the same time gets others. */
  readonly reserve: (count: number) => Promise<ReservedIds>;
}

export interface ReservedIds {
  readonly next: () => number;
  /** Gives back what was not needed; what is not given back stays unused. */
  readonly release: () => void;
}

/** @param nextBlock gives `first`, the first id of a block of `size`. */
export const createIdBlocks = (
  database: Queryable,
  nextBlock: Statement<{ first: number }>,
  size: number,
): IdBlocks => {
  const free: number[] = [];
  let asking: Promise<void> | undefined;
  const addBlock = async () => {
    const [row] = await database.run(nextBlock);
    if (!row) throw new Error('the sequence gave no number');
    for (let id = row.first; id < row.first + size; id++) free.push(id);
  };
  const askForBlock = (): Promise<void> => (asking ??= addBlock().finally(() => (asking = undefined)));
  return {
    reserve: async (count) => {
      while (free.length < count) await askForBlock();
      const reserved = free.splice(0, count);
      // Ahead of need, so that nobody waits for it. Should it fail, whoever needs it asks again and hears why.
      if (free.length < size / 2) askForBlock().catch(() => undefined);
      let used = 0;
      return {
        next: () => {
          const id = reserved[used++];
          if (id === undefined) throw new Error(`only ${count} ids were reserved`);
          return id;
        },
        release: () => void free.unshift(...reserved.splice(used)),
      };
    },
  };
};
