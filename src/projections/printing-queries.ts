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

export interface PrintingRow {
  readonly id: number;
  readonly account: string;
  readonly at: Date;
  /** How many records it shows. */
  readonly records: number;
  readonly sha256: Buffer;
}

const columns = 'printing.id, printing.account_id as account, printing.at, printing.records, printing.sha256';

/** A print, with the record that it is of. */
export const findPrinting = statement<PrintingRow & { readonly recordId: number; readonly versionId: number }>(
  'printing/find',
  `select ${columns}, record.id as "recordId", record.service_version as "versionId"
   from printing join record on record.id = printing.record_id where printing.id = $1`,
);
/** The prints of a record, the newest first: so many at most. */
export const listPrintings = statement<PrintingRow>(
  'printing/list',
  `select ${columns} from printing where record_id = $1 order by at desc, id desc limit $2`,
);
