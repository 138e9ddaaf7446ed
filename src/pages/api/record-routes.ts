import { Type } from 'typebox';
import type { ReadingWay } from '../../access/readings.ts';
import { Problem } from '../../base/problem.ts';
import { listDocuments } from '../../documents/document-queries.ts';
import { act } from '../../events/engine.ts';
import { refuseByAgreement } from '../agreement-hint.ts';
import type { Parts } from '../parts.ts';
import { openAsStaff, openBySecret, type OpenedRecord, reopen } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { findCaller } from './bearer.ts';
import { longestData } from './longest-data.ts';
import { problemResponses } from './problem-schema.ts';
import { recordJson } from './record-json.ts';

const params = Type.Object({ reference: Type.String(), action: Type.Optional(Type.String()) });
const security = [{ staff: [] }, { secret: [] }];
const anyObject = Type.Object({}, { additionalProperties: true });

/** Opens the record for who proves to be its applicant (secret) or a civil servant (session). */
export const openForCaller = async (
  parts: Parts,
  request: Request,
  way: ReadingWay | 'nothing',
): Promise<OpenedRecord> => {
  const { reference } = request.params as { reference: string };
  const secret = request.headers['x-record-secret'];
  if (typeof secret === 'string') return openBySecret(parts, request.ip, reference, secret);
  const staff = await findCaller(parts, request);
  if (!staff) throw new Problem('sign-in-required');
  return openAsStaff(parts, reference, staff, way).catch((error: unknown) =>
    refuseByAgreement(parts, reference, staff, error),
  );
};

const answer = async (parts: Parts, opened: OpenedRecord, request: Request) =>
  recordJson(parts, opened, request.locale, await listDocuments(parts.database, opened.record));

export const recordRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/v1/records/:reference',
    access: 'public',
    schema: {
      summary: 'Read a record',
      tags: ['records'],
      security,
      params,
      response: { 200: anyObject, ...problemResponses },
    },
    handler: async (request) => answer(parts, await openForCaller(parts, request, 'api'), request),
  },
  {
    method: 'POST',
    path: '/api/v1/records/:reference/actions/:action',
    access: 'public',
    longestBody: longestData,
    schema: {
      summary: 'Do an action on a record',
      description:
        'Answers with the record as it is then. Where the action ends what the caller may see of it: only `reference`, `service` and `visible: false`.',
      tags: ['records'],
      security,
      params,
      body: Type.Object(
        {
          data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
          seen_event: Type.Optional(
            Type.Integer({
              description: 'Number of the last event that was seen: refused when something happened since.',
            }),
          ),
        },
        { additionalProperties: false },
      ),
      response: { 200: anyObject, ...problemResponses },
    },
    handler: async (request) => {
      const opened = await openForCaller(parts, request, 'nothing');
      const { action } = request.params as { action: string };
      const { data = {}, seen_event: seenEvent } = (request.body ?? {}) as {
        data?: Record<string, unknown>;
        seen_event?: number;
      };
      const done = await act(parts.engine, {
        recordId: opened.record.id,
        action,
        candidate: opened.candidate,
        actor: opened.actorOf(opened.service.actions.get(action)),
        sent: data,
        ...(seenEvent !== undefined && { seenEvent }),
      });
      if (opened.candidate.kind === 'applicant') return answer(parts, reopen(opened, done), request);
      // Who has answered what was asked of an institution, or handed the record over, may see less of it now, or nothing.
      try {
        return await answer(parts, await openForCaller(parts, request, 'api'), request);
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'unknown-record')) throw error;
        return { reference: opened.reference, service: opened.service.id, visible: false };
      }
    },
  },
];
