import { administersAll, administratorRole } from '../../../access/administration.ts';
import { dataReaderRole } from '../../../access/data-reader.ts';
import type { PeopleParts } from '../../../access/people.ts';
import type { Parts } from '../../parts.ts';
import { publisherRole } from '../services/publisher.ts';

/** What giving and taking rights needs of the program. */
export const peopleParts = (
  parts: Pick<Parts, 'database' | 'covers' | 'catalogue' | 'territory' | 'country' | 'world'>,
): PeopleParts => ({
  database: parts.database,
  covers: parts.covers,
  services: () => parts.catalogue.known.map(({ service }) => service),
  findInstitution: parts.territory.findInstitution,
  institutions: () => parts.territory.institutionCodes,
  platformRoles: [administratorRole, publisherRole, dataReaderRole],
  administersAll: (staff) => administersAll(parts, staff),
  now: () => parts.world().now,
});
