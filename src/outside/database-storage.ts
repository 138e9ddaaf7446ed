import type { Queryable } from '../base/database.ts';
import { getContent, putContent, removeContent } from './database-storage-queries.ts';
import type { FileStorage } from './file-storage.ts';

/** In the database itself: for several programs on one database without a store of objects. */
export const createDatabaseStorage = (database: Queryable): FileStorage => ({
  put: async (key, content) => {
    await database.run(putContent, [key, content]);
  },
  get: async (key) => (await database.run(getContent, [key]))[0]?.content,
  remove: async (key) => {
    await database.run(removeContent, [key]);
  },
  // That the database answers is asked elsewhere.
  check: () => Promise.resolve(),
});
