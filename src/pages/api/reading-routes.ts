import { Type } from 'typebox';
import { listReadings, openFor, openingReasons } from '../../access/readings.ts';
import { Problem } from '../../base/problem.ts';
import { listDocuments } from '../../documents/document-queries.ts';
import { openSensitive } from '../open-sensitive.ts';
import type { Parts } from '../parts.ts';
import { readingsJson } from '../readings.tsx';
import type { Request, Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';
import { recordJson } from './record-json.ts';
import { openForCaller } from './record-routes.ts';

const params = Type.Object({ reference: Type.String() });
const anyObject = Type.Object({}, { additionalProperties: true });

/** Who has read a record; and opening what is sensitive in it. */
export const readingRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/v1/records/:reference/readings',
    access: 'public',
    schema: {
      summary: 'Who has read a record',
      description:
        'For its applicant, and for who oversees the service: by day, institution, role, purpose and way, the latest first. A reading stands here a second after it.',
      tags: ['records'],
      security: [{ staff: [] }, { secret: [] }],
      params,
      response: { 200: anyObject, ...problemResponses },
    },
    handler: async (request: Request) => {
      const opened = await openForCaller(parts, request, 'nothing');
      if (opened.candidate.kind === 'account' && !opened.readAs?.oversees) throw new Problem('not-allowed');
      const world = parts.world();
      const readings = await listReadings(parts.database, opened.record.id, world.timeZone);
      const tools = { locale: request.locale, world, territory: parts.territory };
      return { reference: opened.reference, readings: readingsJson({ service: opened.service, readings, tools }) };
    },
  },
  {
    method: 'POST',
    path: '/api/v1/records/:reference/openings',
    access: 'public',
    perMinute: 60,
    schema: {
      summary: 'Open the sensitive answers of a record',
      description: `For civil servants: the answers named in \`closed\` are in \`data\` from then on, for ${openFor / 60_000} minutes. It is recorded with the reason, and the applicant sees it.`,
      tags: ['records'],
      security: [{ staff: [] }],
      params,
      body: Type.Object(
        { reason: Type.Enum([...openingReasons], { description: 'What they are opened for.' }) },
        { additionalProperties: false },
      ),
      response: { 200: anyObject, ...problemResponses },
    },
    handler: async (request: Request) => {
      const closed = await openForCaller(parts, request, 'nothing');
      const { reason } = request.body as { reason: (typeof openingReasons)[number] };
      await openSensitive(parts, closed, reason);
      const opened = await openForCaller(parts, request, 'api');
      return recordJson(parts, opened, request.locale, await listDocuments(parts.database, opened.record));
    },
  },
];
