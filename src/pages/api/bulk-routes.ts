import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { type BulkRow, listBulkRecords } from '../../access/bulk/bulk-queries.ts';
import { faultsForAll, questionOf } from '../../access/bulk/bulk-question.ts';
import { findSent, getBulk, numbered, sendBulk, stopBulk } from '../../access/bulk/bulk-runs.ts';
import { judge } from '../../access/bulk/judge.ts';
import type { Reason } from '../../access/bulk/bulk-reasons.ts';
import { canonicalJson } from '../../base/canonical-json.ts';
import { Problem } from '../../base/problem.ts';
import { isTableFormat, tableFormats } from '../../base/table/table-writer.ts';
import { say } from '../../base/texts.ts';
import { bulkParts, findActionOf, holderOf, pickedBy, resultsOf, sayBulkFault } from '../bulk-desk.ts';
import { sendTable } from '../import-files.ts';
import type { Parts } from '../parts.ts';
import { getStaff, type Request, type Route } from '../route.ts';
import { bulkBody, type BulkBody, previewSchema, reasonSchema, runSchema } from './bulk-schemas.ts';
import { longestData } from './longest-data.ts';
import { problemResponses } from './problem-schema.ts';

const listedAtOnce = 1_000;
const params = Type.Object({ id: Type.String({ maxLength: 60 }) });
const tags = ['bulk-actions'];
const security = [{ staff: [] }, { key: [] }];

/** One action on many records, by an institution's own system. */
export const bulkApiRoutes = (parts: Parts): readonly Route[] => {
  const { database, config } = parts;
  const shared = bulkParts(parts);
  const sayReason = ({ code, message }: Reason, { locale }: Request) => ({ code, message: say(locale, message) });

  const json = (row: BulkRow, { locale }: Request) => {
    const fault = sayBulkFault(row);
    return {
      id: row.id,
      service: row.service ?? '',
      action: row.action ?? '',
      status: row.status,
      sent_at: row.created_at.toISOString(),
      records: { chosen: row.chosen, possible: row.possible, done: row.done, refused: row.refused },
      results_url: `${config.url}/api/v1/bulk-actions/${row.id}/results/csv`,
      ...(fault && { problem: { code: row.fault ?? '', message: say(locale, fault) } }),
    };
  };

  const rowOf = (request: Request) =>
    getBulk(database, (request.params as { id: string }).id, getStaff(request).accountId);

  const send = async (request: Request, reply: FastifyReply) => {
    const { service } = request.params as { service: string };
    const { action, records, data = {}, dry_run: isDry = false, key } = request.body as BulkBody;
    if (!parts.catalogue.findKnown(service)) throw new Problem('unknown-service');
    if (!findActionOf(parts, { service, action })) throw new Problem('not-found');
    if (!isDry && key === undefined) throw new Problem('bad-request');
    const holder = holderOf(getStaff(request));
    const digest = parts.secrets.mac('bulk-run', canonicalJson({ service, action, records, data }));
    const before = isDry || key === undefined ? undefined : await findSent(database, holder, { key, digest });
    if (before) return json(before, request);
    const chosen = numbered(
      records.map(({ reference, seen_event: seenEvent }) => ({ ...pickedBy(parts, reference), seenEvent })),
    );
    const judged = await judge(shared, holder, chosen, { service, action });
    const question = await questionOf(shared, holder, judged.samples, action);
    const isAsked = !isDry || (request.body as BulkBody).data !== undefined;
    const errors = question && isAsked ? await faultsForAll(shared, question, data) : [];
    if (errors.length > 0) throw new Problem('invalid-data', { errors });
    if (isDry || key === undefined)
      return {
        service,
        action,
        chosen: chosen.length,
        possible: judged.possible,
        told: judged.told,
        records: judged.all.map(({ reference, status, seen, reason }) => ({
          reference,
          possible: status === 'ready',
          ...(seen !== null && { seen_event: seen }),
          ...(reason && { reason: sayReason(reason, request) }),
        })),
      };
    const { row, isNew } = await sendBulk(shared, holder, { key, digest, service, action, chosen, judged, data });
    if (isNew) {
      parts.wakeBulk();
      reply.code(202);
    }
    return json(row, request);
  };

  const show = async (request: Request) => json(await rowOf(request), request);

  const stop = async (request: Request) => {
    await stopBulk(database, await rowOf(request));
    return show(request);
  };

  const results = async (request: Request) => {
    const row = await rowOf(request);
    const { after = '0' } = request.query as { after?: string };
    const rows = await database.run(listBulkRecords, [row.id, Number(after), listedAtOnce]);
    return {
      records: rows.map(({ reference, status, reason }) => ({
        reference,
        status: status === 'done' ? 'done' : reason ? 'refused' : 'waiting',
        ...(reason && { reason: sayReason(reason, request) }),
      })),
      ...(rows.length === listedAtOnce && { next: rows.at(-1)?.number }),
    };
  };

  const file = async (request: Request, reply: FastifyReply) => {
    const row = await rowOf(request);
    const { format } = request.params as { format: unknown };
    if (!isTableFormat(format)) throw new Problem('not-found');
    return sendTable(reply, format, 'result', resultsOf(parts, row, request.locale));
  };

  const response = { 200: runSchema, ...problemResponses };
  return [
    {
      method: 'POST',
      path: '/api/v1/services/:service/bulk-actions',
      access: 'staff',
      perMinute: 30,
      longestBody: longestData,
      schema: {
        summary: 'Do one action on many records',
        description:
          'With `dry_run` it says on which of them it can be done and why not on the others. Without, it is done in the background, each record as by the action alone and by the rights of that moment; a record that has changed since it was looked at is left alone. Actions that edit, propose, accept or erase answers, or take files, are done record by record.',
        tags,
        security,
        params: Type.Object({ service: Type.String() }),
        body: bulkBody,
        response: { 200: Type.Union([runSchema, previewSchema]), 202: runSchema, ...problemResponses },
      },
      handler: send,
    },
    {
      method: 'GET',
      path: '/api/v1/bulk-actions/:id',
      access: 'staff',
      schema: { summary: 'How far an action on many records has come', tags, security, params, response },
      handler: show,
    },
    {
      method: 'GET',
      path: '/api/v1/bulk-actions/:id/results',
      access: 'staff',
      schema: {
        summary: 'What became of each record',
        tags,
        security,
        params,
        querystring: Type.Object({
          after: Type.Optional(Type.String({ pattern: '^[0-9]{1,7}$', description: '`next` of the part before' })),
        }),
        response: {
          200: Type.Object({
            records: Type.Array(
              Type.Object({
                reference: Type.String(),
                status: Type.Enum(['waiting', 'done', 'refused']),
                reason: Type.Optional(reasonSchema),
              }),
            ),
            next: Type.Optional(Type.Integer()),
          }),
          ...problemResponses,
        },
      },
      handler: results,
    },
    {
      method: 'GET',
      path: '/api/v1/bulk-actions/:id/results/:format',
      access: 'staff',
      schema: {
        summary: 'What became of each record, as a file',
        tags,
        security,
        params: Type.Object({ ...params.properties, format: Type.Enum([...tableFormats]) }),
        response: problemResponses,
      },
      handler: file,
    },
    {
      method: 'POST',
      path: '/api/v1/bulk-actions/:id/stop',
      access: 'staff',
      schema: {
        summary: 'Do no more of it',
        description: 'What was done stays done.',
        tags,
        security,
        params,
        response,
      },
      handler: stop,
    },
  ];
};
