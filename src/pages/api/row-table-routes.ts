import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { Problem } from '../../base/problem.ts';
import { isTableFormat, tableFormats } from '../../base/table/table-writer.ts';
import { rowTemplateOf, sendTable } from '../import-files.ts';
import type { Parts } from '../parts.ts';
import type { Request, Route } from '../route.ts';
import { findField, serviceOf } from './option-routes.ts';
import { problemResponses } from './problem-schema.ts';

const text = Type.Optional(Type.String());

/** Empty files to fill in as the answer to a question of rows, for whoever may see the question. */
export const rowTableRoutes = (parts: Parts): readonly Route[] => {
  const handler = async (request: Request, reply: FastifyReply) => {
    const { format } = request.params as { readonly format: unknown };
    const { field } = findField(await serviceOf(parts, request), request);
    if (field.type !== 'rows' || !isTableFormat(format)) throw new Problem('not-found');
    return sendTable(reply, format, field.name, rowTemplateOf(field, request.locale));
  };
  return [
    { method: 'GET', path: '/staff/services/:service/fields/:field/table/:format', access: 'staff', handler },
    {
      method: 'GET',
      path: '/api/v1/services/:service/fields/:field/table/:format',
      access: 'public',
      schema: {
        summary: 'An empty file to fill in as the answer to a question of rows',
        description: 'With a heading for each question of a row, in the language of the caller.',
        tags: ['services'],
        params: Type.Object({ service: Type.String(), field: Type.String(), format: Type.Enum([...tableFormats]) }),
        querystring: Type.Object({ action: text, version: text, lang: text }, { additionalProperties: true }),
        response: problemResponses,
      },
      handler,
    },
  ];
};
