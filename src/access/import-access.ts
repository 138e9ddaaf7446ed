import type { Queryable } from '../base/database.ts';
import type { Service } from '../definition/service.ts';
import type { AccountActor } from '../record/events.ts';
import { findKeyById } from './api-key-queries.ts';
import { standingOfKey } from './api-keys.ts';
import { entryPosts } from './entry-access.ts';
import { listGrantsOfOpen } from './grant-queries.ts';
import type { Staff } from './grant.ts';

/** Who may enter records of a service may import them, where it takes them by the channel `import`. */
export const mayImport = (staff: Pick<Staff, 'accountId' | 'grants' | 'key'>, service: Service): boolean =>
  takesImports(service) && entryPosts(staff, service).length > 0;

export const takesImports = ({ channels }: Service): boolean => channels.has('import');

/** Whether an account or a key that began an import may still enter records as what it began. */
export const mayStillImport = async (
  database: Queryable,
  actor: AccountActor,
  service: Service,
  now: Date,
): Promise<boolean> => {
  if (!takesImports(service)) return false;
  const { account: accountId } = actor;
  const held = actor.key ? await keyHolder(database, accountId, now) : await accountHolder(database, accountId);
  return entryPosts(held, service).some(
    ({ role, institution, for: whose }) =>
      role === actor.role && institution === actor.institution && whose === actor.for,
  );
};

type Holder = Pick<Staff, 'accountId' | 'grants' | 'key'>;

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
