import { statement } from '../base/database.ts';
import type { StorageName } from '../outside/file-storage.ts';

export const noteInfected = statement(
  'virus-scan/note-infected',
  'insert into infected_file (service, signature, size, was_kept) values ($1, $2, $3, $4)',
);

export const listQuarantined = statement<{
  id: string;
  service: string;
  storage: StorageName;
  size: number;
  sealed: boolean;
}>(
  'virus-scan/list-quarantined',
  `select id, service, storage, size, sealed from upload
   where quarantined_at is not null and storage is not null order by quarantined_at limit $1`,
);

export const letOutOfQuarantine = statement(
  'virus-scan/let-out',
  'update upload set quarantined_at = null where id = $1 and storage is not null',
);

/** What it held goes; that something was found in it stays to be told. */
export const takeOut = statement<{ id: string }>(
  'virus-scan/take-out',
  'update upload set storage = null, preview = null where id = $1 and storage is not null returning id',
);

export interface InfectedFileRow {
  readonly at: Date;
  readonly service: string;
  readonly signature: string;
  readonly size: number;
  readonly wasKept: boolean;
}

/** The latest first. Values: how many. */
export const listInfected = statement<InfectedFileRow>(
  'virus-scan/list-infected',
  `select at, service, signature, size, was_kept as "wasKept" from infected_file order by id desc limit $1`,
);

export const countQuarantined = statement<{ count: number; since: Date | null }>(
  'virus-scan/count-quarantined',
  `select count(*) as count, min(quarantined_at) as since from upload
   where quarantined_at is not null and storage is not null`,
);
