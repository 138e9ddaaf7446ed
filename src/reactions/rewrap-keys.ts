import type { Queryable } from '../base/database.ts';
import type { Log } from '../base/log.ts';
import type { DataKeys } from '../events/data-keys.ts';

const keysAtOnce = 500;

/**
 * After the master key was rotated, wraps some of the keys of records anew by the present one; gives whether there are more.
 * What is done is done, so a stop loses nothing, and records are read all along. The log says when none hangs on an older one.
 */
export const rewrapKeys = async (database: Queryable, dataKeys: DataKeys, log: Log): Promise<boolean> => {
  const count = await dataKeys.rewrap(database, keysAtOnce);
  if (count > 0 && count < keysAtOnce)
    log.info('every key is wrapped by the present master key: older ones are not needed any more');
  return count === keysAtOnce;
};
