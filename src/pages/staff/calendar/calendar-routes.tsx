import type { FastifyReply } from 'fastify';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { Circle } from '../../../projections/due.ts';
import { usesAssignees } from '../../../record/nouns/assignment.ts';
import type { Desk, Work } from '../desk.ts';
import { loadCalendar } from './calendar-data.ts';
import { CalendarPage } from './calendar-page.tsx';
import { calendarPath, readCalendarQuery } from './calendar-query.ts';

/** One's own where anything can be in one's charge or is asked of one; else that of the institution. */
const firstCircle = ({ scope, versions }: Work): Circle =>
  scope.asked.some(({ answers }) => answers) ||
  versions.some(
    ({ versionId, service }) => usesAssignees(service) && scope.duties.some((duty) => duty.version === versionId),
  )
    ? 'me'
    : 'institution';

/** What is due, when, for whom. */
export const calendarRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: calendarPath,
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const work = await desk.workOf(getStaff(request));
      const calendar = await loadCalendar(desk, work, readCalendarQuery(request.query, firstCircle(work)));
      return sendPage(
        reply,
        <CalendarPage
          context={desk.contextOf(request, reply)}
          desk={desk}
          calendar={calendar}
          tools={desk.toolsOf(request)}
        />,
      );
    },
  },
];
