import { statement } from '../base/database.ts';
import type { ReadPlace } from './place-import.ts';

export interface PlaceImportRow {
  readonly id: string;
  readonly at: Date;
  readonly account: string;
  readonly file_name: string;
  readonly digest: string;
  readonly rows: readonly ReadPlace[];
}

/** Values: account, name of the file, digest of the country that it was compared with, rows. */
export const insertPlaceImport = statement<{ id: string }>(
  'place-import/insert',
  'insert into place_import (account, file_name, digest, rows) values ($1, $2, $3, $4) returning id',
);

export const findPlaceImport = statement<PlaceImportRow>(
  'place-import/find',
  'select id, at, account, file_name, digest, rows from place_import where id = $1',
);

export const listPlaceImports = statement<Omit<PlaceImportRow, 'rows' | 'digest'> & { places: number }>(
  'place-import/list',
  'select id, at, account, file_name, jsonb_array_length(rows) as places from place_import order by at desc limit 50',
);

export const countPlaceImports = statement<{ count: number }>(
  'place-import/count',
  'select count(*) as count from place_import',
);

/** Value: the import. */
export const deletePlaceImport = statement<{ id: string }>(
  'place-import/delete',
  'delete from place_import where id = $1 returning id',
);

export const deleteOldPlaceImports = statement(
  'place-import/delete-old',
  `delete from place_import where at < now() - interval '7 days'`,
);
