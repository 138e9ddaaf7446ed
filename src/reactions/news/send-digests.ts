import type { Covers } from '../../access/grant.ts';
import { listGrantsOfOpen } from '../../access/grant-queries.ts';
import { kindsOf, scopeOf, scopeParameter, type ServiceVersion } from '../../access/scope.ts';
import { mailAccount } from '../../access/account-mail.ts';
import { dayOf } from '../../base/calendar-day.ts';
import type { Database } from '../../base/database.ts';
import { referenceOf } from '../../events/reference.ts';
import type { Calendar } from '../../territory/calendar.ts';
import {
  type DueDigestRow,
  findDailyDue,
  findEscalatedDue,
  listUnmailed,
  lockSettings,
  markMailed,
  type UnmailedRow,
} from './news-queries.ts';

export interface DigestParts {
  readonly database: Database;
  readonly covers: Covers;
  readonly listVersions: () => Promise<readonly ServiceVersion[]>;
  readonly institutions: () => readonly string[];
  readonly calendar: Calendar;
  readonly timeZone: string;
  /** There may be something to deliver. */
  readonly afterWrite: () => void;
}

const noon = 12;
const mostLines = 20;

const hourOf = (now: Date, timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hour12: false }).format(now));

/**
 * The daily e-mail, on working days and in the morning only: what was missed then is in the next one; and at once, for those who
 * want it, that something was escalated. Each is put into the outbox in the transaction that notes it, with the person's
 * settings locked, so that it is sent once by however many programs and after whatever stop. Gives how many people were looked at.
 */
export const sendDigests = async (parts: DigestParts, now: Date): Promise<number> => {
  const { database, calendar, timeZone } = parts;
  const today = dayOf(now, timeZone);
  const hour = hourOf(now, timeZone);
  const isTime = hour < noon && calendar.openOn(today).length > 0;
  const daily = isTime ? await database.run(findDailyDue, [hour, today]) : [];
  const escalated = await database.run(findEscalatedDue);
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  for (const due of daily) await sendOne(parts, due, today).catch(failed);
  for (const due of escalated) await sendOne(parts, due, undefined).catch(failed);
  if (daily.length + escalated.length > 0) parts.afterWrite();
  if (failures.length > 0) throw failures[0];
  return daily.length + escalated.length;
};

/** @param today undefined: only what was escalated. */
const sendOne = (
  { database, covers, listVersions, institutions }: DigestParts,
  { account, locale }: DueDigestRow,
  today: string | undefined,
): Promise<void> =>
  database.transaction(async (transaction) => {
    const [settings] = await transaction.run(lockSettings, [account]);
    const isSettled =
      today === undefined
        ? settings?.mail !== 'escalations'
        : settings?.mail !== 'daily' || (settings.digestedOn !== null && settings.digestedOn >= today);
    if (!settings || isSettled) return;
    const [held] = await transaction.run(listGrantsOfOpen, [account]);
    const staff = { accountId: account, grants: held?.grants ?? [] };
    const versions = await listVersions();
    const scope = scopeOf(staff, versions, kindsOf(staff, versions, institutions(), covers));
    const kind = today === undefined ? 'escalated' : null;
    const rows = await transaction.run(listUnmailed, [scopeParameter(scope), account, settings.unmailed, kind]);
    const records = rows.filter(({ recordId }) => recordId !== null);
    if (records.length > 0) {
      const of = new Map(versions.map(({ versionId, service }) => [versionId, service]));
      const lines = records.slice(0, mostLines).flatMap(({ recordId, versionId, count }: UnmailedRow) => {
        const service = versionId === null ? undefined : of.get(versionId);
        if (!service || recordId === null) return [];
        const shown = `${referenceOf(service.referencePrefix, recordId)} – ${service.texts.title[locale]}`;
        return [count > 1 ? `${shown} (${count})` : shown];
      });
      await mailAccount(transaction, account, kind === null ? 'account/news' : 'account/escalated', {
        lines: lines.join('\n'),
        records: String(records.length),
      });
    }
    await transaction.run(markMailed, [account, today ?? null, kind]);
  });
