import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { listDocuments } from '../../documents/document-queries.ts';
import { changeConsent } from '../../events/engine.ts';
import type { Parts } from '../parts.ts';
import { openBySecret, reopen } from '../record-access.ts';
import type { Request, Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';
import { recordJson } from './record-json.ts';

const params = Type.Object({ reference: Type.String(), purpose: Type.String({ maxLength: 60 }) });
const consent = Type.Object(
  {
    language: Type.String({ description: 'The language in which the text was read' }),
    wording: Type.Optional(Type.String({ description: 'SHA-256 of the text that was read, in hexadecimal' })),
  },
  { additionalProperties: false },
);

/** Giving a consent and taking it back by the secret of the request: nobody else may, whatever the role. */
export const consentApiRoutes = (parts: Parts): readonly Route[] => {
  const change = async (request: Request, given: unknown) => {
    const { reference, purpose } = request.params as { reference: string; purpose: string };
    const secret = request.headers['x-record-secret'];
    if (typeof secret !== 'string') throw new Problem('unknown-record');
    const opened = await openBySecret(parts, request.ip, reference, secret);
    const done = await changeConsent(parts.engine, {
      recordId: opened.record.id,
      purpose,
      consent: given,
      channel: 'api',
    });
    return recordJson(parts, reopen(opened, done), request.locale, await listDocuments(parts.database, done.record));
  };
  const common = { tags: ['consents'], security: [{ secret: [] }], params };
  const response = { 200: Type.Object({}, { additionalProperties: true }), ...problemResponses };
  return [
    {
      method: 'POST',
      path: '/api/v1/records/:reference/consents/:purpose',
      access: 'public',
      schema: { summary: 'Give a consent', ...common, body: consent, response },
      handler: (request) => change(request, request.body),
    },
    {
      method: 'DELETE',
      path: '/api/v1/records/:reference/consents/:purpose',
      access: 'public',
      schema: { summary: 'Withdraw a consent, with effect from this moment', ...common, response },
      handler: (request) => change(request, undefined),
    },
  ];
};
