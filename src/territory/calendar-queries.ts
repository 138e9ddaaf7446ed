import { statement } from '../base/database.ts';
import type { CalendarContent } from './calendar.ts';

export const insertCalendar = statement(
  'territory/insert-calendar',
  'insert into calendar (digest, content) values ($1, $2) on conflict (digest) do nothing',
);

export const findCalendarContent = statement<{ content: CalendarContent }>(
  'territory/find-calendar',
  'select content from calendar where digest = $1',
);
