import type { FastifyReply } from 'fastify';
import { Problem } from '../base/problem.ts';
import { type Locale, locales, type Text } from '../base/texts.ts';
import { findDocument } from '../documents/document-queries.ts';
import { validityOf } from '../documents/issue.ts';
import { printDocument } from '../documents/pdf.ts';
import type { PrintedDocument } from '../documents/printed-document.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { Parts } from './parts.ts';
import type { OpenedRecord } from './record-access.ts';

/** The paper form of a document, for whoever opened its record. There is none of a document that was revoked. */
export const renderDocumentPdf = async (parts: Parts, opened: OpenedRecord, file: string): Promise<Uint8Array> => {
  const id = Number(/^([1-9]\d{0,14})\.pdf$/.exec(file)?.[1]);
  const issued = opened.record.documents.find((document) => document.id === id);
  const stored = issued && !issued.revoked ? await findDocument(parts.database, id) : undefined;
  const declared = issued && opened.service.documents.get(issued.kind);
  if (!stored || !declared) throw new Problem('not-found');
  const { service, record, reference } = opened;
  const world = parts.world();
  const { notBefore, expires } = validityOf(issued, stored.issuedAt);
  const printed: PrintedDocument = {
    locale: record.locale as Locale,
    institution: parts.territory.getInstitution(service.owner).name,
    title: declared.title,
    statement: declared.statement,
    rows: declared.claims.flatMap((field) => {
      const answer = record.answers[field.name];
      return answer === undefined
        ? []
        : [
            {
              label: field.label,
              value: inEachLanguage((locale) => behaviourOf(field).say(answer, field, locale, world)),
            },
          ];
    }),
    reference,
    issuedAt: stored.issuedAt,
    from: notBefore,
    until: expires,
    credential: stored.credential,
  };
  const { name: country, logo, colour, timeZone } = parts.country;
  return printDocument(parts.pdf, printed, {
    country,
    logo,
    colour,
    timeZone,
    verifyUrl: `${parts.config.url}/verify`,
  });
};

const inEachLanguage = (make: (locale: Locale) => string): Text =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as unknown as Text;

/** Shown by browsers that can, saved under the reference by others; never by a cache in between. */
export const sendPdf = (reply: FastifyReply, pdf: Uint8Array, reference: string): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${reference}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(pdf));
