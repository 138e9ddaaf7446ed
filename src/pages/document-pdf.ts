import type { FastifyReply } from 'fastify';
import { Problem } from '../base/problem.ts';
import { findDocument } from '../documents/document-queries.ts';
import { printDocument } from '../documents/pdf.ts';
import { printedDocumentOf } from '../documents/print-record.ts';
import { letterheadOf } from '../documents/printed-document.ts';
import type { Parts } from './parts.ts';
import type { OpenedRecord } from './record-access.ts';

/** The paper form of a document, for whoever opened its record. There is none of a document that was revoked. */
export const renderDocumentPdf = async (parts: Parts, opened: OpenedRecord, file: string): Promise<Uint8Array> => {
  const id = Number(/^([1-9]\d{0,14})\.pdf$/.exec(file)?.[1]);
  const issued = opened.record.documents.find((document) => document.id === id);
  const stored = issued && !issued.revoked ? await findDocument(parts.database, id) : undefined;
  if (!stored || stored.credential === '') throw new Problem('not-found');
  const { service, record } = opened;
  const institution = parts.territory.getInstitution(service.owner).name;
  const printed = printedDocumentOf(service, record, id, stored, institution, parts.world());
  return printDocument(parts.pdf, printed, letterheadOf(parts.country, parts.config.url));
};

/** Shown by browsers that can, saved under the reference by others; never by a cache in between. */
export const sendPdf = (reply: FastifyReply, pdf: Uint8Array, reference: string): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${reference}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(pdf));
