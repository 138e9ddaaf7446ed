import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type FieldError, Problem, type ProblemCode, problemDocument } from '../../base/problem.ts';
import type { Text } from '../../base/texts.ts';
import type { Request } from '../route.ts';

/** Whatever was thrown while a request was handled, as the Problem that its sender is told. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  const { code, statusCode, validation, validationContext } = error as Partial<FastifyError>;
  if (validation)
    return new Problem('invalid-data', {
      errors: validation.map((fault) =>
        schemaError(fault.instancePath, fault.keyword, fault.params, validationContext),
      ),
    });
  const known = code === undefined ? undefined : codes[code];
  if (known) return new Problem(known, { cause: error });
  const byStatus = statuses[statusCode ?? 500];
  return new Problem(byStatus ?? (statusCode !== undefined && statusCode < 500 ? 'bad-request' : 'internal'), {
    cause: error,
  });
};

const codes: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_CSRF_INVALID_TOKEN: 'form-expired',
  FST_CSRF_MISSING_SECRET: 'form-expired',
  FST_UNDER_PRESSURE: 'overloaded',
};

const statuses: Readonly<Record<number, ProblemCode>> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'too-many-requests',
  503: 'overloaded',
};

const schemaError = (
  instancePath: string,
  keyword: string,
  params: Record<string, unknown>,
  context = 'body',
): FieldError => {
  const inside = instancePath.split('/').slice(1);
  const missing = params['missingProperty'] ?? params['additionalProperty'];
  const path = [...(context === 'body' ? [] : [context]), ...inside, ...(typeof missing === 'string' ? [missing] : [])]
    .join('.')
    .slice(0, 120);
  return { path, code: keyword, message: schemaWords[keyword] ?? otherWords };
};

const otherWords: Text = {
  ar: 'القيمة غير مقبولة هنا',
  fr: 'Cette valeur n’est pas acceptée ici',
  en: 'This value is not accepted here',
};
const schemaWords: Readonly<Record<string, Text>> = {
  required: {
    ar: 'هذه القيمة ناقصة: أضفها',
    fr: 'Cette valeur manque : ajoutez-la',
    en: 'This value is missing: add it',
  },
  additionalProperties: { ar: 'اسم غير معروف: احذفه', fr: 'Nom inconnu : retirez-le', en: 'Unknown name: remove it' },
  type: { ar: 'نوع القيمة غير صحيح', fr: 'Cette valeur n’est pas du bon type', en: 'This value is of the wrong type' },
  format: {
    ar: 'صيغة القيمة غير صحيحة',
    fr: 'Cette valeur n’a pas la bonne forme',
    en: 'This value is not in the right form',
  },
};

/** Answers with an RFC 9457 document. */
export const sendProblem = (problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(problemDocument(problem, (request as Request).locale));
};
