import { isLocale, type Locale, locales, type Text } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import { referenceOf } from '../events/reference.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { World } from '../form/world.ts';
import type { CaseRecord } from '../record/fold.ts';
import { validityOf } from './issue.ts';
import type { PrintedDocument } from './printed-document.ts';

/**
 * What is printed when a record's document is asked for: the declared texts, and the same claims and validity that were
 * signed.
 * @param stored when it was issued and the text of its QR code, as the table of documents has them
 */
export const printedDocumentOf = (
  service: Service,
  record: CaseRecord,
  documentId: number,
  stored: Pick<PrintedDocument, 'issuedAt' | 'credential'>,
  institution: Text,
  world: World,
): PrintedDocument => {
  const document = record.documents.find(({ id }) => id === documentId);
  const declared = document && service.documents.get(document.kind);
  if (!declared)
    throw new Error(`record ${record.id} has no document ${documentId} that service ${service.id} declares`);
  const { notBefore, expires } = validityOf(document, stored.issuedAt);
  return {
    locale: isLocale(record.locale) ? record.locale : 'ar',
    institution,
    title: declared.title,
    statement: declared.statement,
    layout: declared.layout,
    names: declared.claims.map(({ name }) => name),
    claims: declared.claims.flatMap((field) => {
      const answer = record.answers[field.name];
      if (answer === undefined) return [];
      const value = inEveryLanguage((locale) => behaviourOf(field).say(answer, field, locale, world));
      return [{ name: field.name, label: field.label, value }];
    }),
    reference: referenceOf(service.referencePrefix, record.id),
    issuedAt: stored.issuedAt,
    from: notBefore,
    until: expires,
    credential: stored.credential,
  };
};

const inEveryLanguage = (say: (locale: Locale) => string): Text =>
  Object.fromEntries(locales.map((locale) => [locale, say(locale)])) as Record<Locale, string>;
