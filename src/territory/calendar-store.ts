import type { Queryable } from '../base/database.ts';
import type { Calendar } from './calendar.ts';
import { calendarOf } from './calendar-file.ts';
import { findCalendarContent, insertCalendar } from './calendar-queries.ts';

/** Keeps a calendar that deadlines may be counted on from now on, once. */
export const keepCalendar = async (database: Queryable, { digest, content }: Calendar): Promise<void> => {
  await database.run(insertCalendar, [digest, JSON.stringify(content)]);
};

/** The calendar that an event names, however it has been corrected since. */
export const findCalendar = async (database: Queryable, digest: string): Promise<Calendar | undefined> => {
  const [row] = await database.run(findCalendarContent, [digest]);
  return row && calendarOf(row.content);
};
