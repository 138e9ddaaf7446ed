import type { FastifyReply } from 'fastify';
import { Problem } from '../../../base/problem.ts';
import { referenceOf } from '../../../events/reference.ts';
import { getStaff, type Request, type Route } from '../../route.ts';
import { sendPage } from '../../send-page.ts';
import { type Desk, getVersion } from '../desk.ts';
import { findDeskRecord } from '../record-data.ts';
import { inOrder, loadBoard, readAsked } from './board-data.ts';
import { BoardPage } from './board-page.tsx';
import { boardPath, callListPath } from './board-paths.ts';
import { CallListPage } from './call-list-page.tsx';

/** A sheet holds what a person does in a day. */
const mostCalls = 60;

/** What institutions are asked, across records: for who answers, and for who follows. */
export const boardRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: boardPath,
    access: 'staff',
    perMinute: 120,
    handler: async (request: Request, reply: FastifyReply) => {
      const asked = readAsked(request.query);
      const work = await desk.workOf(getStaff(request));
      const board = await loadBoard(desk, work, asked);
      const context = desk.contextOf(request, reply);
      return sendPage(reply, <BoardPage {...{ context, desk, work, asked, board }} tools={desk.toolsOf(request)} />);
    },
  },
  {
    method: 'GET',
    path: callListPath,
    access: 'staff',
    perMinute: 20,
    handler: async (request: Request, reply: FastifyReply) => {
      const staff = getStaff(request);
      const work = await desk.workOf(staff);
      const { chosen, columns } = await loadBoard(desk, work, { ...readAsked(request.query), page: 1 }, mostCalls);
      if (!chosen) throw new Problem('not-found');
      const tools = desk.toolsOf(request);
      const open = inOrder(columns).filter(({ name }) => !name.startsWith('='));
      const rows = [];
      for (const { id, versionId, dueAt } of open.flatMap((column) => column.rows).slice(0, mostCalls)) {
        const reference = referenceOf(getVersion(work, versionId).referencePrefix, id);
        // oxlint-disable-next-line no-await-in-loop -- each is read as on its own page, and written down
        const opened = await findDeskRecord(desk, reference, staff, tools, 'print');
        if (opened) rows.push({ opened, dueAt });
      }
      const isPartial = open.reduce((sum, { total }) => sum + total, 0) > rows.length;
      return sendPage(
        reply,
        <CallListPage
          {...{ tools, rows, isPartial }}
          context={desk.contextOf(request, reply)}
          kind={chosen}
          name={staff.name[request.locale]}
        />,
      );
    },
  },
];
