import type { Locale } from '../base/texts.ts';
import type { Service } from '../definition/service.ts';
import { referenceOf } from '../events/reference.ts';
import type { SignDocument } from '../events/write-decisions.ts';
import { behaviourOf } from '../form/fields/all.ts';
import type { World } from '../form/world.ts';
import type { IssuedDocument } from '../record/events.ts';
import type { CaseRecord } from '../record/fold.ts';
import { signCredential } from './credential.ts';
import { statusListPath, statusPosition } from './credential-format.ts';
import type { KeyRing } from './keys.ts';

/**
 * What a declared document says of a record: the answers named as claims, in words of the applicant's language, so that
 * paper can be read where nothing can be looked up.
 */
export const documentClaims = (
  service: Service,
  kind: string,
  record: CaseRecord,
  world: World,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (service.documents.get(kind)?.claims ?? []).flatMap((field) => {
      const answer = record.answers[field.name];
      return answer === undefined
        ? []
        : [[field.name, behaviourOf(field).say(answer, field, record.locale as Locale, world)]];
    }),
  );

/** A document without a declared end is trusted this long. */
const longestDays = 365;

/** Between when and when a document counts: as its record says, else for a year from when it was issued. */
export const validityOf = ({ from, until }: IssuedDocument, issuedAt: Date): { notBefore: Date; expires: Date } => ({
  notBefore: from === undefined ? issuedAt : new Date(from),
  expires: until === undefined ? new Date(+issuedAt + longestDays * 86_400_000) : new Date(until),
});

export const createSignDocument =
  (keys: KeyRing, issuer: string, publicUrl: string, world: () => World): SignDocument =>
  (service, record, documentId, at) => {
    const document = record.documents.find(({ id }) => id === documentId);
    if (!document) throw new Error(`record ${record.id} has no document ${documentId}`);
    const { list, index } = statusPosition(documentId);
    return signCredential({
      issuer,
      key: keys.signer(at),
      issuedAt: at,
      ...validityOf(document, at),
      status: { uri: `${publicUrl}${statusListPath(list)}`, index },
      content: {
        service: service.id,
        reference: referenceOf(service.referencePrefix, record.id),
        kind: document.kind,
        claims: documentClaims(service, document.kind, record, world()),
      },
    });
  };
