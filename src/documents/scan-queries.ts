import { type Queryable, statement } from '../base/database.ts';

const since = statement<{ count: number }>(
  'scan/since',
  `select count(*)::int as count
   from document_scan
   where account_id = $1 and at >= $2`,
);

/** How many documents an officer has checked since then, by the clock of the officer's device. */
export const countScansSince = async (database: Queryable, accountId: string, from: Date): Promise<number> =>
  (await database.run(since, [accountId, from]))[0]?.count ?? 0;
