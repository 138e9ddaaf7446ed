import type { FastifyReply } from 'fastify';
import { hasRole } from '../../access/grant.ts';
import { textOf } from '../http/inputs.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { Desk } from './desk.ts';
import { readDone } from './done.ts';
import { findAsked } from './kept-search.ts';
import { sendHome } from './home-routes.tsx';
import { servicesPath } from './services/list-page.tsx';
import { publisherRole } from './services/publisher.ts';
import { hasWorklist } from './staff-frame.ts';
import { loadWorklist } from './worklist-data.ts';
import { WorklistPage } from './worklist-page.tsx';
import { readWorklistQuery } from './worklist-query.ts';

/** The first page after signing in: the worklist, or what somebody without one has to do. */
export const worklistRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/staff',
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const staff = getStaff(request);
      if (!hasWorklist(desk.parts, staff))
        return hasRole(staff, [publisherRole]) ? reply.redirect(servicesPath, 303) : sendHome(desk, request, reply);
      const work = await desk.workOf(staff);
      const query = readWorklistQuery(request.query);
      const tools = desk.toolsOf(request);
      const asked = await findAsked(desk, staff, query);
      const list = await loadWorklist(desk, work, asked ?? { ...query, search: '' });
      return sendPage(
        reply,
        <WorklistPage
          context={desk.contextOf(request, reply)}
          csrfToken={reply.generateCsrf()}
          desk={desk}
          list={list}
          tools={tools}
          isSearchGone={!asked}
          done={readDone(desk, request)}
          isLast={textOf(request.query, 'left') === '0'}
          isGone={textOf(request.query, 'gone') === '1'}
        />,
      );
    },
  },
];
