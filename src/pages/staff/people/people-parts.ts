import { administersAll, administratorRole } from '../../../access/administration.ts';
import { dataReaderRole } from '../../../access/data-reader.ts';
import type { InvitedGrant } from '../../../access/invitation-queries.ts';
import { mayStillGive, type PeopleParts } from '../../../access/people.ts';
import type { Parts } from '../../parts.ts';
import { publisherRole } from '../services/publisher.ts';

type Given = Pick<Parts, 'database' | 'covers' | 'catalogue' | 'territory' | 'country' | 'world'>;

/** What giving and taking rights needs of the program. */
export const peopleParts = (parts: Given): PeopleParts => ({
  database: parts.database,
  covers: parts.covers,
  services: () => parts.catalogue.known.map(({ service }) => service),
  findInstitution: parts.territory.findInstitution,
  institutions: () => parts.territory.institutionCodes,
  platformRoles: [administratorRole, publisherRole, dataReaderRole],
  administersAll: (staff) => administersAll(parts, staff),
  now: () => parts.world().now,
});

/** Whether somebody may still give what he or she promised. */
export const mayStillPromise = (parts: Given, inviter: string, grants: readonly InvitedGrant[]): Promise<boolean> =>
  mayStillGive(peopleParts(parts), inviter, grants);
