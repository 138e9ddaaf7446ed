import type { FastifyReply } from 'fastify';
import type { ReadingWay } from '../../access/readings.ts';
import { mayAnswerTask } from '../../access/record-access.ts';
import { seesBasket, seesTask } from '../../access/sight.ts';
import { Problem } from '../../base/problem.ts';
import { getState } from '../../definition/service.ts';
import type { WorkPlace } from '../../projections/worklist.ts';
import { isUrgent } from '../../record/nouns/priority.ts';
import { isEscalated, openTasks } from '../../record/nouns/tasks.ts';
import { renderDocumentPdf, sendPdf } from '../document-pdf.ts';
import { sendFile, sendPreview } from '../record-files.ts';
import { countNews } from './news/unread.ts';
import { markRecordRead } from '../../reactions/news/news-queries.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { sendPage } from '../send-page.ts';
import type { Desk } from './desk.ts';
import { readDone } from './done.ts';
import { findAsked } from './kept-search.ts';
import { sendNoRecord } from './no-record-page.tsx';
import { type DeskRecord, findDeskRecord, loadExtras } from './record-data.ts';
import { clockOf } from './record-now.tsx';
import { RecordPage } from './record-page.tsx';
import { RecordThenPage } from './record-then-page.tsx';
import { findNextReference } from './worklist-data.ts';
import { listParameter, readList, readWorklistQuery, worklistHref, type WorklistQuery } from './worklist-query.ts';

/** The record that an address names, or undefined. */
export const openFrom = (
  desk: Desk,
  request: Request,
  way: ReadingWay | 'nothing' = 'page',
): Promise<DeskRecord | undefined> =>
  findDeskRecord(
    desk,
    (request.params as { reference: string }).reference,
    getStaff(request),
    desk.toolsOf(request),
    way,
  );

/** Where a record stands in the order of this person's work: by its own deadline, or by that of what is asked of an institution. */
const placeOf = ({ parts: { covers } }: Desk, { record, service, staff }: DeskRecord): WorkPlace => {
  const { id } = record;
  const { meaning } = getState(service, record.state);
  const urgent = isUrgent(service, record);
  if (meaning === 'open' && seesBasket(staff, service, record, covers)) return { ...clockOf({ record }), urgent, id };
  const asked = openTasks(record).filter((task) => seesTask(staff, service, record, task, covers));
  const orderOf = (task: (typeof asked)[number]) =>
    Number(!mayAnswerTask(staff, service, record, task, covers)) * 2 + Number(!isEscalated(task));
  const [first] = asked.toSorted((a, b) => orderOf(a) - orderOf(b) || +(a.dueAt ?? Infinity) - +(b.dueAt ?? Infinity));
  return { escalated: first !== undefined && isEscalated(first), urgent, dueAt: first?.dueAt ?? null, id };
};

/** The address of the record that comes after this one in the list; of the list when none is left. */
export const nextHref = async (
  desk: Desk,
  opened: DeskRecord,
  list: WorklistQuery,
  more: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const asked = await findAsked(desk, opened.staff, list);
  const work = await desk.workOf(opened.staff);
  const reference = await findNextReference(desk, work, asked ?? { ...list, search: '' }, placeOf(desk, opened));
  if (reference !== undefined) return `/staff/records/${reference}${listParameter(list, more)}`;
  const href = worklistHref(list, {});
  const parameters = new URLSearchParams({ ...more, left: '0' });
  return `${href}${href.includes('?') ? '&' : '?'}${parameters}`;
};

export const recordRoutes = (desk: Desk): readonly Route[] => [
  {
    method: 'GET',
    path: '/staff/records/:reference',
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request);
      if (!opened) return sendNoRecord(desk, request, reply);
      const extras = await loadExtras(desk, opened);
      const { accountId } = getStaff(request);
      const read = await desk.parts.database.run(markRecordRead, [accountId, opened.record.id]);
      if (read.length > 0) await countNews(desk, request);
      return sendPage(
        reply,
        <RecordPage
          context={desk.contextOf(request, reply)}
          csrfToken={reply.generateCsrf()}
          desk={desk}
          opened={opened}
          extras={extras}
          list={readList(request.query)}
          done={readDone(desk, request)}
        />,
      );
    },
  },
  {
    method: 'GET',
    path: '/staff/records/:reference/then/:event',
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request);
      if (!opened) return sendNoRecord(desk, request, reply);
      const { event } = request.params as { event: string };
      const number = /^[1-9]\d{0,8}$/.test(event) ? Number(event) : 0;
      if (number < 1 || number > opened.events.length) throw new Problem('not-found');
      return sendPage(
        reply,
        <RecordThenPage context={desk.contextOf(request, reply)} desk={desk} opened={opened} event={number} />,
      );
    },
  },
  {
    method: 'GET',
    path: '/staff/records/:reference/next',
    access: 'staff',
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request, 'nothing');
      if (!opened) return sendNoRecord(desk, request, reply);
      return reply.redirect(await nextHref(desk, opened, readList(request.query) ?? readWorklistQuery({})), 303);
    },
  },
  {
    method: 'GET',
    path: '/staff/records/:reference/documents/:file',
    access: 'staff',
    perMinute: 120,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request, 'document');
      if (!opened) throw new Problem('not-found');
      return sendPdf(
        reply,
        await renderDocumentPdf(desk.parts, opened, (request.params as { file: string }).file),
        opened.reference,
      );
    },
  },
  {
    method: 'GET',
    path: '/staff/records/:reference/files/:file',
    access: 'staff',
    perMinute: 240,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await openFrom(desk, request, 'file');
      if (!opened) throw new Problem('not-found');
      return sendFile(desk.parts, opened, (request.params as { file: string }).file, reply);
    },
  },
  {
    method: 'GET',
    path: '/staff/records/:reference/files/:file/preview',
    access: 'staff',
    perMinute: 480,
    handler: async (request: Request, reply: FastifyReply) => {
      // Whoever sees it reads something of the record, on its page or not.
      const opened = await openFrom(desk, request, 'page');
      if (!opened) throw new Problem('not-found');
      return sendPreview(desk.parts, opened, (request.params as { file: string }).file, reply);
    },
  },
];
