import { statement } from '../../base/database.ts';
import type { TableLayout } from '../../base/table/read-table.ts';
import type { Encoding } from '../../base/table/encoding.ts';

export type ImportStatus = 'receiving' | 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
export type Repeats = 'skip' | 'take';

/** For each column the question, or part of one, that it answers. */
export type Mapping = readonly (string | null)[];

export interface ImportRow {
  readonly id: string;
  readonly service: string;
  readonly account: string;
  readonly role: string;
  readonly institution: string;
  readonly for_account: string | null;
  readonly by_key: boolean;
  readonly locale: string;
  readonly file_name: string;
  readonly digest: Buffer | null;
  readonly size: number;
  readonly encoding: Encoding | null;
  readonly layout: TableLayout | null;
  readonly sheets: readonly string[];
  readonly head: Buffer | null;
  readonly mapping: Mapping | null;
  readonly repeats: Repeats;
  readonly status: ImportStatus;
  readonly fault: { readonly code: string; readonly values?: Readonly<Record<string, string | number>> } | null;
  readonly last_row: number;
  readonly share: number;
  readonly rows_read: number;
  readonly made: number;
  readonly repeated: number;
  readonly wrong: number;
  readonly created_at: Date;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
}

const columns = `id, service, account_id as account, role, institution, for_account, by_key, locale, file_name, digest, size, encoding, layout, sheets,
  head, mapping, repeats, status, fault, last_row, share, rows_read, made, repeated, wrong, created_at, started_at, ended_at`;

