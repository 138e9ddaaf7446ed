import type { Queryable } from '../base/database.ts';
import { findKeyById } from './api-key-queries.ts';
import { standingOfKey } from './api-keys.ts';
import { listGrantsOfOpen } from './grant-queries.ts';
import type { Staff } from './grant.ts';

/** Who may do what, without a session: an account or an institution's system. */
export type Holder = Pick<Staff, 'accountId' | 'grants' | 'key'>;

/** What an account or a key may do at this moment, for work that goes on when whoever began it has left. */
export const findHolder = (
  database: Queryable,
  { account, key }: { readonly account: string; readonly key?: boolean },
  now: Date,
): Promise<Holder> => (key ? keyHolder(database, account, now) : accountHolder(database, account));

const accountHolder = async (database: Queryable, accountId: string): Promise<Holder> => {
  const [held] = await database.run(listGrantsOfOpen, [accountId]);
  return { accountId, grants: held?.grants ?? [] };
};

const keyHolder = async (database: Queryable, accountId: string, now: Date): Promise<Holder> => {
  const [row] = await database.run(findKeyById, [accountId]);
  const { role = '', institution = '', services = null } = row ?? {};
  const stands = row !== undefined && standingOfKey(row, now) === 'standing';
  return { accountId, grants: stands ? [{ role, institution, services }] : [], key: { id: accountId, name: '' } };
};
