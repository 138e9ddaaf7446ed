import { given, isVisibleThere, leftJoinBasket } from '../access/visibility-queries.ts';
import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';
import type { Channel } from '../record/events.ts';

// $1 a scope; $2 a record that others name, $3 a subject, $4 a contact, $5 an institution with which they lie or that is
// asked: null for what is not looked for. $6: the record from which one came, which is not among them.
const found = `found as (
     select link.record_id, array_agg(distinct link.path order by link.path) as paths
     from (
       select record_id, path from record_link where target_id = $2
       union all
       select record_id, path from record_subject where subject = $3
       union all
       select id, '' from record where contact = $4
       union all
       select id, '' from record where open and institution = $5
       union all
       select record_id, '' from task where open and institution = $5
     ) link
     where link.record_id is distinct from $6
     group by link.record_id
   )`;

/** Records that are alike in all on which it hangs what their reader may read of them. */
export interface GatheredGroup {
  readonly versionId: number;
  readonly state: string;
  readonly institution: string;
  readonly channel: Channel;
  /** The questions by which they were found; empty: the applicant's phone, or where they lie. */
  readonly paths: readonly string[];
}

export const countGathered = statement<GatheredGroup & { readonly count: number }>(
  'gathered/count',
  `with ${given}, ${found}
   select record.service_version as "versionId", record.state, record.institution, record.channel, found.paths,
     count(*) as count
   from found join record on record.id = found.record_id ${leftJoinBasket}
   where ${isVisibleThere}
   group by 1, 2, 3, 4, 5`,
);

export interface GatheredRow extends GatheredGroup {
  readonly id: number;
  readonly data: Answers;
  readonly submittedAt: Date;
}

/** $7: declarations of the records that are wanted; $8: groups that are not shown; $9: numbered below this; $10: how many, newest first. */
export const listGathered = statement<GatheredRow>(
  'gathered/list',
  `with ${given}, ${found}, unshown as materialized (
     select * from json_to_recordset($8) as x("versionId" int, state text, institution text, channel text, paths json)
   )
   select record.id, record.service_version as "versionId", record.state, record.institution, record.channel, found.paths,
     record.data, record.submitted_at as "submittedAt"
   from found join record on record.id = found.record_id ${leftJoinBasket}
   where ${isVisibleThere} and record.service_version = any($7) and record.id < $9
     and not exists (
       select from unshown
       where unshown."versionId" = record.service_version and unshown.state = record.state
         and unshown.institution = record.institution and unshown.channel = record.channel
         and unshown.paths::jsonb = to_jsonb(found.paths))
   order by record.id desc
   limit $10`,
);
