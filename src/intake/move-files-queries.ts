import { statement } from '../base/database.ts';
import type { StorageName } from '../outside/file-storage.ts';

export interface FileToMoveRow {
  readonly id: string;
  readonly storage: StorageName;
  readonly size: number;
  readonly sealed: boolean;
  readonly sha256: string;
}

/** Files that lie elsewhere than in $1, after id $2. */
export const listToMove = statement<FileToMoveRow>(
  'upload/list-to-move',
  `select id, storage, size, sealed, encode(sha256, 'hex') as sha256 from upload
   where storage is not null and storage <> $1 and id > $2 order by id limit $3`,
);

/** Says that a file lies in $3 now, if it is still where it was. */
export const moveUpload = statement<{ id: string }>(
  'upload/move',
  'update upload set storage = $3 where id = $1 and storage = $2 returning id',
);
