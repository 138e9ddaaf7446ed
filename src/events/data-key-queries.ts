import { statement } from '../base/database.ts';

export interface DataKeyRow {
  readonly owner: string;
  readonly wrapping: string;
  readonly wrapped: Buffer;
}

export const findDataKeys = statement<DataKeyRow>(
  'data-key/find',
  'select owner, wrapping, wrapped from data_key where owner = any($1::text[])',
);

/** Values: owners, wrappings, wrapped keys. A row that is there already stays: who finds none of its own reads it. */
export const keepDataKeys = statement<{ owner: string }>(
  'data-key/keep',
  `insert into data_key (owner, wrapping, wrapped)
   select * from unnest($1::text[], $2::text[], $3::bytea[])
   on conflict do nothing
   returning owner`,
);

/** The same for records: two that give one its key at the same moment are told so by the unique owner, and one decides again. */
export const keepRecordKeys = statement(
  'data-key/keep-of-records',
  'insert into data_key (owner, wrapping, wrapped) select * from unnest($1::text[], $2::text[], $3::bytea[])',
);

export const dropDataKeys = statement('data-key/drop', 'delete from data_key where owner = any($1::text[])');

/** Keys that another master key than $1 has wrapped: at most $2. */
export const listOtherwiseWrapped = statement<DataKeyRow>(
  'data-key/list-otherwise-wrapped',
  `(select owner, wrapping, wrapped from data_key where wrapping < $1 order by wrapping limit $2)
   union all
   (select owner, wrapping, wrapped from data_key where wrapping > $1 order by wrapping limit $2)
   limit $2`,
);

export interface WrappedCountRow {
  readonly wrapping: string;
  readonly count: number;
}

/** How many keys each master key has wrapped, the newest first. */
export const countWrapped = statement<WrappedCountRow>(
  'data-key/count-wrapped',
  'select wrapping, count(*) as count from data_key group by wrapping order by wrapping desc',
);

/** Values: owners, wrapped keys as they were, wrappings and wrapped keys as they are now. One that has changed meanwhile stays. */
export const rewrapDataKeys = statement<{ owner: string }>(
  'data-key/rewrap',
  `update data_key set wrapping = given.wrapping, wrapped = given.wrapped
   from unnest($1::text[], $2::bytea[], $3::text[], $4::bytea[]) as given(owner, before, wrapping, wrapped)
   where data_key.owner = given.owner and data_key.wrapped = given.before
   returning data_key.owner`,
);
