import type { FastifyReply } from 'fastify';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import type { Desk } from '../desk.ts';
import { loadCalendar } from './calendar-data.ts';
import { CalendarPage } from './calendar-page.tsx';
import { calendarPath, readCalendarQuery } from './calendar-query.ts';

/** What is due, when, for whom. */
export const calendarRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: calendarPath,
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const work = await desk.workOf(getStaff(request));
      const calendar = await loadCalendar(desk, work, readCalendarQuery(request.query));
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
