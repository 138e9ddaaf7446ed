import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { directionOf, say } from '../../base/texts.ts';
import type { Cell } from '../../base/table/cell.ts';
import { isTableFormat, tableFormats } from '../../base/table/table-writer.ts';
import { findCaller } from '../api/bearer.ts';
import { problemResponses } from '../api/problem-schema.ts';
import { sendTable } from '../import-files.ts';
import { textOf } from '../http/inputs.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import type { Desk } from './desk.ts';
import { columnsOf } from './export-columns.ts';
import { readList } from './export-rows.ts';
import { exportTexts as texts } from './export-texts.ts';
import { getAsked } from './kept-search.ts';
import { hasWorklist } from './staff-frame.ts';
import { chosenService } from './worklist-data.ts';
import { readWorklistQuery } from './worklist-query.ts';

/** A list as a file: what its page shows with the same filters, whole. */
export const exportRoutes = (desk: Desk): readonly Route[] => {
  const { parts } = desk;

  const send = async (request: Request, reply: FastifyReply) => {
    const staff = getStaff(request);
    const { format } = request.params as { format: unknown };
    if (!isTableFormat(format)) throw new Problem('not-found');
    if (!hasWorklist(parts, staff)) throw new Problem('not-allowed');
    // Without what it looks for it would be the file of another list.
    if (textOf(request.query, 'q') !== '')
      throw new Problem('invalid-data', { errors: [{ path: 'q', code: 'not-in-addresses', message: texts.notHere }] });
    const query = { ...(await getAsked(desk, staff, readWorklistQuery(request.query))), after: '', before: '' };
    const { service } = chosenService(desk, await desk.workOf(staff), query);
    const columns = columnsOf(desk, service, desk.toolsOf(request));
    const isApi = request.url.startsWith('/api/');
    const staffNow = () => (isApi ? findCaller(parts, request) : parts.sessions.findNow(request.cookies));
    return sendTable(reply, format, service?.id ?? 'records', {
      title: service?.texts.title[request.locale] ?? say(request.locale, texts.title),
      isRightToLeft: directionOf(request.locale) === 'rtl',
      headings: columns.map(({ heading }) => heading),
      rows: rows(),
    });

    async function* rows(): AsyncGenerator<readonly (readonly Cell[])[]> {
      try {
        yield* readList(desk, query, staffNow, (row, work) => columns.map(({ cell }) => cell(row, work)));
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
        // Nobody takes a part for the whole.
        yield [[say(request.locale, texts.broken)]];
      }
    }
  };

  const params = Type.Object({ format: Type.Enum([...tableFormats]) });
  const text = Type.Optional(Type.String({ maxLength: 120 }));
  const longText = Type.Optional(Type.String({ maxLength: 600 }));
  return [
    { method: 'GET', path: '/staff/export/:format', access: 'staff', perMinute: 10, handler: send },
    {
      method: 'GET',
      path: '/api/v1/exports/:format',
      access: 'staff',
      perMinute: 10,
      schema: {
        summary: 'The records that one sees, as a file',
        description:
          'The worklist with the filters of its page, streamed, the newest first. Sensitive answers are left out; each record given is on record as read. Where the right ends on the way, the last row says so.',
        tags: ['records'],
        security: [{ staff: [] }, { key: [] }],
        params,
        querystring: Type.Object(
          {
            view: text,
            service: text,
            state: text,
            search: text,
            where: longText,
            field: text,
            place: text,
            lang: text,
          },
          { additionalProperties: true },
        ),
        response: problemResponses,
      },
      handler: send,
    },
  ];
};
