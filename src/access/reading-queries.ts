import { statement } from '../base/database.ts';

/** Values: a JSON list of readings, each of one or several records. */
export const insertReadings = statement(
  'reading/insert',
  `insert into reading (record_id, at, account_id, role, institution, purpose, way, reason, fields)
   select record_id, at, account_id, role, institution, purpose, way, reason, fields
   from json_to_recordset($1) as x(records bigint[], at timestamptz, account_id uuid, role text, institution text,
     purpose text, way text, reason text, fields text[]), unnest(records) as read(record_id)`,
);

/** The last opening of a record by an account since a moment; what was given under an agreement opens nothing else. */
export const findOpening = statement<{ at: Date; reason: string }>(
  'reading/find-opening',
  `select at, reason from reading
   where record_id = $1 and account_id = $2 and way = 'opening' and reason <> 'agreement' and at > $3
   order by at desc
   limit 1`,
);

export interface ReadingGroupRow {
  readonly institution: string;
  readonly role: string;
  readonly purpose: string;
  readonly way: string;
  readonly reason: string | null;
  /** The day in the country's time zone, YYYY-MM-DD. */
  readonly day: string;
  readonly count: number;
  readonly people: number;
  readonly first: Date;
  readonly last: Date;
  readonly fields: readonly string[] | null;
}

/**
 * Readings of a record, gathered by day and by who, as what, what for and in which way; the latest first.
 * Values: record, IANA time zone, most groups, most readings that are looked at.
 */
export const listReadingGroups = statement<ReadingGroupRow>(
  'reading/list-groups',
  `select institution, role, purpose, way, reason, to_char(day, 'YYYY-MM-DD') as day, count(*) as count,
     count(distinct account_id) as people, min(at) as first, max(at) as last,
     jsonb_agg(fields order by at desc) -> 0 as fields
   from (
     select *, (at at time zone $2)::date as day from reading where record_id = $1 order by at desc limit $4
   ) as recent
   group by institution, role, purpose, way, reason, day
   order by max(at) desc
   limit $3`,
);
