import { type Scope, scopeParameter } from '../../access/scope.ts';
import type { Queryable } from '../../base/database.ts';
import { countUnread, hasUnread } from './news-queries.ts';

/** Of how much there is something unread that the account still sees. Where there is nothing it costs one look into a small index. */
export const unreadBy = async (
  database: Queryable,
  account: string,
  scopeOf: () => Promise<Scope> | Scope,
): Promise<number> => {
  const [unread] = await database.run(hasUnread, [account]);
  if (!unread?.any) return 0;
  const [counted] = await database.run(countUnread, [scopeParameter(await scopeOf()), account]);
  return counted?.count ?? 0;
};
