import type { Queryable } from '../base/database.ts';
import { documentsPerList, statusListPath } from './credential-format.ts';
import { getLastStatusList, getRevokedIndexes } from './document-queries.ts';
import type { KeyRing } from './keys.ts';
import { signStatusList, usualAges } from './status-list.ts';

/** The revocation lists that `/.well-known/diwan/status/{n}` serves, each made at most once in some seconds. */
export interface PublishedStatusLists {
  /** Undefined for a number that no document uses yet. */
  readonly find: (list: number, now: Date) => Promise<Uint8Array | undefined>;
}

/** Milliseconds; a revocation is on the list after at most that long. */
const keepFor = 5_000;

/** @param publicUrl the origin under which verifiers reach the program, without a slash at the end. */
export const createPublishedStatusLists = (
  database: Queryable,
  keys: KeyRing,
  publicUrl: string,
): PublishedStatusLists => {
  const kept = new Map<number, { at: number; token: Promise<Uint8Array | undefined> }>();

  const make = async (list: number, now: Date): Promise<Uint8Array | undefined> => {
    if (list > (await getLastStatusList(database))) return undefined;
    return signStatusList(keys.signer(now), {
      uri: `${publicUrl}${statusListPath(list)}`,
      revoked: await getRevokedIndexes(database, list),
      size: documentsPerList,
      issuedAt: now,
      ...usualAges,
    });
  };

  return {
    find: async (list, now) => {
      const found = kept.get(list);
      if (found && now.getTime() - found.at < keepFor) return found.token;
      const token = make(list, now);
      kept.set(list, { at: now.getTime(), token });
      // Neither failures nor numbers that anybody may invent are kept.
      token.then(
        (made) => made ?? kept.delete(list),
        () => kept.delete(list),
      );
      return token;
    },
  };
};
