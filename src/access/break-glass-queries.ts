import { statement } from '../base/database.ts';

/** Values: record, account. Until when the record is open to the account, which has no right to it; no row: it is not. */
export const findOpenedByException = statement<{ readonly until: Date }>(
  'break-glass/find',
  `select until from break_glass where record_id = $1 and account_id::text = $2 and until > now() order by until desc limit 1`,
);
