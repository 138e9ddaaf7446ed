import { TZDate } from '@date-fns/tz';
import type { Locale } from '../../base/texts.ts';
import type { Queryable } from '../../base/database.ts';
import { countScansSince } from '../../documents/scan-queries.ts';
import type { Parts } from '../parts.ts';
import type { Request } from '../route.ts';
import { checksDocuments } from '../staff/staff-frame.ts';

/** Somebody signed in whose work it is to check documents; of nobody else are checks counted. */
export interface Officer {
  readonly account: string;
  readonly name: Readonly<Record<Locale, string>>;
  /** Documents checked today. */
  readonly today: number;
}

export const officerOf = async (parts: Parts, request: Request): Promise<Officer | undefined> => {
  const staff = await parts.sessions.find(request.cookies);
  if (!staff || !checksDocuments(parts, staff)) return undefined;
  const today = await countChecksToday(parts.database, staff.accountId, parts.world());
  return { account: staff.accountId, name: staff.name, today };
};

/** Documents that this account has checked since midnight in the country. */
export const countChecksToday = (
  database: Queryable,
  accountId: string,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<number> => {
  const midnight = new TZDate(now, timeZone);
  midnight.setHours(0, 0, 0, 0);
  return countScansSince(database, accountId, new Date(+midnight));
};
