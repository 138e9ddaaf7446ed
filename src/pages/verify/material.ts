import type { Queryable } from '../../base/database.ts';
import type { PublishedKey } from '../../documents/credential-format.ts';
import { getLastStatusList } from '../../documents/document-queries.ts';
import type { KeyRing } from '../../documents/keys.ts';
import type { PublishedStatusLists } from '../../documents/published-status-lists.ts';

/**
 * What a phone takes along to check documents without connection, in one answer: the same keys and signed lists that
 * stand at `/.well-known/diwan/`.
 */
export interface PublishedMaterial {
  /** When it was put together, in milliseconds, by the server's clock. */
  readonly at: number;
  readonly keys: readonly PublishedKey[];
  /** Signed revocation lists in base64, newest documents first. */
  readonly statusLists: readonly string[];
}

/** Four million documents. The list of an older one is fetched when one is scanned, where there is a connection. */
const lists = 32;

export const gatherMaterial = async (
  parts: { readonly database: Queryable; readonly keys: KeyRing; readonly statusLists: PublishedStatusLists },
  now: Date,
): Promise<PublishedMaterial> => {
  const last = await getLastStatusList(parts.database);
  const numbers = Array.from({ length: Math.min(lists, last + 1) }, (_, back) => last - back);
  const tokens = await Promise.all(numbers.map((list) => parts.statusLists.find(list, now)));
  return {
    at: now.getTime(),
    keys: parts.keys.publicKeySet(now).keys,
    statusLists: tokens.flatMap((token) => (token ? [Buffer.from(token).toString('base64')] : [])),
  };
};
