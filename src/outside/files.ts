import type { Database, Transaction } from '../base/database.ts';
import { type FileStorage, StorageFailure, type StorageName } from './file-storage.ts';
import { holdDue, letGoNow, listDue, noteArrived, noteComing, notGone } from './files-queries.ts';

/**
 * What files hold, wherever it lies. A content is put first and its row written second, so that no row ever points to
 * nothing; before either, a note says that it is coming, so that what a failure leaves behind goes without anybody having
 * to look through the storage. Rows that go leave such a note too (a trigger of the table).
 */
export interface Files {
  /** Where new contents are put. */
  readonly home: StorageName;
  /**
   * Puts a content under the id of its file and then lets `write` name it, in one transaction with what it writes. When
   * `write` gives false, or fails, the content goes again.
   */
  readonly keep: (
    id: string,
    content: Buffer,
    write: (transaction: Transaction, storage: StorageName) => Promise<boolean>,
    storage?: StorageName,
  ) => Promise<boolean>;
  readonly get: (storage: StorageName, id: string) => Promise<Buffer | undefined>;
  /** Removes what no row names any more, up to `limit`; gives how many were due. Throws the first failure in the end. */
  readonly sweep: (limit: number) => Promise<number>;
  /** What is wrong with a storage; undefined when nothing is. What was found is told again for ten seconds. */
  readonly faultOf: (storage: StorageName) => Promise<string | undefined>;
}

const knownFor = 10_000;

export const createFiles = (
  database: Database,
  storages: Readonly<Partial<Record<StorageName, FileStorage>>>,
  home: StorageName,
): Files => {
  const getStorage = (name: StorageName): FileStorage => {
    const found = storages[name];
    if (!found) throw new StorageFailure(`files lie in a storage that is not set up here: ${name}`);
    return found;
  };
  const known = new Map<StorageName, { readonly until: number; readonly fault: Promise<string | undefined> }>();

  return {
    home,
    keep: async (id, content, write, storage = home) => {
      await database.run(noteComing, [storage, id]);
      try {
        await getStorage(storage).put(id, content);
        const isKept = await database.transaction(async (transaction) => {
          if (!(await write(transaction, storage))) return false;
          await transaction.run(noteArrived, [storage, id]);
          return true;
        });
        if (!isKept) await database.run(letGoNow, [storage, id]);
        return isKept;
      } catch (error) {
        // The note stands in any case; whether the transaction was committed, the next look tells.
        await database.run(letGoNow, [storage, id]).catch(() => undefined);
        throw error;
      }
    },
    get: (storage, id) => getStorage(storage).get(id),
    sweep: async (limit) => {
      const due = await database.run(listDue, [limit]);
      const failures: unknown[] = [];
      for (const { storage, key } of due) {
        try {
          // oxlint-disable-next-line no-await-in-loop -- one after the other: nobody waits for it
          await database.transaction(async (transaction) => {
            if ((await transaction.run(holdDue, [storage, key])).length === 0) return;
            await getStorage(storage).remove(key);
            await transaction.run(noteArrived, [storage, key]);
          });
        } catch (error) {
          failures.push(error);
          // oxlint-disable-next-line no-await-in-loop -- likewise
          await database.run(notGone, [storage, key]);
        }
      }
      if (failures.length > 0) throw failures[0];
      return due.length;
    },
    faultOf: (name) => {
      const last = known.get(name);
      if (last && last.until > Date.now()) return last.fault;
      const check = async () => getStorage(name).check();
      const fault = check().then(
        () => undefined,
        (error: Error) => error.message,
      );
      known.set(name, { until: Date.now() + knownFor, fault });
      return fault;
    },
  };
};
