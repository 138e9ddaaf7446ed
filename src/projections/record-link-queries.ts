import { statement } from '../base/database.ts';

export interface LinkingRow {
  readonly id: number;
  readonly versionId: number;
  readonly state: string;
  readonly institution: string;
  /** The question in which it names the record. */
  readonly path: string;
}

/** Records that name the record $1, newest first: at most $2. */
export const listLinking = statement<LinkingRow>(
  'record-link/linking',
  `select record.id, record.service_version as "versionId", record.state, record.institution, link.path
   from record_link link join record on record.id = link.record_id
   where link.target_id = $1
   order by link.record_id desc
   limit $2`,
);
