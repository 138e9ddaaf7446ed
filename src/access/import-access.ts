import type { Queryable } from '../base/database.ts';
import type { Service } from '../definition/service.ts';
import type { AccountActor } from '../record/events.ts';
import { entryPosts } from './entry-access.ts';
import type { Staff } from './grant.ts';
import { findHolder } from './holder.ts';

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
  const held = await findHolder(database, actor, now);
  return entryPosts(held, service).some(
    ({ role, institution, for: whose }) =>
      role === actor.role && institution === actor.institution && whose === actor.for,
  );
};
