import { statement } from '../base/database.ts';
import { given, isVisible } from '../access/visibility-queries.ts';
import type { SectionRow } from '../events/survey-rounds.ts';
import type { Answers } from '../form/fields/field-type.ts';

/** How a record of a survey stands. */
export interface RoundRow {
  readonly recordId: number;
  readonly submittedAt: Date;
  readonly data: Answers;
  readonly completion: number;
  readonly score: number | null;
  readonly verifiedScore: number | null;
  readonly sections: readonly SectionRow[];
}

/** The last round before a record, of the same institution, that the account may see. $2 service, $3 institution, $4 before, $5 but this record. */
export const findPreviousRound = statement<RoundRow>(
  'projections/find-previous-round',
  `with ${given}
   select round.record_id as "recordId", round.submitted_at as "submittedAt", record.data, round.completion, round.score,
     round.verified_score as "verifiedScore", round.sections
   from survey_round round join record on record.id = round.record_id
   where round.service = $2 and round.subject = $3 and (round.submitted_at, round.record_id) < ($4, $5)
     and ${isVisible}
   order by round.submitted_at desc, round.record_id desc limit 1`,
);

/** An institution of a campaign; the record is there once it is opened, and what it says where the account may see it. */
export interface CampaignProgressRow {
  readonly institution: string;
  readonly recordId: number | null;
  readonly fault: string | null;
  readonly isVisible: boolean;
  readonly state: string | null;
  readonly versionId: number | null;
  readonly answered: number | null;
  readonly completion: number | null;
  readonly score: number | null;
  readonly verified: number | null;
  readonly verifiedScore: number | null;
  readonly escalated: boolean | null;
  readonly updatedAt: Date | null;
}

export const listCampaignProgress = statement<CampaignProgressRow>(
  'projections/list-campaign-progress',
  `with ${given}, seen as (
     select record.* from campaign_institution mine join record on record.id = mine.record_id
     where mine.campaign_id = $2 and ${isVisible}
   )
   select one.institution, one.record_id as "recordId", one.fault, seen.id is not null as "isVisible", seen.state,
     seen.service_version as "versionId", round.answered, round.completion, round.score, round.verified,
     round.verified_score as "verifiedScore", seen.escalated, seen.updated_at as "updatedAt"
   from campaign_institution one
     left join seen on seen.id = one.record_id
     left join survey_round round on round.record_id = seen.id
   where one.campaign_id = $2
   order by one.institution`,
);
