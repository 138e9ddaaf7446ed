import type { Config } from '../base/config.ts';
import type { Queryable } from '../base/database.ts';
import type { Calendar } from '../territory/calendar.ts';
import { calendarOf, loadCalendar } from '../territory/calendar-file.ts';
import { foldCalendar } from '../territory/country-change.ts';
import { listCountryChanges } from '../territory/country-change-queries.ts';
import type { Country } from '../territory/country.ts';

/** The calendar as it is now: that of the country's folder, with what administrators have changed since. */
export const readCalendarNow = async (
  database: Queryable,
  { countryFolder }: Pick<Config, 'countryFolder'>,
  { timeZone }: Pick<Country, 'timeZone'>,
): Promise<Calendar> => {
  const { content } = loadCalendar(countryFolder, timeZone);
  return calendarOf(foldCalendar(content, await database.run(listCountryChanges)));
};
