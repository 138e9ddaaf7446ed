import { given, isSeenIn } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Channel } from '../record/events.ts';

/** $1 a scope. Where the entries in force lie that it shows, and how many in each. */
export const listTreeInstitutions = statement<{ institution: string; count: number }>(
  'tree/institutions',
  `with ${given}
   select record.institution, count(*) as count
   from basket join record on record.open and ${isSeenIn}
   group by record.institution
   order by count(*) desc, record.institution`,
);

export interface TreeRow {
  readonly id: number;
  readonly versionId: number;
  readonly institution: string;
  readonly state: string;
  readonly channel: Channel;
  readonly data: Answers;
}

/** $1 a scope. The entries in force of the institution $2 that it shows, the oldest first: at most $3. */
export const listTreeRecords = statement<TreeRow>(
  'tree/records',
  `with ${given}
   select record.id, record.service_version as "versionId", record.institution, record.state, record.channel, record.data
   from basket join record on record.open and ${isSeenIn}
   where basket.institution = $2
   order by record.id
   limit $3`,
);
