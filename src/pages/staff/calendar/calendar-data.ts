import { type AbsenceRow, listAbsencesAt } from '../../../access/absence-queries.ts';
import { mayOpenCampaigns } from '../../../access/campaign-access.ts';
import { institutionsIn } from '../../../access/scope.ts';
import { addDays, dayOf, startOfDay } from '../../../base/calendar-day.ts';
import type { Text } from '../../../base/texts.ts';
import { listCampaignsDue } from '../../../intake/campaign-queries.ts';
import { type Circle, circles, countDueIn, institutionsOf, listDueIn, scopeWithin } from '../../../projections/due.ts';
import type { DueRow } from '../../../projections/due-queries.ts';
import { campaignPath } from '../campaign-pages.tsx';
import type { Desk, Work } from '../desk.ts';
import { namesOfAccounts } from '../record-data.ts';
import { type CalendarQuery, monthAfter } from './calendar-query.ts';

export interface CalendarDay {
  /** As 2026-12-03. */
  readonly day: string;
  readonly holiday: Text | undefined;
  /** Offices open. */
  readonly isWorking: boolean;
  readonly count: number;
  readonly rows: readonly DueRow[];
  readonly away: readonly AbsenceRow[];
  readonly campaigns: readonly { readonly href: string; readonly title: Text }[];
}

/** A calendar as its page shows it. */
export interface CalendarData {
  readonly query: CalendarQuery;
  readonly work: Work;
  /** Those that tell the reader something of their own. */
  readonly circles: readonly Circle[];
  readonly today: string;
  readonly month: string;
  readonly overdue: { readonly count: number; readonly rows: readonly DueRow[] };
  readonly days: readonly CalendarDay[];
  /** Of who is in charge, by account. */
  readonly names: ReadonlyMap<string, Text>;
}

const shownOfDay = 10;
const shownOverdue = 20;
export const pageSize = 100;

const circlesOf = (desk: Desk, { staff, scope }: Work): readonly Circle[] => {
  const { covers, territory } = desk.parts;
  const seen = institutionsIn(scope);
  const reach = (circle: Circle) =>
    new Set(
      (institutionsOf(circle, staff.grants, territory.institutionCodes, covers) ?? [...seen]).filter((code) =>
        seen.has(code),
      ),
    ).size;
  return circles.filter(
    (circle) =>
      circle === 'me' ||
      circle === 'institution' ||
      (circle === 'below' ? reach('below') > reach('institution') : seen.size > reach('below')),
  );
};

export const loadCalendar = async (desk: Desk, work: Work, query: CalendarQuery): Promise<CalendarData> => {
  const { parts } = desk;
  const { database, covers, territory } = parts;
  const { calendar } = parts.engine;
  const { now, timeZone } = parts.world();
  const today = dayOf(now, timeZone);
  const { circle } = query;
  const institutions = institutionsOf(circle, work.staff.grants, territory.institutionCodes, covers);
  const scope = scopeWithin(work.scope, institutions);
  const near =
    institutions ??
    institutionsOf(circle === 'all' ? 'below' : 'institution', work.staff.grants, territory.institutionCodes, covers);
  const month = query.month === '' ? today.slice(0, 7) : query.month;

  const range = rangeOf(query, today, month);
  const at = (day: string): Date => startOfDay(day, timeZone);
  const [from, until] = [at(range.from), at(addDays(range.to, 1))];
  const wanted = { scope, circle };
  const late = { from: '-infinity', until: now } as const;
  // What has passed today is overdue already.
  const stretchOf = (day: string) => ({
    from: day === today && query.view === 'days' ? now : at(day),
    until: at(addDays(day, 1)),
  });
  const listDay = (day: string) =>
    listDueIn(
      database,
      wanted,
      stretchOf(day),
      query.view === 'list' ? { offset: (query.page - 1) * pageSize, limit: pageSize } : { limit: shownOfDay },
    );
  const isOverdueList = query.day === 'overdue';
  const dayNames = query.view === 'days' ? daysFrom(range.from, 7) : query.view === 'list' ? [range.from] : [];

  const days = isOverdueList ? [] : query.view === 'month' ? daysFrom(range.from, daysIn(month)) : dayNames;

  const [[overdueCount = 0, ...counts], overdueRows, away, campaigns, ...listed] = await Promise.all([
    countDueIn(database, wanted, [late, ...days.map(stretchOf)]),
    query.view === 'month' || (query.view === 'list' && !isOverdueList)
      ? []
      : listDueIn(
          database,
          wanted,
          late,
          isOverdueList ? { offset: (query.page - 1) * pageSize, limit: pageSize } : { limit: shownOverdue },
        ),
    database.run(listAbsencesAt, [near, from, until]),
    campaignsDue(desk, work, range),
    ...(isOverdueList ? [] : dayNames.map(listDay)),
  ]);
  const rowsOf = new Map(dayNames.map((day, index) => [day, listed[index] ?? []]));
  const lists = [overdueRows, ...listed];
  return {
    query,
    work,
    circles: circlesOf(desk, work),
    today,
    month,
    overdue: { count: overdueCount, rows: overdueRows },
    days: days.map((day, index) => ({
      day,
      holiday: calendar.holidayOn(day),
      isWorking: calendar.openOn(day).length > 0,
      count: counts[index] ?? 0,
      rows: rowsOf.get(day) ?? [],
      away: away.filter(({ validFrom, validUntil }) => validFrom < at(addDays(day, 1)) && validUntil > at(day)),
      campaigns: campaigns.filter(({ dueOn }) => dueOn === day),
    })),
    names: await namesOfAccounts(
      desk,
      lists.flat().flatMap(({ assignee }) => assignee ?? []),
    ),
  };
};

const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index));

const daysIn = (month: string): number =>
  (Date.parse(`${monthAfter(month, 1)}-01`) - Date.parse(`${month}-01`)) / 86_400_000;

const rangeOf = ({ view, day }: CalendarQuery, today: string, month: string) => {
  switch (view) {
    case 'days':
      return { from: today, to: addDays(today, 6) };
    case 'month':
      return { from: `${month}-01`, to: addDays(`${monthAfter(month, 1)}-01`, -1) };
    case 'list':
      return day === 'overdue' ? { from: today, to: today } : { from: day, to: day };
  }
};

/** Rounds of surveys that end in that time, for those who open and follow them. */
const campaignsDue = async (
  { parts }: Desk,
  { staff }: Work,
  { from, to }: { readonly from: string; readonly to: string },
) => {
  const own = parts.catalogue.known.filter(({ service }) => mayOpenCampaigns(staff, service, parts.covers));
  if (own.length === 0) return [];
  const titles = new Map(own.map(({ service }) => [service.id, service.texts.title]));
  const rows = await parts.database.run(listCampaignsDue, [[...titles.keys()], from, to]);
  return rows.flatMap(({ id, service, dueOn }) => {
    const title = titles.get(service);
    return title ? [{ dueOn, title, href: campaignPath(service, id) }] : [];
  });
};
