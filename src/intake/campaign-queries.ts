import { statement } from '../base/database.ts';
import type { Answers } from '../form/fields/field-type.ts';

export interface CampaignRow {
  readonly id: string;
  readonly service: string;
  readonly answers: Answers;
  readonly dueOn: string | null;
  readonly locale: string;
  readonly account: string;
  readonly role: string;
  readonly institution: string;
  readonly openedAt: Date;
}

const columns = `campaign.id, campaign.service, campaign.answers, to_char(campaign.due_on, 'YYYY-MM-DD') as "dueOn", campaign.locale,
  campaign.account_id as account, campaign.role, campaign.institution, campaign.opened_at as "openedAt"`;

export const insertCampaign = statement(
  'intake/insert-campaign',
  `insert into campaign (id, service, answers, due_on, locale, account_id, role, institution, opened_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (id) do nothing`,
);

export const insertCampaignInstitutions = statement(
  'intake/insert-campaign-institutions',
  `insert into campaign_institution (campaign_id, institution)
   select $1, institution from unnest($2::text[]) as institution
   on conflict do nothing`,
);

export const listCampaigns = statement<CampaignRow>(
  'intake/list-campaigns',
  `select ${columns} from campaign where campaign.service = $1 order by campaign.opened_at desc limit 100`,
);

export const findCampaign = statement<CampaignRow>(
  'intake/find-campaign',
  `select ${columns} from campaign where campaign.service = $1 and campaign.id = $2`,
);

/** Values: services, first day, last day. */
export const listCampaignsDue = statement<{ readonly id: string; readonly service: string; readonly dueOn: string }>(
  'intake/list-campaigns-due',
  `select id, service, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from campaign
   where service = any($1) and due_on between $2 and $3 order by due_on, opened_at limit 100`,
);

/** Institutions whose record is still to be opened, those of the oldest campaign first. */
export const listWaiting = statement<CampaignRow & { readonly subject: string }>(
  'intake/list-campaign-waiting',
  `select ${columns}, waiting.institution as subject
   from campaign_institution waiting join campaign on campaign.id = waiting.campaign_id
   where waiting.record_id is null and waiting.fault is null
   order by campaign.opened_at, waiting.institution limit $1`,
);

export const keepOpened = statement(
  'intake/keep-campaign-record',
  `update campaign_institution set record_id = $3, fault = null where campaign_id = $1 and institution = $2`,
);

export const keepFault = statement(
  'intake/keep-campaign-fault',
  `update campaign_institution set fault = $3 where campaign_id = $1 and institution = $2 and record_id is null`,
);

/** Lets the campaign try again what it could not open. */
export const forgetFaults = statement(
  'intake/forget-campaign-faults',
  `update campaign_institution set fault = null where campaign_id = $1 and record_id is null`,
);
