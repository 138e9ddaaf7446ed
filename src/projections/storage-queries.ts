import { statement } from '../base/database.ts';

export interface TableSizeRow {
  readonly name: string;
  readonly bytes: number;
  /** As the database last estimated it; -1 before it ever did. */
  readonly rows: number;
  readonly comment: string | null;
}

/** The tables that take most, with their indexes. Values: how many. */
export const listTableSizes = statement<TableSizeRow>(
  'storage/list-table-sizes',
  `select relname as name, pg_total_relation_size(oid) as bytes, reltuples::bigint as rows, obj_description(oid, 'pg_class') as comment
   from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
   order by bytes desc, name limit $1`,
);

export const measureDatabase = statement<{ bytes: number }>(
  'storage/measure-database',
  'select pg_database_size(current_database()) as bytes',
);
