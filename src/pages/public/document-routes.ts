import type { FastifyReply } from 'fastify';
import { Problem } from '../../base/problem.ts';
import { renderDocumentPdf, sendPdf } from '../document-pdf.ts';
import type { Parts } from '../parts.ts';
import { sendFile, sendPreview } from '../record-files.ts';
import type { Request, Route } from '../route.ts';
import { findOpened } from './opened-records.ts';
import { askForSecret } from './track-routes.tsx';

/** Documents as PDF, for the browser that opened their record. */
export const documentRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/records/:reference/documents/:file',
    access: 'public',
    perMinute: 60,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await findOpened(parts, request);
      if (!opened) return askForSecret(request, reply);
      const pdf = await renderDocumentPdf(parts, opened, (request.params as { file: string }).file);
      return sendPdf(reply, pdf, opened.reference);
    },
  },
  {
    method: 'GET',
    path: '/records/:reference/files/:file',
    access: 'public',
    perMinute: 120,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await findOpened(parts, request);
      if (!opened) return askForSecret(request, reply);
      return sendFile(parts, opened, (request.params as { file: string }).file, reply);
    },
  },
  {
    method: 'GET',
    path: '/records/:reference/files/:file/preview',
    access: 'public',
    perMinute: 240,
    handler: async (request: Request, reply: FastifyReply) => {
      const opened = await findOpened(parts, request);
      if (!opened) throw new Problem('not-found');
      return sendPreview(parts, opened, (request.params as { file: string }).file, reply);
    },
  },
];
