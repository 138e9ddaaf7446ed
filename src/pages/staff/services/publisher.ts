import { findGrant, type Staff } from '../../../access/grant.ts';
import type { CheckedDeclaration } from '../../../catalogue/publish.ts';
import type { Service } from '../../../definition/service.ts';
import { textOf } from '../../http/inputs.ts';
import type { Parts } from '../../parts.ts';
import { getStaff, type Request } from '../../route.ts';

/** A role of the platform itself: who holds it at an institution puts the services of that institution on offer. */
export const publisherRole = 'service-publisher';

type PublisherParts = Pick<Parts, 'covers' | 'catalogue'>;

const holdsAt = ({ covers }: PublisherParts, staff: Staff, { id, owner }: Pick<Service, 'id' | 'owner'>): boolean =>
  findGrant(staff, { role: publisherRole, institution: owner, service: id }, covers) !== undefined;

/** Whether a service that is or was on offer is this person's to publish. */
export const mayPublish = (parts: PublisherParts, staff: Staff, id: string): boolean => {
  const known = parts.catalogue.findKnown(id);
  return known !== undefined && holdsAt(parts, staff, known.service);
};

/** The institution for which this person would publish without a right to; undefined: there is none such. */
export const findForeignOwner = (
  parts: PublisherParts,
  staff: Staff,
  { service }: Pick<CheckedDeclaration, 'service'>,
): string | undefined => {
  const known = parts.catalogue.findKnown(service.id)?.service;
  // A service that changes hands needs a publisher of both.
  return [...(known ? [known] : []), service].find((each) => !holdsAt(parts, staff, each))?.owner;
};

/** Who publishes from these pages, with what they note. */
export const consolePublisher = (request: Request) => {
  const note = textOf(request.body, 'note').trim().slice(0, 300);
  return { origin: 'console', account: getStaff(request).accountId, ...(note !== '' && { note }) } as const;
};
