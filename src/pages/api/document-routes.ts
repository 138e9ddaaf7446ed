import { Type } from 'typebox';
import { renderDocumentPdf, sendPdf } from '../document-pdf.ts';
import type { Parts } from '../parts.ts';
import { sendFile } from '../record-files.ts';
import type { Request, Route } from '../route.ts';
import { problemResponses } from './problem-schema.ts';
import { openForCaller } from './record-routes.ts';

export const apiDocumentRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/api/v1/records/:reference/documents/:file',
    access: 'public',
    perMinute: 60,
    schema: {
      summary: 'Get a document as PDF',
      description: 'The address is in `documents` of the record: the number of the document and `.pdf`.',
      tags: ['records'],
      security: [{ staff: [] }, { secret: [] }],
      params: Type.Object({ reference: Type.String(), file: Type.String({ examples: ['1234.pdf'] }) }),
      produces: ['application/pdf'],
      response: problemResponses,
    },
    handler: async (request, reply) => {
      const opened = await openForCaller(parts, request as Request, 'document');
      const pdf = await renderDocumentPdf(parts, opened, (request.params as { file: string }).file);
      return sendPdf(reply, pdf, opened.reference);
    },
  },
  {
    method: 'GET',
    path: '/api/v1/records/:reference/files/:file',
    access: 'public',
    perMinute: 120,
    schema: {
      summary: 'Get a file that was handed in with a record',
      description: 'By the `id` that stands in the answer.',
      tags: ['records'],
      security: [{ staff: [] }, { secret: [] }],
      params: Type.Object({ reference: Type.String(), file: Type.String({ format: 'uuid' }) }),
      produces: ['application/pdf', 'image/jpeg'],
      response: problemResponses,
    },
    handler: async (request, reply) => {
      const opened = await openForCaller(parts, request as Request, 'file');
      return sendFile(parts, opened, (request.params as { file: string }).file, reply);
    },
  },
];