/** Values: id, service, account, role, institution, for whom, by a key, language, name of the file. */
export const insertImport = statement(
  'import/insert',
  `insert into import_file (id, service, account_id, role, institution, for_account, by_key, locale, file_name)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const insertChunk = statement(
  'import/insert-chunk',
  'insert into import_chunk (import_id, number, content) values ($1, $2, $3)',
);

/** Values: import, digest, size, encoding. */
export const keepReceived = statement(
  'import/keep-received',
  `update import_file set digest = $2, size = $3, encoding = $4, status = 'waiting' where id = $1 and status = 'receiving'`,
);

/** Values: import, layout, sheets, head. */
export const keepHead = statement(
  'import/keep-head',
  `update import_file set layout = $2, sheets = $3, head = $4 where id = $1 and status = 'waiting'`,
);

export const findImport = statement<ImportRow>('import/find', `select ${columns} from import_file where id = $1`);

/** The latest of an account. */
export const listImports = statement<ImportRow>(
  'import/list',
  `select ${columns} from import_file where account_id = $1 and status <> 'receiving' order by created_at desc limit 20`,
);

/** How many of an account have not been read to the end, and how many bytes they hold. */
export const sumOpenImports = statement<{ count: number; size: number }>(
  'import/sum-open',
  `select count(*) as count, coalesce(sum(size), 0)::bigint as size from import_file
   where account_id = $1 and status in ('receiving', 'waiting', 'running')`,
);

/** Another import of the same file to the same service and institution, the latest: values: import. */
export const findSameFile = statement<ImportRow>(
  'import/find-same',
  `select ${columns} from import_file
   where digest = (select digest from import_file where id = $1) and id <> $1 and status in ('running', 'done')
     and (service, institution) = (select service, institution from import_file where id = $1)
   order by created_at desc limit 1`,
);

/** Values: import, mapping, repeats, language. */
export const startImport = statement<{ id: string }>(
  'import/start',
  `update import_file set mapping = $2, repeats = $3, locale = $4, status = 'running', started_at = now()
   where id = $1 and status = 'waiting' returning id`,
);

/** Values: program, seconds that it may be silent, the largest file in bytes. */
export const claimImport = statement<ImportRow>(
  'import/claim',
  `update import_file set claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
   where id = (
     select id from import_file
     where status = 'running' and (claimed_until is null or claimed_until < now()) and size <= $3
     order by claimed_until nulls first, created_at limit 1
     for update skip locked)
   returning ${columns}`,
);

export const releaseImport = statement(
  'import/release',
  'update import_file set claimed_by = null, claimed_until = null where id = $1 and claimed_by = $2',
);

/** No row: it was cancelled, or another program reads it. Values: import, program, seconds, last row, share, read, made, repeated, wrong. */
export const advanceImport = statement<{ wrong: number }>(
  'import/advance',
  `update import_file set claimed_until = now() + make_interval(secs => $3), last_row = $4, share = greatest(share, $5),
     rows_read = rows_read + $6, made = made + $7, repeated = repeated + $8, wrong = wrong + $9
   where id = $1 and claimed_by = $2 and status = 'running' returning wrong`,
);

/** Values: import, numbers, contents. */
export const insertWrongRows = statement(
  'import/insert-wrong',
  `insert into import_wrong_row (import_id, number, content)
   select $1, * from unnest($2::int[], $3::bytea[]) on conflict do nothing`,
);

/** Values: import, numbers, records. */
export const insertRepeatedRows = statement(
  'import/insert-repeated',
  `insert into import_repeated_row (import_id, number, record_id)
   select $1, * from unnest($2::int[], $3::bigint[]) on conflict do nothing`,
);

export const listRepeatedRows = statement<{ number: number; record_id: number }>(
  'import/list-repeated',
  'select number, record_id from import_repeated_row where import_id = $1 order by number limit 100',
);

/** Values: import, after which number, how many. */
export const listWrongRows = statement<{ number: number; content: Buffer }>(
  'import/list-wrong',
  'select number, content from import_wrong_row where import_id = $1 and number > $2 order by number limit $3',
);

/** What it holds goes with it. Values: import, status, fault. No row: it had ended before. */
export const endImport = statement<{ id: string }>(
  'import/end',
  `with ended as (
     update import_file set status = $2, fault = $3, ended_at = now(), head = null, claimed_by = null, claimed_until = null,
       share = case when $2 = 'done' then 1 else share end
     where id = $1 and status in ('receiving', 'waiting', 'running') returning id
   ), gone as (
     delete from import_chunk using ended where import_chunk.import_id = ended.id
   )
   select id from ended`,
);

export const findChunk = statement<{ content: Buffer }>(
  'import/find-chunk',
  'select content from import_chunk where import_id = $1 and number = $2',
);

export const findMapping = statement<{ mapping: Readonly<Record<string, string>> }>(
  'import/find-mapping',
  'select mapping from import_mapping where account_id = $1 and service = $2',
);

/** Values: account, service, mapping by heading. */
export const keepMapping = statement(
  'import/keep-mapping',
  `insert into import_mapping (account_id, service, mapping) values ($1, $2, $3)
   on conflict (account_id, service) do update set mapping = import_mapping.mapping || excluded.mapping, updated_at = now()`,
);

/** How long, in days: a file that nobody started, rows that were wrong and their file's key, what is known of the import besides. */
export const importDays = { waiting: 3, wrongRows: 14, rest: 365 } as const;

/** Values: days for what waits, days for wrong rows, days for the rest. With the files go the keys of what they said. */
export const sweepImports = statement<{ id: string }>(
  'import/sweep',
  `with left_behind as (
     update import_file set status = 'cancelled', ended_at = now(), head = null
     where status in ('receiving', 'waiting') and created_at < now() - make_interval(days => $1) returning id
   ), chunks as (
     delete from import_chunk using left_behind where import_chunk.import_id = left_behind.id
   ), read_long_ago as (
     select id from import_file where ended_at < now() - make_interval(days => $2)
   ), rows as (
     delete from import_wrong_row using read_long_ago where import_wrong_row.import_id = read_long_ago.id
   ), keys as (
     delete from data_key using read_long_ago where data_key.owner = 'import ' || read_long_ago.id
   ), forgotten as (
     delete from import_mapping where updated_at < now() - make_interval(days => $3)
   )
   delete from import_file where ended_at < now() - make_interval(days => $3) returning id`,
);
