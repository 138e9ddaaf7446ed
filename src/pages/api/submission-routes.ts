import { Type } from 'typebox';
import { isLocale } from '../../base/texts.ts';
import { referenceOf } from '../../events/reference.ts';
import { secretOf } from '../../events/secret.ts';
import type { Parts } from '../parts.ts';
import { serviceOf } from '../public/service-of.ts';
import type { Request, Route } from '../route.ts';
import { documentsJson } from './record-json.ts';
import { problemResponses } from './problem-schema.ts';

const submissionBody = Type.Object(
  {
    key: Type.String({
      format: 'uuid',
      description: 'Chosen by the sender; the same key and data again give the same answer.',
    }),
    data: Type.Record(Type.String(), Type.Unknown(), {
      description: 'The answers, by field name; see the schema.json of the service.',
    }),
    locale: Type.Optional(
      Type.Enum(['ar', 'fr', 'en'], { description: 'The language in which the applicant is written to.' }),
    ),
  },
  { additionalProperties: false },
);

const receipt = Type.Object({
  reference: Type.String(),
  secret: Type.String({ description: 'Opens the record without an account. Shown to the applicant only.' }),
  state: Type.String(),
  tracking_url: Type.String(),
  documents: Type.Array(Type.Object({ kind: Type.String(), qr: Type.String(), pdf_url: Type.String() })),
});

interface SubmissionBody {
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly locale?: string;
}

export const submissionRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'POST',
    path: '/api/v1/services/:service/submissions',
    access: 'public',
    schema: {
      summary: 'Submit to a service',
      tags: ['submissions'],
      params: Type.Object({ service: Type.String() }),
      body: submissionBody,
      response: { 201: receipt, 200: receipt, ...problemResponses },
    },
    handler: async (request, reply) => {
      const published = serviceOf(parts, request as Request);
      const { key, data, locale } = request.body as SubmissionBody;
      const done = await parts.intake.submit({
        published,
        key,
        sent: data,
        channel: 'api',
        locale: isLocale(locale) ? locale : request.locale,
      });
      const reference = referenceOf(published.service.referencePrefix, done.recordId);
      reply.code(done.repeated ? 200 : 201);
      return {
        reference,
        secret: secretOf(parts.secrets, reference),
        state: done.state,
        tracking_url: `${parts.config.url}/track/${reference}`,
        documents: documentsJson(parts, reference, done.documents),
      };
    },
  },
];
