import { type CountryChange, undoneIn } from './country-change.ts';

/** An institution that is no more, and those in its place. */
export interface SuccessionOf {
  /** Number of the change that put them there, and who made it. */
  readonly change: number;
  readonly account: string | null;
  readonly at: Date;
  /** Codes; the first has everything that belongs to none of the others. */
  readonly into: readonly string[];
}

/** By the old code, for all that were merged or split. */
export const successionsIn = (changes: readonly CountryChange[]): ReadonlyMap<string, SuccessionOf> => {
  const undone = undoneIn(changes);
  return new Map(
    changes
      .filter(({ id, kind }) => (kind === 'institutions-merged' || kind === 'institution-split') && !undone.has(id))
      .flatMap(({ id, account, at, about }) =>
        (about.codes ?? []).map((code) => [code, { change: id, account, at, into: about.into ?? [] }] as const),
      ),
  );
};
