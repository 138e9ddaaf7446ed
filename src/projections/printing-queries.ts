import { statement } from '../base/database.ts';

/** The number of a print stands on it before it is made. */
export const nextPrinting = statement<{ id: number }>(
  'printing/next',
  `select nextval(pg_get_serial_sequence('printing', 'id')) as id`,
);
export const insertPrinting = statement(
  'printing/insert',
  'insert into printing (id, record_id, account_id, at, records, sha256) values ($1, $2, $3, $4, $5, $6)',
);
