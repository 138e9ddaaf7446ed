import { given, isVisible } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import type { Channel } from '../record/events.ts';

export interface LinkingRow {
  readonly id: number;
  readonly versionId: number;
  readonly state: string;
  readonly institution: string;
  readonly channel: Channel;
  /** The question in which it names the record. */
  readonly path: string;
}

/** Records that name the record $2 and that the scope $1 shows, newest first: at most $3. */
export const listLinking = statement<LinkingRow>(
  'record-link/linking',
  `with ${given}
   select record.id, record.service_version as "versionId", record.state, record.institution, record.channel, link.path
   from record_link link join record on record.id = link.record_id
   where link.target_id = $2 and ${isVisible}
   order by link.record_id desc
   limit $3`,
);
