import { createHash } from 'node:crypto';
import type { Database } from '../base/database.ts';
import type { StorageName } from '../outside/file-storage.ts';
import type { Files } from '../outside/files.ts';
import { type FileToMoveRow, listToMove, moveUpload } from './move-files-queries.ts';

export interface MoveProgress {
  readonly moved: number;
  readonly bytes: number;
  /** Files that stay where they are, with what is wrong with them. */
  readonly broken: readonly { readonly id: string; readonly fault: string }[];
}

const atOnce = 100;
const beforeAll = '00000000-0000-0000-0000-000000000000';

/**
 * Moves what files hold into another storage, one file after the other, while the program runs or not. A row says where its
 * content lies, so what was interrupted goes on where it was when it is started again, and a second time does nothing.
 */
export const moveFiles = async (
  { database, files }: { readonly database: Database; readonly files: Files },
  to: StorageName,
  onProgress: (progress: MoveProgress) => void,
): Promise<MoveProgress> => {
  const broken: { id: string; fault: string }[] = [];
  let [moved, bytes, after] = [0, 0, beforeAll];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- batch after batch, in constant memory
    const rows = await database.run(listToMove, [to, after, atOnce]);
    for (const row of rows) {
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const content = await files.get(row.storage, row.id);
      const fault = faultOf(content, row);
      if (!content || fault !== undefined) {
        broken.push({ id: row.id, fault: fault ?? '' });
        continue;
      }
      // oxlint-disable-next-line no-await-in-loop -- likewise
      const isMoved = await files.keep(row.id, content, isStillThere(row), to);
      if (isMoved) [moved, bytes] = [moved + 1, bytes + content.length];
    }
    onProgress({ moved, bytes, broken });
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return { moved, bytes, broken };
    after = last.id;
  }
};

const isStillThere =
  ({ id, storage: from }: FileToMoveRow): Parameters<Files['keep']>[2] =>
  async (transaction, storage) =>
    (await transaction.run(moveUpload, [id, from, storage])).length > 0;

/** A file that was erased or moved meanwhile is looked at in vain; what differs from its row is not spread further. */
const faultOf = (content: Buffer | undefined, { sealed, size, sha256 }: FileToMoveRow): string | undefined => {
  if (!content) return 'is not in its storage';
  // Of a sealed file nothing in the open says what it is; whoever opens it finds out.
  if (sealed) return content.length > size ? undefined : 'is shorter than it was';
  return createHash('sha256').update(content).digest('hex') === sha256 ? undefined : 'is not what it was';
};
